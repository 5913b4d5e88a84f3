import { describe, expect, it, vi } from 'vitest';
import { readArguments } from '../../generators/cli/arguments.ts';
import { contentsOf, scratchDirectory } from '../write/scratch-directory.ts';
import { definitions, signalbox, writeFiles } from './signalbox.ts';

// Each test starts the program, some of them three times.
vi.setConfig({ testTimeout: 90_000 });

const sound = ['200', '404', '500', '503'].map((status) => `http_requests_total{status="${status}"} 1\n`).join('');
const typed = `# HELP http_requests_total Requests.\n# TYPE http_requests_total counter\n${sound}`;
const renamed = typed.replaceAll('http_requests_total', 'http_request_total');

function project(files: Readonly<Record<string, string>>, text = definitions()): string {
  const directory = scratchDirectory();
  writeFiles(directory, { 'package.json': '{ "type": "module" }\n', 'definitions/index.ts': text, ...files });
  return directory;
}

describe('a call that cannot be understood says why', () => {
  it.each([
    [['build', '--exposition', 'a'], 'build compares with nothing; --exposition belongs to check.'],
    [['build', '--live', 'http://a'], 'build compares with nothing; --live belongs to check.'],
    [['check', '--exposition', 'a', '--live', 'b'], 'Compare with files or with a server: --exposition or --live.'],
    [['check', '--live', 'a', '--live', 'b'], '--live names one server; call check for each.'],
    [['check', '--exposition', ''], '--exposition is empty.'],
    [['check', '--exposition', 'a', '--out', 'o'], 'check --exposition does not look at out/; leave --out away.'],
  ])('%j', (words, message) => {
    expect(readArguments(words)).toEqual({ verb: 'wrong', message });
  });

  it('files may be many', () => {
    expect(readArguments(['check', '--exposition', 'a', '--exposition', 'b'])).toMatchObject({
      verb: 'check',
      types: false,
      against: { kind: 'exposition', files: ['a', 'b'] },
    });
  });
});

describe('check --exposition', () => {
  it('says what was compared, and looks at neither out/ nor types', async () => {
    const directory = project({ 'a.prom': typed });
    const { code, stdout, stderr } = await signalbox(directory, ['check', '--exposition', 'a.prom']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^1 metric and \d\d+ expressions compared with a\.prom\.\n$/);
    expect(Object.keys(contentsOf(directory))).not.toContain('out/prod/README.md');
  });

  it('names whom a renamed metric blinds', async () => {
    const { code, stderr } = await signalbox(project({ 'a.prom': renamed }), ['check', '--exposition', 'a.prom']);

    expect(code).toBe(1);
    expect(stderr).toMatch(
      /^error exposition\/missing-metric {2}prod › metric http_requests_total\n {2}definitions\/index\.ts:\d+\n {2}http_requests_total is not exposed; perhaps renamed to `http_request_total`\n {2}blind: alerts SearchAvailabilityBurn, .*; SLO .*; panels Production: SLO compliance › .* and \d+ more\n {2}→ Declare it/,
    );
    expect(stderr).toMatch(/\n1 error\. `signalbox explain CODE` says more\.\n$/);
  });

  it('--json lists every query that returns nothing, and nothing else', async () => {
    const words = ['check', '--exposition', 'a.prom', '--json'];
    const { stdout } = await signalbox(project({ 'a.prom': renamed }), words);
    const found = JSON.parse(stdout);

    expect(found).toHaveLength(1);
    expect(found[0].details.queries.length).toBeGreaterThan(20);
    expect(found[0].details.queries[0]).toEqual({
      kind: 'recordings',
      name: 'slo:sli_bad:rate{service="search",slo="availability"}',
      returns: 'nothing',
      selectors: ['http_requests_total[1m15s]', 'http_requests_total{status=~"5.."}[1m15s]'],
    });
  });

  it('two files are read as one server; a warning is no error', async () => {
    const [half, other] = [typed.slice(0, typed.lastIndexOf('http_')), typed.slice(typed.lastIndexOf('http_'))];
    const directory = project({ 'a.prom': half.replace(/.*"500".*\n/, ''), 'b.prom': other });
    const both = ['--exposition', 'a.prom', '--exposition', 'b.prom'];
    const one = await signalbox(directory, ['check', ...both.slice(0, 2)]);
    const two = await signalbox(directory, ['check', ...both]);

    expect(one).toMatchObject({ code: 0, stderr: expect.stringContaining('warning exposition/label-value') });
    expect(two).toMatchObject({ code: 0, stderr: '' });
  });

  it.each([
    ['that is not there', 'b.prom', 'signalbox: b.prom cannot be read (ENOENT).\n'],
    ['that is a directory', 'definitions', 'signalbox: definitions cannot be read (EISDIR).\n'],
    [
      'without a metric',
      'package.json',
      /^signalbox: there is no metric in package\.json \(package\.json:1 {2}.+\)\.\n$/,
    ],
    ['that is empty', 'empty.prom', 'signalbox: there is no metric in empty.prom.\n'],
  ])('a file %s is an exit code of 2', async (_, file, message) => {
    const directory = project({ 'empty.prom': '' });
    const { code, stdout, stderr } = await signalbox(directory, ['check', '--exposition', file]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toEqual(typeof message === 'string' ? message : expect.stringMatching(message));
  });

  it('a line that cannot be read is told', async () => {
    const directory = project({ 'a.prom': `${typed}what is this\n` });
    const { code, stderr } = await signalbox(directory, ['check', '--exposition', 'a.prom']);

    expect(code).toBe(0);
    expect(stderr).toMatch(/^warning a\.prom:7 {2}.+\n$/);
  });
});

describe('check --live', () => {
  it.each([
    'http://user:s3cret@127.0.0.1:1',
    'http://127.0.0.1:1/prometheus',
    'gopher://user:s3cret@127.0.0.1',
    'not an address',
  ])('%s is not reached: an exit code of 2, and no credentials', async (url) => {
    const { code, stdout, stderr } = await signalbox(project({}), ['check', '--live', url]);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^signalbox: .+\.\n$/);
    expect(stderr).not.toContain('s3cret');
  });
});

