import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readArguments } from '../../generators/cli/arguments.ts';
import { contentsOf, scratchDirectory } from '../write/scratch-directory.ts';
import { runHere } from './in-process.ts';
import { writeFiles } from './signalbox.ts';

describe('a call of import that cannot be understood says why', () => {
  const whence = 'Say where the metrics are: --exposition FILE or --live URL, one of them.';
  it.each([
    [['import'], 'Write import metrics, and nothing else without --.'],
    [['import', 'rules'], 'Write import metrics, and nothing else without --.'],
    [['import', 'metrics', 'a.txt'], 'Write import metrics, and nothing else without --.'],
    [['import', 'metrics'], whence],
    [['import', 'metrics', '--exposition', 'a', '--live', 'b'], whence],
    [['import', 'metrics', '--exposition', ' '], '--exposition is empty.'],
    [['import', 'metrics', '--live', 'a', '--match', '('], '--match "(" is no regular expression.'],
    [['import', 'metrics', '--stack', 'a'], "Unknown option '--stack'."],
    [['--out', 'a', 'import', 'metrics'], 'Write import first, and its options behind it.'],
  ])('%j', (words, message) => {
    expect(readArguments(words)).toEqual({ verb: 'wrong', message });
  });

  it('and one that can is read', () => {
    expect(readArguments(['import', 'metrics', '--exposition', 'a', '--match', '^a', '--out', 'b'])).toEqual({
      verb: 'import',
      source: { kind: 'exposition', file: 'a' },
      match: /^a/,
      out: 'b',
    });
    expect(readArguments(['import', '--help'])).toEqual({ verb: 'help' });
  });
});

const exposition = ['# TYPE a_total counter', 'a_total{status="200"} 1', 'b 1', '<html>', ''].join('\n');

it('writes on standard output, and says what could not be read', async () => {
  const directory = scratchDirectory();
  writeFiles(directory, { 'metrics.txt': exposition });
  const outcome = await runHere(directory, ['import', 'metrics', '--exposition', 'metrics.txt', '--match', '^a_']);
  expect(outcome).toMatchObject({
    code: 0,
    stderr: 'warning metrics.txt:4  A sample starts with the name of a metric; this line starts with "<html>".\n',
  });
  expect(outcome.stdout).toContain("export const a = counter('a_total', {");
  expect(outcome.stdout).not.toContain("gauge('b'");
});

it('writes a new file, and never over one', async () => {
  const directory = scratchDirectory();
  writeFiles(directory, { 'metrics.txt': 'a_total 1\n' });
  const call = ['import', 'metrics', '--exposition', 'metrics.txt', '--out', 'some/where/a.metrics.ts'];
  const first = await runHere(directory, call);
  expect(first).toEqual({ code: 0, stdout: 'some/where/a.metrics.ts: 1 metric declared\n', stderr: '' });
  const text = readFileSync(join(directory, 'some/where/a.metrics.ts'), 'utf8');
  expect(text).toMatch(/^\/\/ What "metrics\.txt" exposed\./);
  writeFiles(directory, { 'metrics.txt': 'b_total 1\n' });
  expect(await runHere(directory, call)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'signalbox: some/where/a.metrics.ts is there already, and is not overwritten.\n',
  });
  expect(readFileSync(join(directory, 'some/where/a.metrics.ts'), 'utf8')).toBe(text);
});

it.each([
  ['nowhere.txt', [], 'signalbox: nowhere.txt cannot be read (ENOENT).\n'],
  ['empty.txt', [], 'signalbox: there is no metric in "empty.txt".\n'],
  ['a.txt', ['--match', 'b'], 'signalbox: no metric in "a.txt" has a name that matches /b/; there are 1.\n'],
  ['a.txt', ['--out', 'a.txt/b.ts'], 'signalbox: a.txt/b.ts cannot be written (ENOTDIR).\n'],
])('%s %j ends with 2 and writes nothing', async (file, more, stderr) => {
  const directory = scratchDirectory();
  writeFiles(directory, { 'a.txt': 'a 1\n', 'empty.txt': '' });
  const outcome = await runHere(directory, ['import', 'metrics', '--exposition', file, ...more]);
  expect(outcome).toEqual({ code: 2, stdout: '', stderr });
  expect(Object.keys(contentsOf(directory))).toEqual(['a.txt', 'empty.txt']);
});
