import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { contentsOf, scratchDirectory } from '../write/scratch-directory.ts';
import { definitions, makeProject, signalbox, writeFiles } from './signalbox.ts';

const mistakes = fileURLToPath(new URL('twelve-mistakes.ts', import.meta.url));
const index = 'definitions/index.ts';
const untyped = '--no-types';

function project(files: Readonly<Record<string, string>>): string {
  const directory = scratchDirectory();
  writeFiles(directory, { 'package.json': '{ "type": "module" }\n', ...files });
  return directory;
}

/** The lines of the fixture that make the twelve complaints, found by their text. */
function lineOf(text: string): number {
  return (
    readFileSync(mistakes, 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1
  );
}

it('twelve mistakes are told at once, each with its place, and out/ stays as it was', async () => {
  const directory = project({ [index]: readFileSync(mistakes, 'utf8'), 'out/prod/kept.txt': 'as it was' });
  const { code, stdout, stderr } = await signalbox(directory, ['build', untyped]);
  const lines = stderr.split('\n');
  const heads = lines.filter((line) => line.startsWith('error '));
  const at = (text: string) => `  ${index}:${lineOf(text)}`;
  const want = [
    ['error shape/unknown-field  prod › feed', at('feed = s.service')],
    ['error shape/missing-field  prod › feed › alerts.orphan.runbook', at('orphan:')],
    ['error condition/unit  prod › feed › alerts.unitless.when.threshold', at('unitless:')],
    ['error condition/unproved  prod › feed › alerts.unproved.when', at('unproved:')],
    ['error shape/wrong-value  prod › feed › dependsOn', at('feed = s.service')],
    ['error metric/label  prod › feed › errors.label', at('wrongLabel =')],
    ['error metric/regexp  prod › feed › errors.regexp', at('lookAhead =')],
    ['error metric/label-value  prod › feed › errors.value', at('wrongValue =')],
    ['error slo/not-a-bucket  prod › feed › slos.latency.within', at('latency: s.latency')],
    ['error slo/objective  prod › feed › slos.perfect.objective', at('perfect:')],
    ['error shape/name  prod › my profile › id', at("'my profile'")],
    ['error reference/kind  prod › ranking › team', at('ranking =')],
  ];
  expect(heads.map((head) => [head, lines[lines.indexOf(head) + 1]])).toEqual(want);
  expect(lines.at(-2)).toBe('12 errors. Nothing was written; `signalbox explain CODE` says more.');
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(contentsOf(join(directory, 'out'))).toEqual({ 'prod/kept.txt': 'as it was' });
});

it('--json tells machines the same, on standard output', async () => {
  const directory = project({ [index]: readFileSync(mistakes, 'utf8') });
  const { code, stdout } = await signalbox(directory, ['build', untyped, '--json']);
  const plain: readonly Readonly<Record<string, unknown>>[] = JSON.parse(stdout);
  expect(code).toBe(1);
  expect(plain.length).toBe(12);
  expect(plain[8]).toEqual({
    code: 'slo/not-a-bucket',
    level: 'error',
    path: 'prod › feed › slos.latency.within',
    file: index,
    line: lineOf('latency: s.latency'),
    message: '55ms is not a bucket of http_request_duration_seconds; nearest are 50ms and 60ms',
    cure: 'Promise 50ms or 60ms, or add the bucket where the service exposes the histogram.',
  });
});

it('build writes, check agrees; check tells what differs, changes nothing, and build repairs it', async () => {
  const directory = project({ [index]: definitions() });
  const out = join(directory, 'out');
  expect(await signalbox(directory, ['check', untyped])).toMatchObject({ code: 3 });
  const built = await signalbox(directory, ['build', untyped]);
  expect(built).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^out\/: [1-9]\d* written, 0 removed, 0 unchanged\n$/),
  });
  expect(await signalbox(directory, ['check', untyped])).toMatchObject({ code: 0, stdout: '' });
  const fresh = contentsOf(out);
  writeFiles(out, { 'prod/README.md': 'edited', 'prod/orphan.txt': 'left over' });
  const edited = contentsOf(out);
  const drift = await signalbox(directory, ['check', untyped]);
  expect(drift).toEqual({
    code: 3,
    stdout: 'changed   out/prod/README.md\norphaned  out/prod/orphan.txt\n',
    stderr: expect.stringContaining('out/ is not up to date; run signalbox build.\n'),
  });
  expect(contentsOf(out)).toEqual(edited);
  expect(await signalbox(directory, ['build', untyped])).toMatchObject({ code: 0 });
  expect(contentsOf(out)).toEqual(fresh);
}, 90_000);

