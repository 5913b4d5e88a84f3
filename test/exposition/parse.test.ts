import { describe, expect, it } from 'vitest';
import type { Observed } from '../../generators/exposition/observed.ts';
import { parseExposition } from '../../generators/exposition/parse.ts';

/** `type name: series …`, one line for each family. */
function summaryOf({ families }: Observed): readonly string[] {
  return [...families.values()].map(({ name, type, series }) => {
    const shown = series.map((one) => `${one.name}${JSON.stringify(one.labels).replaceAll('"', '')}`);
    return [`${type} ${name}:`, ...shown].join(' ');
  });
}

const cases: readonly (readonly [what: string, lines: readonly string[], want: readonly string[]])[] = [
  ['nothing', [], []],
  ['a sample alone', ['up 1'], ['unknown up: up{}']],
  ['a type and a help', ['# HELP a Text.', '# TYPE a gauge', 'a{b="c"} 1'], ['gauge a: a{b:c}']],
  [
    'time stamps, of milliseconds and of seconds',
    ['a 1 1395066363000', 'b 1 1520879607.789'],
    ['unknown a: a{}', 'unknown b: b{}'],
  ],
  ['blanks, tabs and a comma behind the last label', ['  a\t{ b = "c" , }\t1 '], ['unknown a: a{b:c}']],
  ['comments and empty lines', ['# a comment', '', '#', '# TYPEWRITER a b', 'a 1'], ['unknown a: a{}']],
  ['untyped', ['# TYPE a untyped', 'a 1'], ['unknown a: a{}']],
  ['an empty value is no label', ['a{b="",c="d"} 1'], ['unknown a: a{c:d}']],
  [
    'values that are no numbers to everyone',
    ['a NaN', 'b +Inf', 'c -Inf', 'd 1e-05', 'e 0x1p3'],
    ['unknown a: a{}', 'unknown b: b{}', 'unknown c: c{}', 'unknown d: d{}', 'unknown e: e{}'],
  ],
  [
    'a histogram has one name for all its series',
    ['# TYPE h histogram', 'h_bucket{le="+Inf"} 1', 'h_sum 1', 'h_count 1'],
    ['histogram h: h_bucket{le:+Inf} h_sum{} h_count{}'],
  ],
  [
    'a summary, too',
    ['# TYPE s summary', 's{quantile="0.5"} 1', 's_sum 1', 's_count 1'],
    ['summary s: s{quantile:0.5} s_sum{} s_count{}'],
  ],
  [
    'a metric of its own that ends like a part',
    ['# TYPE h histogram', '# TYPE h_count gauge', 'h_count 1'],
    ['histogram h:', 'gauge h_count: h_count{}'],
  ],
  ['a part of what is no whole', ['# TYPE g gauge', 'g_count 1'], ['gauge g:', 'unknown g_count: g_count{}']],
  ['a counter of the old format', ['# TYPE c_total counter', 'c_total 1'], ['counter c_total: c_total{}']],
  ['a counter without its suffix', ['# TYPE c counter', 'c 1'], ['counter c: c{}']],
  [
    'a counter of OpenMetrics',
    ['# TYPE c counter', 'c_total 1 # {trace_id="}"} 0.5 1.5', 'c_created 1.5e9', '# EOF'],
    ['gauge c_created: c_created{}', 'counter c_total: c_total{}'],
  ],
  ['one that has no series yet', ['# TYPE c counter', '# EOF'], ['counter c_total:']],
  ['one of the old format that has none yet', ['# TYPE c counter'], ['counter c:']],
  ['an info and its unit', ['# TYPE i info', 'i_info{v="1"} 1', '# UNIT i ', '# EOF'], ['info i_info: i_info{v:1}']],
  ['states', ['# TYPE s stateset', 's{s="on"} 1', 's{s="off"} 0', '# EOF'], ['gauge s: s{s:on} s{s:off}']],
  [
    'a histogram of a level is gauges',
    ['# TYPE g gaugehistogram', 'g_bucket{le="+Inf"} 1', 'g_gsum 1', 'g_gcount 1', '# EOF'],
    ['gauge g_bucket: g_bucket{le:+Inf}', 'gauge g_gcount: g_gcount{}', 'gauge g_gsum: g_gsum{}'],
  ],
  [
    'quoted names',
    ['# TYPE "a.b" counter', '{"a.b", "c.d"="e", f="g"} 1', '{"h"} 1'],
    ['counter a.b: a.b{c.d:e,f:g}', 'unknown h: h{}'],
  ],
  ['a byte order mark', ['\uFEFF# TYPE a gauge', 'a 1'], ['gauge a: a{}']],
];

