/** Text means itself wherever it lands. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  address,
  anchor,
  clean,
  code,
  codeCell,
  fence,
  link,
  paragraphs,
  text,
} from '../../generators/emit/markdown/escape.ts';
import { hostileTexts } from './hostile-texts.ts';
import { htmlOf, shapeOf, targetsOf, textOf, tokensOf } from './markdown-reader.ts';

const oneLine = (raw: string): string => clean(raw).replace(/\s+/g, ' ').trim();

/** The places where a template puts text, as functions of it. */
const places: readonly { readonly place: string; readonly put: (inner: string) => string }[] = [
  { place: 'paragraph', put: (inner) => inner },
  { place: 'after words', put: (inner) => `Owner: ${inner}` },
  { place: 'heading', put: (inner) => `## ${inner}` },
  { place: 'list item', put: (inner) => `- ${inner}` },
  { place: 'numbered item', put: (inner) => `1. ${inner}` },
  { place: 'cell', put: (inner) => `| a | b |\n| --- | --- |\n| ${inner} | b |` },
  { place: 'bold', put: (inner) => `**${inner}:** x` },
];

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: fc.constantFrom(...'[]()<>`*_~|#\\&;!:-+=.1a \n\t{}"$'), maxLength: 24 }),
);

describe.each(places)('text in a $place', ({ put }) => {
  const shape = shapeOf(put('x'));
  const [before = '', after = ''] = textOf(put('MARK')).split('MARK');

  function meansItself(raw: string): void {
    // An empty line has no text token; there is nothing to show.
    if (oneLine(raw) === '') return;
    const page = put(text(raw));
    expect(shapeOf(page)).toEqual(shape);
    expect(textOf(page)).toBe(`${before}${oneLine(raw)}${after}`);
  }

  test.each(hostileTexts.map((raw) => ({ raw })))('%j', ({ raw }) => meansItself(raw));

  test('anything', () => {
    fc.assert(fc.property(anyText, meansItself), { seed: 7, numRuns: 2000 });
  });
});

test.each([
  ['fyp_requests_total', 'fyp_requests_total'],
  ['p99 is above 60ms for 5m', 'p99 is above 60ms for 5m'],
  ['#feed-alerts', '\\#feed-alerts'],
  ['Slack #feed', 'Slack #feed'],
  ['a*b', 'a\\*b'],
  ['R&D', 'R&amp;D'],
  ['a & b', 'a & b'],
])('ordinary text stays readable: %j', (raw, want) => {
  expect(text(raw)).toBe(want);
});

test('paragraphs are kept apart, everything else is one line', () => {
  expect(paragraphs('one\nline\n\n \n\n- two')).toBe('one line\n\n\\- two');
});

test.each([
  ['a', '`a`'],
  ['', ''],
  ['a`b', '``a`b``'],
  ['`a``', '``` `a`` ```'],
  ['a\nb', '`a b`'],
])('code %j', (raw, want) => {
  expect(code(raw)).toBe(want);
  expect(
    tokensOf(want)
      .filter(({ type }) => type === 'code_inline')
      .map(({ content }) => content),
  ).toEqual(raw === '' ? [] : [oneLine(raw)]);
});

test('code in a cell keeps its pipes inside', () => {
  const row = `| a |\n| --- |\n| ${codeCell('a|b')} |`;
  expect(tokensOf(row).find(({ type }) => type === 'code_inline')?.content).toBe('a|b');
});

test.each(hostileTexts.map((raw) => ({ raw })))('a block of code holds %j, also in a list', ({ raw }) => {
  for (const [indent, item] of [
    [0, ''],
    [3, '1. x\n\n'],
  ] as const) {
    const fences = tokensOf(`${item}${fence(raw, 'sh', indent)}\n\nafter`).filter(({ type }) => type === 'fence');
    expect(fences).toHaveLength(1);
    expect(fences[0]?.info).toBe('sh');
    expect(fences[0]?.content.trimEnd()).toBe(clean(raw).replace(/^\n+|\s+$/g, ''));
  }
});

test.each([
  ['https://example.com/a?b=1&c=2#d', 'https://example.com/a?b=1&c=2#d'],
  ['https://example.com/a b(c)<d>"e"|f`g', 'https://example.com/a%20b%28c%29%3Cd%3E%22e%22%7Cf%60g'],
  ['https://example.com/?a=1&copy;=2', 'https://example.com/?a=1&amp;copy;=2'],
  ['./page.md#place', './page.md#place'],
  ['runbooks/', 'runbooks/'],
  ['javascript:alert(1)', undefined],
  [' JaVaScRiPt:alert(1)', undefined],
  ['java\u0000script:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['file:///etc/passwd', undefined],
  ['//evil.example.com', undefined],
  ['#feed', '#feed'],
  ['https://', undefined],
  ['', undefined],
])('address %j', (raw, want) => {
  expect(address(raw)).toBe(want);
});

test.each(hostileTexts.map((raw) => ({ raw })))('a link with %j as title and as address', ({ raw }) => {
  const page = link(raw, `https://example.com/${raw}`);
  expect(targetsOf(page)).toHaveLength(1);
  expect(htmlOf(page)).toEqual([]);
  expect(targetsOf(link(raw, `javascript:${raw}`))).toEqual([]);
});

test.each([
  ['FypLatencyHigh', 'fyplatencyhigh'],
  ['a"><script>', 'a---script-'],
])('anchor %j', (raw, want) => {
  expect(anchor(raw)).toBe(want);
});
