import { describe, expect, test } from 'vitest';
import {
  meets,
  parseDuration,
  printDuration,
  printNumber,
  quote,
  regexpMatches,
  regexpProblem,
} from '../../generators/promql/index.ts';
import { parseNumber } from '../../generators/promql/number.ts';
import { unquote } from '../../generators/promql/quote.ts';

describe('durations', () => {
  test.each([
    ['10ms', 10],
    ['5m', 300_000],
    ['4m15s', 255_000],
    ['1h30m', 5_400_000],
    ['30d', 2_592_000_000],
    ['1w', 604_800_000],
    ['1y', 31_536_000_000],
    ['1d1ms', 86_400_001],
    ['0s', 0],
  ])('%s is %d ms, and back', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
    expect(printDuration(ms)).toBe(text);
  });

  test.each([
    ['90m', '1h30m'],
    ['7d', '1w'],
    ['8d', '8d'],
    ['1000ms', '1s'],
    ['3600s', '1h'],
    ['1w2d', '9d'],
  ])('%s prints as %s', (text, want) => expect(printDuration(parseDuration(text) ?? Number.NaN)).toBe(want));

  test('a negative one keeps its sign', () => expect(printDuration(-5_400_000)).toBe('-1h30m'));

  test.each(['', '5', '5x', '5m1h', '1.5h', '-5m', ' 5m', '5 m', 'm', '5m5m', '9999999999y'])('%j is none', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});

describe('numbers', () => {
  test.each([
    [1 - 0.999, '0.001'],
    [0.1 + 0.2, '0.3'],
    [14.4 * 0.001, '0.0144'],
    [0, '0'],
    [-0, '0'],
    [-1.5, '-1.5'],
    [1e-7, '0.0000001'],
    [-2.5e-8, '-0.000000025'],
    [1e-12, '1e-12'],
    [150_000, '150000'],
    [1_609_746_000_123, '1609746000123'],
    [1e21, '1e+21'],
    [Number.NaN, 'NaN'],
    [Number.POSITIVE_INFINITY, '+Inf'],
    [Number.NEGATIVE_INFINITY, '-Inf'],
  ])('%d prints as %s', (value, want) => expect(printNumber(value)).toBe(want));

  test.each([
    ['1', 1],
    ['.5', 0.5],
    ['1e3', 1000],
    ['0x1F', 31],
    ['010', 8],
    ['08', 8],
    ['1_000', 1000],
    ['Inf', Number.POSITIVE_INFINITY],
    ['nan', Number.NaN],
    ['1m30s', 90],
    ['1x', undefined],
    ['', undefined],
  ])('%s is read as %s', (text, want) => expect(parseNumber(text)).toBe(want));
});

describe('strings', () => {
  test.each([
    ['a"b\\c', String.raw`"a\"b\\c"`],
    ['line\nbreak\ttab', String.raw`"line\nbreak\ttab"`],
    ['\0\x7f', String.raw`"\x00\x7f"`],
    ['日本 é 🚦', '"日本 é 🚦"'],
    ['\u00a0\u200b\u2028\ufeff', String.raw`"\u00a0\u200b\u2028\ufeff"`],
    ['\ufffd', String.raw`"\ufffd"`],
  ])('%j is quoted as Go does', (text, want) => expect(quote(text)).toBe(want));

  test.each([
    [String.raw`'it\'s "x"'`, `it's "x"`],
    ['`\\d+`', '\\d+'],
    [String.raw`"\xe2\x82\xac"`, '€'],
    [String.raw`"\342\202\254"`, '€'],
    [String.raw`"\u20ac\U0001f6a6"`, '€🚦'],
  ])('%s is read', (literal, want) => expect(unquote(literal)).toBe(want));

  test.each([
    '"',
    '"a',
    'a"',
    '"a"b"',
    String.raw`"\d"`,
    String.raw`"\'"`,
    String.raw`"\u12"`,
    String.raw`"\ud800"`,
    '"\n"',
    '"\\',
  ])('%j is none', (literal) => expect(unquote(literal)).toBeUndefined());
});

describe('regular expressions are RE2 and match the whole text', () => {
  test.each([
    ['5..', '503', true],
    ['5..', '5030', false],
    ['a|b', 'b', true],
    ['.*', '', true],
    ['', 'x', false],
    ['(?i)a', 'A', true],
    ['a.b', 'a\nb', true],
  ])('%s and %j', (pattern, text, want) => expect(regexpMatches(pattern, text)).toBe(want));

  test.each(['a(', '*', '(?!x)y', '(?<=x)y', '(a)\\1', 'a{2000}', '[z-a]'])('%s is refused', (pattern) => {
    expect(regexpProblem(pattern)).toEqual(expect.any(String));
    expect(() => regexpMatches(pattern, '')).toThrow();
  });

  test('a good one has no problem', () => expect(regexpProblem('(?:us|eu)-\\w+')).toBeUndefined());
});

test.each([
  ['=', '5xx', '5xx', true],
  ['=', '', '', true],
  ['!=', 'a', '', true],
  ['!=', 'a', 'a', false],
  ['=~', 'a|b', 'b', true],
  ['=~', '.+', '', false],
  ['!~', '.+', '', true],
  ['!~', 'a.*', 'abc', false],
] as const)('%s %j is met by %j: %s', (op, value, actual, want) => {
  expect(meets({ label: 'x', op, value }, actual)).toBe(want);
});
