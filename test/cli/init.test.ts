import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../generators/cli/arguments.ts';
import { contentsOf, scratchDirectory } from '../write/scratch-directory.ts';
import { runHere } from './in-process.ts';
import { makeProject, signalbox, writeFiles } from './signalbox.ts';

const files = [
  'definitions/index.ts',
  'definitions/shop/services/shop.metrics.ts',
  'definitions/shop/services/shop.runbooks.ts',
  'definitions/shop/services/shop.ts',
  'definitions/shop/severities.ts',
  'definitions/shop/stack.ts',
  'definitions/shop/teams.ts',
];

describe('what init writes', () => {
  it('builds without an error or a warning, types checked', async () => {
    const directory = scratchDirectory();
    makeProject(directory);
    const made = await runHere(directory, ['init', '--name', 'shop']);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const built = await signalbox(directory, ['build']);
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(built.stdout).toMatch(/^out\/: \d+ written/);
  });

  it('has a configuration of its own where there is none, and a title that is text whatever it says', async () => {
    const directory = scratchDirectory();
    writeFiles(directory, { 'package.json': '{ "type": "module" }\n' });
    const title = "It's \\ a `${shop}`";
    const outcome = await runHere(directory, ['init', '--name', 'shop', '--title', title, '--dir', 'a b/c']);
    expect(outcome).toMatchObject({ code: 0, stderr: '' });
    expect(outcome.stdout).toContain("\n  cd 'a b/c'\n  npm init --yes\n");
    const root = join(directory, 'a b/c');
    const made = contentsOf(root);
    expect(Object.keys(made)).toEqual([...files, 'tsconfig.json']);
    expect(made['definitions/shop/stack.ts']).toContain('  title: "It\'s \\\\ a `${shop}`",\n');
  });

  it('carries what was said', async () => {
    const directory = scratchDirectory();
    const said = ['--prometheus', '3.5', '--alertmanager', '0.28', '--grafana', '12.1', '--scrape-interval', '30s'];
    const more = [
      '--evaluation-interval',
      '1m',
      '--grafana-url',
      'https://g.example',
      '--runbooks-url',
      'https://r.example',
    ];
    await runHere(directory, ['init', '--yes', '--name', 'shop', ...said, ...more]);
    const stack = readFileSync(join(directory, 'definitions/shop/stack.ts'), 'utf8');
    for (const text of [
      "'3.5'",
      "'0.28'",
      "'12.1'",
      "'30s'",
      "'1m'",
      "'https://g.example'",
      "'https://r.example'",
      "title: 'Shop'",
    ])
      expect(stack).toContain(text);
  });

  it('says what to do with a project that is there', async () => {
    const directory = scratchDirectory();
    const manifest = '{ "type": "module", "devDependencies": { "signalbox": "1" } }';
    writeFiles(directory, { 'package.json': manifest, 'tsconfig.json': '{}' });
    const { stdout } = await runHere(directory, ['init', '--name', 'shop']);
    expect(stdout).toContain('tsconfig.json is yours: set allowImportingTsExtensions');
    expect(stdout).toContain('Next:\n  npx signalbox build\n\n');
    expect(readFileSync(join(directory, 'tsconfig.json'), 'utf8')).toBe('{}');
  });
});

it('every option that is wrong is told, all at once', () => {
  const wrong = [
    ...['zz', '--dir', '', '--name', 'no good', '--title', 'a\nb', '--prometheus', '2.41', '--alertmanager', 'x'],
    ...['--grafana', '9.5', '--scrape-interval', '15', '--evaluation-interval', '0s'],
    ...['--grafana-url', 'http://u:p@x', '--runbooks-url', 'ftp://x'],
  ];
  const address =
    "is not an http(s) address without user name, password and spaces. Write for instance 'https://grafana.example.com'.";
  expect(readArguments(['init', ...wrong])).toEqual({
    verb: 'wrong',
    message: [
      'init takes no "zz"; the directory goes behind --dir.',
      '--dir is empty; name a directory.',
      `--name: "no good" is not an id (a letter, then letters, digits and dashes, at most 40). Write for instance 'fyp-service'.`,
      '--title: the text has several lines, and takes one. Write it as a sentence.',
      '--prometheus: 2.41 is older than 2.42, the oldest that the output is written for.',
      `--alertmanager: "x" is not a version. Write for instance '2.42'.`,
      '--grafana: 9.5 is older than 11.0, the oldest that the output is written for.',
      `--scrape-interval: "15" is not a duration. Write for instance '5m' or '60ms'.`,
      `--evaluation-interval: "0s" is not a duration. Write for instance '5m' or '60ms'.`,
      `--grafana-url: "http://…@x" ${address}`,
      `--runbooks-url: "ftp://x" ${address}`,
    ].join('\nsignalbox: '),
  });
  expect(readArguments(['init', '--out', 'a'])).toEqual({ verb: 'wrong', message: "Unknown option '--out'." });
  expect(readArguments(['--yes', 'init'])).toEqual({ verb: 'wrong', message: "Unknown option '--yes'." });
  expect(readArguments(['init', '-h'])).toEqual({ verb: 'help' });
});