describe('the settings of a stack hold for what is exposed, too', () => {
  const waiver = `waivers: [{ code: 'exposition/missing-metric', of: 'prod › metric http_requests_total', reason: 'Deployed in August.', owner: 'Feed', until: '2026-09-01' }],`;
  const levels = "levels: { 'exposition/missing-metric': 'warning' },";
  const baseline = `[\n  {"code":"exposition/missing-metric","path":"prod › metric http_requests_total"}\n]\n`;
  const baselineFile = 'definitions/signalbox-baseline.json';
  const compare = (directory: string, file = 'a.prom') => signalbox(directory, ['check', '--exposition', file]);

  it('a level', async () => {
    const directory = project({ 'a.prom': renamed }, definitions({ most: levels }));
    expect(await compare(directory)).toMatchObject({ code: 0, stderr: expect.stringMatching(/^warning exposition/) });
  });

  it('a waiver; a build neither needs it nor calls it unused, and what is there again makes it so', async () => {
    const directory = project({ 'a.prom': renamed, 'b.prom': typed }, definitions({ most: waiver }));
    const [waived, built, repaired] = await Promise.all([
      compare(directory),
      signalbox(directory, ['build', '--no-types']),
      compare(directory, 'b.prom'),
    ]);
    expect(waived).toMatchObject({ code: 0, stderr: 'Not counted: 1 waived.\n' });
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(repaired).toMatchObject({ code: 0, stderr: expect.stringContaining('warning waiver/unused') });
  });

  it('a baseline, which a build leaves as it is', async () => {
    const directory = project({ 'a.prom': renamed, 'b.prom': typed, [baselineFile]: baseline });
    const built = await signalbox(directory, ['build', '--no-types', '--shrink-baseline']);
    expect(built).toMatchObject({ code: 0, stderr: '' });
    expect(contentsOf(directory)[baselineFile]).toBe(baseline);
    const [known, repaired] = await Promise.all([compare(directory), compare(directory, 'b.prom')]);
    expect(known).toMatchObject({ code: 0, stderr: 'Not counted: 1 known from signalbox-baseline.json.\n' });
    expect(repaired).toMatchObject({ code: 1, stderr: expect.stringContaining('error baseline/stale') });
  });
});

it('what does not compile is told with what is not exposed', async () => {
  const more = 'signals: { Lost: s.rate(requests.where({ status: /(?=5)/ })) },';
  const { code, stderr } = await signalbox(project({ 'a.prom': typed }, definitions({ more })), [
    'check',
    '--exposition',
    'a.prom',
  ]);

  expect(code).toBe(1);
  expect(stderr).toContain('error metric/regexp');
});