it('one stack is built without the others, and an unknown one is refused', async () => {
  const two = definitions().replace('export default s.stack({', 'const prod = s.stack({');
  const directory = project({ [index]: `${two}export default [prod, s.stack({ ...prod, id: 'staging' })];\n` });
  expect(await signalbox(directory, ['build', untyped, '--stack', 'staging'])).toMatchObject({ code: 0 });
  expect(Object.keys(contentsOf(join(directory, 'out'))).every((path) => path.startsWith('staging/'))).toBe(true);
  const unknown = await signalbox(directory, ['build', untyped, '--stack', 'stagign']);
  expect(unknown).toMatchObject({
    code: 2,
    stderr: 'signalbox: there is no stack "stagign"; did you mean `staging`?\n',
  });
});

it('a directory that is not ours is not written to', async () => {
  const directory = project({ [index]: definitions(), 'out/prod/mine.txt': 'mine' });
  const { code, stderr } = await signalbox(directory, ['build', untyped]);
  expect(code).toBe(2);
  expect(stderr).toContain('error output/foreign  prod\n');
  expect(contentsOf(join(directory, 'out'))).toEqual({ 'prod/mine.txt': 'mine' });
});

it('an output directory that cannot be made is an error, and the build ends', async () => {
  const directory = project({ [index]: definitions() });
  const { code, stderr } = await signalbox(directory, ['build', untyped, '--out', '/proc/x']);
  expect(code).toBe(2);
  expect(stderr).toContain('signalbox: cannot write /proc/x: ENOENT');
}, 20_000);

it('files that a build removes are named, ten of them at most', async () => {
  const directory = project({ [index]: definitions() });
  await signalbox(directory, ['build', untyped]);
  const kept = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`out/prod/mine-${at + 10}.txt`, 'mine']));
  writeFiles(directory, kept);
  const { stdout } = await signalbox(directory, ['build', untyped]);
  const named = Array.from({ length: 10 }, (_, at) => `removed out/prod/mine-${at + 10}.txt\n`);
  expect(stdout).toMatch(`${named.join('')}and 2 more\nout/: 0 written, 12 removed, `);
  writeFiles(directory, { 'out/prod/mine.txt': 'mine' });
  const machine = await signalbox(directory, ['build', untyped, '--json']);
  expect(machine).toMatchObject({ stdout: '[]\n', stderr: 'removed out/prod/mine.txt\n' });
}, 60_000);

describe('types', () => {
  it('are checked with the TypeScript of the project, and a wrong one keeps out/ as it was', async () => {
    const directory = scratchDirectory();
    makeProject(directory);
    writeFiles(directory, { [index]: definitions() });
    expect(await signalbox(directory, ['build'])).toMatchObject({ code: 0, stderr: '' });
    const before = contentsOf(join(directory, 'out'));
    writeFiles(directory, {
      [index]: `${definitions({ more: "description: 'Changed.'," })}\nexport const five: string = 5;\n`,
    });
    const { code, stderr } = await signalbox(directory, ['build']);
    expect(code).toBe(1);
    expect(stderr).toContain("error TS2322: Type 'number' is not assignable to type 'string'.");
    expect(stderr).toContain('The types do not check; nothing was written.');
    expect(contentsOf(join(directory, 'out'))).toEqual(before);
    expect(await signalbox(directory, ['build', untyped])).toMatchObject({ code: 0, stderr: '' });
  });

  it('where there is no TypeScript, the build says that they were not checked', async () => {
    const directory = project({ [index]: definitions() });
    const { code, stderr } = await signalbox(directory, ['build']);
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'The types were not checked: the project has no typescript package.\n',
    });
  });
});
