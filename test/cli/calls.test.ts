import { describe, expect, it } from 'vitest';
import { readArguments } from '../../generators/cli/arguments.ts';
import { explain, explanations } from '../../generators/cli/explain.ts';
import type { OutputProblem } from '../../generators/write/output-problem.ts';
import { scratchDirectory } from '../write/scratch-directory.ts';
import { signalbox } from './signalbox.ts';

describe('a call that cannot be understood says why', () => {
  it.each([
    [[], 'Say what to do: build, check, explain, import or init.'],
    [['biuld'], 'There is no command "biuld"; did you mean build?'],
    [['frobnicate'], 'There is no command "frobnicate"; there are build, check, explain, import, init'],
    [['build', 'definitions/index.ts'], 'build takes no "definitions/index.ts"; the file goes behind --definitions.'],
    [['build', '--defs', 'a'], "Unknown option '--defs'."],
    [['build', '--out', ''], '--out is empty; name a directory.'],
    [['build', '--definitions='], '--definitions is empty; name a file.'],
    [['build', '--out'], "Option '--out <value>' argument missing."],
    [['build', '--today', '2026-02-30'], '--today "2026-02-30" is not a date; write YYYY-MM-DD.'],
    [['check', '--write-baseline'], 'check changes nothing; the baseline is written by build.'],
    [
      ['build', '--write-baseline', '--shrink-baseline'],
      '--write-baseline starts a baseline and --shrink-baseline shortens it; choose one.',
    ],
    [['explain'], 'explain takes one code, for instance metric/label-value.'],
    [['explain', 'a', 'b'], 'explain takes one code, for instance metric/label-value.'],
    [['explain', '--json', 'a'], 'explain does not know --json.'],
  ])('%j', (words, message) => {
    expect(readArguments(words)).toEqual({ verb: 'wrong', message });
  });
});

it('defaults, and what is said replaces them', () => {
  const plain = {
    definitions: 'definitions/index.ts',
    out: 'out',
    stacks: [],
    json: false,
    types: true,
    baseline: 'use',
  };
  expect(readArguments(['build'])).toEqual({ verb: 'build', ...plain });
  const words = [
    'check',
    '--definitions',
    'd.ts',
    '--out=o',
    '--stack',
    'a',
    '--stack',
    'b',
    '--json',
    '--no-types',
    '--today',
    '2026-07-01',
  ];
  expect(readArguments(words)).toEqual({
    verb: 'check',
    ...plain,
    definitions: 'd.ts',
    out: 'o',
    stacks: ['a', 'b'],
    json: true,
    types: false,
    today: '2026-07-01',
  });
});

describe('explain', () => {
  it.each(Object.keys(explanations))('%s', (code) => {
    const { kind, text } = explain(code);
    expect(kind).toBe('explained');
    expect(text).toMatch(/^\S+ \(since \d+\.\d+\.\d+\)\n\n.+\.\n\nWhy: .+\.\n\nCure: .+\.\n$/);
  });

  it('a code that there is not', () => {
    expect(explain('metric/lable').text).toBe('There is no code "metric/lable". Did you mean metric/label?\n');
    expect(explain('not-a-bucket').text).toBe('There is no code "not-a-bucket". Did you mean slo/not-a-bucket?\n');
    expect(explain('constructor').kind).toBe('unknown');
    expect(explain('?').text).toContain('\n  condition/limits\n');
  });

  it('what the writer refuses is explained, too', () => {
    const codes: Readonly<Record<OutputProblem['code'], true>> = {
      'output/path': true,
      'output/collision': true,
      'output/foreign': true,
      'output/nothing': true,
    };
    expect(Object.keys(codes).filter((code) => explain(code).kind === 'unknown')).toEqual([]);
  });
});

it('exit codes and streams of the calls that compile nothing', async () => {
  const here = scratchDirectory();
  const outcomes = await Promise.all([
    signalbox(here, ['--help']),
    signalbox(here, ['--version']),
    signalbox(here, ['explain', 'metric/unit']),
    signalbox(here, ['explain', 'metric/unti']),
    signalbox(here, ['biuld']),
    signalbox(here, ['build'], { SIGNALBOX_TODAY: 'today' }),
  ]);
  expect(outcomes.map(({ code, stdout, stderr }) => [code, stdout !== '', stderr !== ''])).toEqual([
    [0, true, false],
    [0, true, false],
    [0, true, false],
    [2, false, true],
    [2, false, true],
    [2, false, true],
  ]);
  expect(outcomes[1]?.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
});