describe('init writes nothing', () => {
  it.each([
    [['definitions/index.ts', 'definitions/shop/teams.ts'], '  definitions/index.ts\n  definitions/shop/teams.ts\n'],
    [['definitions/shop/stack.ts'], '  definitions/shop/stack.ts\n'],
  ])('over %j', async (there, list) => {
    const directory = scratchDirectory();
    writeFiles(directory, Object.fromEntries(there.map((path) => [path, 'mine'])));
    const before = contentsOf(directory);
    expect(await runHere(directory, ['init', '--name', 'shop'])).toEqual({
      code: 2,
      stdout: '',
      stderr: `signalbox: these are there already, and nothing was written:\n${list}`,
    });
    expect(contentsOf(directory)).toEqual(before);
  });

  it('over a link that leads nowhere', async () => {
    const directory = scratchDirectory();
    symlinkSync('nowhere', join(directory, 'tsconfig.json'));
    const { code, stderr } = await runHere(directory, ['init', '--name', 'shop']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('  tsconfig.json\n') });
    expect(Object.keys(contentsOf(directory))).toEqual(['tsconfig.json']);
  });

  it('where a file is in the way of a directory', async () => {
    const directory = scratchDirectory();
    writeFiles(directory, { definitions: 'mine' });
    const { code, stderr } = await runHere(directory, ['init', '--name', 'shop']);
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/cannot be written .+ Nothing was written\.\n$/),
    });
    expect(contentsOf(directory)).toEqual({ definitions: 'mine' });
  });

  it.each([[[]], [['--yes']]])('without a name that nobody can be asked for: %j', async (more) => {
    const directory = scratchDirectory();
    const { code, stderr } = await runHere(directory, ['init', ...more]);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('init --name ID') });
    expect(contentsOf(directory)).toEqual({});
  });
});

describe('on a terminal init asks', () => {
  /** Somebody who answers, and the questions that were asked. */
  function somebody(...answers: readonly (string | undefined)[]) {
    const asked: string[] = [];
    const left = [...answers];
    const ask = async (question: string) => {
      asked.push(question);
      return left.length === 0 ? '' : left.shift();
    };
    return { ask, asked };
  }

  it('for what was not given, shows what it would take, and asks again', async () => {
    const directory = join(scratchDirectory(), 'My Shop_2');
    const { ask, asked } = somebody('no good', 'corner-shop', '', '2.1', '');
    const { code, stderr } = await runHere(directory, ['init', '--grafana', '12.0'], ask);
    expect(code).toBe(0);
    expect(asked).toEqual([
      'Id of the stack (my-shop-2): ',
      'Id of the stack (my-shop-2): ',
      'Its title (Corner shop): ',
      'Version of Prometheus (2.42): ',
      'Version of Prometheus (2.42): ',
      'Version of Alertmanager (0.25): ',
      'How often Prometheus scrapes (15s): ',
      'How often it evaluates rules (30s): ',
      'Address of Grafana (https://grafana.example.org): ',
      'Where the runbooks will be served (https://runbooks.example.org): ',
    ]);
    expect(stderr).toMatch(/^"no good" is not an id .+\n2\.1 is older than 2\.42, .+\n$/);
    const stack = readFileSync(join(directory, 'definitions/corner-shop/stack.ts'), 'utf8');
    for (const text of ["title: 'Corner shop'", "version: '2.42'", "version: '12.0'"]) expect(stack).toContain(text);
  });

  it('and writes nothing when they leave', async () => {
    const directory = scratchDirectory();
    const outcome = await runHere(directory, ['init'], somebody('shop', undefined).ask);
    expect(outcome).toEqual({ code: 2, stdout: '', stderr: 'signalbox: not all was answered. Nothing was written.\n' });
    expect(contentsOf(directory)).toEqual({});
  });
});