describe('reads', () => {
  it.each(cases)('%s', (_, lines, want) => {
    for (const end of ['\n', '\r\n']) {
      const { observed, problems } = parseExposition(lines.map((line) => line + end).join(''));
      expect({ families: summaryOf(observed), problems }).toEqual({ families: want, problems: [] });
    }
    expect(summaryOf(parseExposition(lines.join('\n')).observed)).toEqual(want);
  });

  it('escapes in helps and values', () => {
    const text = ['# HELP a one\\ntwo \\\\ \\" \\d', '# TYPE a gauge', 'a{b="\\\\ \\" \\n \\d}"} 1'].join('\n');
    const family = parseExposition(text).observed.families.get('a');
    expect(family?.help).toBe('one\ntwo \\ " \\d');
    expect(family?.series[0]?.labels).toEqual({ b: '\\ " \n \\d}' });
  });

  it('a label that is called like something that every object has', () => {
    const { families } = parseExposition('a{__proto__="x",constructor="y"} 1').observed;
    expect(Object.entries(families.get('a')?.series[0]?.labels ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

describe('says what cannot be read, and reads the rest', () => {
  it.each([
    ['<!DOCTYPE html>', 'A sample starts with the name of a metric; this line starts with "<!DOCTYPE html>".'],
    ['a', 'The sample has no value.'],
    ['a one', 'The value "one" is no number.'],
    ['a 1 now', 'The time stamp "now" is no number.'],
    ['a 1 2 3', 'Behind the sample there is "3".'],
    ['a{b} 1', 'The label "b" has no value.'],
    ['a{"b"} 1', 'The label "b" has no value.'],
    ['{"a","b"} 1', 'The label "b" has no value.'],
    ['{b="c"} 1', 'A sample starts with the name of a metric; this line starts with "{b=\\"c\\"} 1".'],
    ['a{b=c} 1', 'The value of the label "b" stands in double quotes; here is "c} 1".'],
    ['a{b="c} 1', 'The value of the label "b" stands in double quotes; here is "\\"c} 1".'],
    ['a{b="c"d="e"} 1', 'Between labels there is a comma and behind the last a brace; here is "d=\\"e\\"} 1".'],
    ['a{b="c"', 'Between labels there is a comma and behind the last a brace; here is "".'],
    ['a{b="c",b="d"} 1', 'The label "b" is there twice.'],
    ['a{1="c"} 1', 'A label has a name; here is "1=\\"c\\"} 1".'],
    ['a 1 # b', 'An exemplar starts with its labels; here is "b".'],
    ['a 1 # {b="c"} x', 'An exemplar has a value and at most a time stamp; here is " x".'],
    [
      '# TYPE a meter',
      '"meter" is no type of a metric; there are counter, gauge, histogram, summary, untyped, unknown, info, stateset, gaugehistogram.',
    ],
    ['# TYPE', '# TYPE is followed by the name of a metric; here is "# TYPE".'],
    ['# HELP 1a b', '# HELP is followed by the name of a metric; here is "# HELP 1a b".'],
  ])('%s', (line, message) => {
    const { observed, problems } = parseExposition(`first 1\n${line}\nlast 1\n`);
    expect(problems).toEqual([{ line: 2, message }]);
    expect([...observed.families.keys()]).toEqual(['first', 'last']);
  });

  it.each([
    ['a{b="1",c="2"} 1\na{c="2",b="1"} 2', 'This series of "a" was in line 1 already.'],
    ['# TYPE a gauge\n# TYPE a counter', 'A second # TYPE of "a"; the first is taken.'],
    ['# HELP a x\n# HELP a y', 'A second # HELP of "a"; the first is taken.'],
    ['# EOF\na 1', 'The exposition ended with # EOF in line 1; here is more.'],
  ])('%j', (text, message) => {
    expect(parseExposition(text).problems).toEqual([{ line: 2, message }]);
  });

  it('a hostile line is shown short, quoted and without characters that turn what follows', () => {
    const [problem] = parseExposition(`a \u202e\u0007\u2028${'x'.repeat(500)}`).problems;
    expect(problem?.message).toMatch(/^The value "\\u\{202e\}\\u0007\\u\{2028\}x{57}…" is no number\.$/);
  });

  it('a value of ten megabytes, and a hundred thousand series, in seconds', () => {
    const long = `a{b="${'\\"x'.repeat(3_500_000)}"} 1\n`;
    const many = Array.from({ length: 100_000 }, (_, index) => `m{i="${index}"} ${index}\n`).join('');
    const { observed, problems } = parseExposition(long + many);
    expect(problems).toEqual([]);
    expect(observed.families.get('a')?.series[0]?.labels.b?.length).toBe(7_000_000);
    expect(observed.families.get('m')?.series.length).toBe(100_000);
  });
});
