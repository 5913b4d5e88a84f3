import { describe, expect, it } from 'vitest';
import { printDeclarations } from '../../generators/declarations/print-declarations.ts';
import type { Observed } from '../../generators/exposition/observed.ts';
import { parseExposition } from '../../generators/exposition/parse.ts';

function print(lines: readonly string[], wish: { readonly match?: RegExp; readonly without?: readonly string[] } = {}) {
  return printDeclarations(parseExposition(`${lines.join('\n')}\n`).observed, { source: '"x"', without: [], ...wish });
}

/** Behind the header and the imports. */
function bodyOf(lines: readonly string[]): readonly string[] {
  return print(lines).text.split('\n\n').slice(2).join('\n\n').trimEnd().split('\n');
}

const histogram = (name: string, ...bounds: readonly string[]) => [
  `# TYPE ${name} histogram`,
  ...[...bounds, '+Inf'].map((le) => `${name}_bucket{le="${le}"} 1`),
  `${name}_sum 1`,
  `${name}_count 1`,
];
const many = (label: string, count: number, of = (index: number) => `v${index + 100}`) =>
  Array.from({ length: count }, (_, index) => `m{${label}="${of(index)}"} 1`);

it('is a module with one constant for each metric', () => {
  const { text, declared, undeclared } = print([
    "# HELP http_requests_total Requests answered, it's said.",
    '# TYPE http_requests_total counter',
    'http_requests_total{instance="i",job="j",path="/",status="200"} 1',
    'http_requests_total{instance="i",job="j",path="/cart",status="200"} 1',
    ...histogram('http_request_duration_seconds', '0.05', '1', '2.5'),
  ]);
  expect({ declared, undeclared }).toEqual({ declared: 2, undeclared: 0 });
  expect(text).toBe(`// What "x" exposed. A beginning: only what was there at the time is known.
// Keep what alerts, SLOs and panels read; check units and labels.

import { counter, histogram, httpStatus, labelValues } from 'signalbox';

export const requestDuration = histogram('http_request_duration_seconds', {
  help: 'No help was exposed.',
  buckets: ['50ms', '1s', '2500ms'],
});

export const requests = counter('http_requests_total', {
  help: "Requests answered, it's said.",
  labels: { path: labelValues('/', '/cart'), status: httpStatus },
});
`);
});

describe('a metric becomes', () => {
  it.each<readonly [string, readonly string[], readonly string[]]>([
    [
      'a gauge',
      ['# TYPE a_bytes gauge', 'a_bytes 1'],
      ["export const bytes = gauge('a_bytes', {", "  help: 'No help was exposed.',", '});'],
    ],
    [
      'a gauge with a unit to check',
      ['# TYPE a gauge', '# HELP a H\\ni', 'a 1'],
      ["export const a = gauge('a', {", "  help: 'H\\ni',", "  unit: 'count', // Check: the name does not say it.", '});'],
    ],
    [
      'a gauge in milliseconds',
      ['# TYPE a_lag_ms gauge', 'a_lag_ms 1'],
      [
        "export const lagMs = gauge('a_lag_ms', {",
        "  help: 'No help was exposed.',",
        "  unit: 'milliseconds', // Check: the name does not say it.",
        '});',
      ],
    ],
    [
      'a gauge that is a moment',
      ['# TYPE process_start_time_seconds gauge', 'process_start_time_seconds 1'],
      [
        "export const startTime = gauge('process_start_time_seconds', {",
        "  help: 'No help was exposed.',",
        "  unit: 'timestamp',",
        '});',
      ],
    ],
    [
      'an info, though the old format calls it a gauge',
      ['# TYPE a_info gauge', 'a_info{v="1"} 1'],
      [
        "export const aInfo = info('a_info', {",
        "  help: 'No help was exposed.',",
        "  labels: { v: labelValues('1') },",
        '});',
      ],
    ],
    [
      'a counter whose name does not say so',
      ['# TYPE a_b counter', 'a_b 1'],
      ["export const b = unsuffixedCounter('a_b', {", "  help: 'No help was exposed.',", '});'],
    ],
    [
      'a summary',
      [
        '# TYPE a_seconds summary',
        'a_seconds{quantile="0.99"} 1',
        'a_seconds{quantile="0.5"} 1',
        'a_seconds_sum 1',
        'a_seconds_count 1',
      ],
      [
        "export const seconds = summary('a_seconds', {",
        "  help: 'No help was exposed.',",
        "  quantiles: { '0.5': true, '0.99': true },",
        '});',
      ],
    ],
    [
      'a histogram without a type',
      histogram('a_b', '1', '-2').slice(1),
      [
        '// No type was exposed: histogram is a guess by its name and labels.',
        "export const b = histogram('a_b', {",
        "  help: 'No help was exposed.',",
        "  unit: 'count', // Check: the name does not say it.",
        '  buckets: [-2, 1],',
        '});',
      ],
    ],
    [
      'a summary without a type',
      ['a_b_sum 1', 'a_b_count 1'],
      [
        '// No type was exposed: summary is a guess by its name and labels.',
        "export const b = summary('a_b', {",
        "  help: 'No help was exposed.',",
        "  unit: 'count', // Check: the name does not say it.",
        '  quantiles: {},',
        '});',
      ],
    ],
    [
      'a counter without a type',
      ['a_b_total 1'],
      [
        '// No type was exposed: counter is a guess by its name and labels.',
        "export const b = counter('a_b_total', {",
        "  help: 'No help was exposed.',",
        '});',
      ],
    ],
    [
      'a histogram with the buckets that can be said',
      histogram('a_seconds', '0.1', '0.30000000000000004'),
      [
        '// Buckets that cannot be written in seconds are left out: "0.30000000000000004".',
        "export const seconds = histogram('a_seconds', {",
        "  help: 'No help was exposed.',",
        "  buckets: ['100ms'],",
        '});',
      ],
    ],
    [
      'a histogram in plain numbers, where none can be said in the unit of its name',
      histogram('a_seconds', '-1'),
      [
        '// Check the unit of the buckets.',
        "export const seconds = histogram('a_seconds', {",
        "  help: 'No help was exposed.',",
        "  unit: 'count',",
        '  buckets: [-1],',
        '});',
      ],
    ],
    [
      'a line that says why it is no declaration',
      [...histogram('a_seconds'), '{"a b"} 1'],
      [
        '// Not declared:',
        '// "a b": its name cannot be declared.',
        '// "a_seconds": it is a histogram of which no bucket was seen.',
      ],
    ],
    [
      'nothing, where it says when others were born',
      ['# TYPE a_total counter', 'a_total 1', '# TYPE a_created gauge', 'a_created 1'],
      ["export const a = counter('a_total', {", "  help: 'No help was exposed.',", '});'],
    ],
  ])('%s', (_, lines, want) => {
    expect(bodyOf(lines)).toEqual(want);
  });

  it('a histogram whose series have different buckets, with a warning', () => {
    const text = bodyOf([
      '# TYPE a_seconds histogram',
      'a_seconds_bucket{p="1",le="1"} 1',
      'a_seconds_bucket{p="2",le="2"} 1',
    ]);
    expect(text[0]).toBe('// Check the buckets: not all series have the same.');
  });

  it('a native histogram', () => {
    const series = [{ name: 'a_seconds', labels: {} }];
    const family = { name: 'a_seconds', type: 'native-histogram', help: 'Time.', series } as const;
    const observed: Observed = { families: new Map([['a_seconds', family]]) };
    expect(printDeclarations(observed, { source: 'x', without: [] }).text).toContain(
      "export const seconds = nativeHistogram('a_seconds', {\n  help: 'Time.',\n});\n",
    );
  });
});

describe('a label is', () => {
  const labelLines = (lines: readonly string[]) =>
    bodyOf(['# TYPE m gauge', ...lines])
      .slice(3, -1)
      .map((line) => line.trim());

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['its values', many('a', 2), ["labels: { a: labelValues('v100', 'v101') },"]],
    [
      'open, where there are more than twenty',
      many('a', 21),
      [
        'labels: {',
        '// Check: 21 values were seen; write the most that there can be.',
        "a: upTo(21, 'v100', 'v101', 'v102', 'v103', 'v104'),",
        '},',
      ],
    ],
    ['the codes of HTTP', many('code', 2, (index) => `${index + 2}00`), ['labels: { code: httpStatus },']],
    ['no code of HTTP', many('code', 2, (index) => `E${index}`), ["labels: { code: labelValues('E0', 'E1') },"]],
    [
      'open, where its values have no end',
      many('a', 2, (index) => `10.0.0.${index}:80`),
      [
        'labels: {',
        '// Check: its values look like IP addresses, which have no bound; 2 values were seen.',
        "a: upTo(2, '10.0.0.0:80', '10.0.0.1:80'),",
        '},',
      ],
    ],
    [
      'left out, where it would be refused',
      many('user_id', 1, () => '0f8fad5b-d9cb-469f-a165-70867728950e'),
      [
        'labels: {',
        '// Left out: this label has a value for each user id, which has no bound. Leave it out where the service exposes it, or list its values.',
        "// user_id: upTo(1, '0f8fad5b-d9cb-469f-a165-70867728950e'),",
        '},',
      ],
    ],
    [
      'doubted by its name',
      many('user', 1),
      [
        'labels: {',
        '// Check: this label has a value for each user, which has no bound.',
        "user: labelValues('v100'),",
        '},',
      ],
    ],
    [
      'left out, where it has a thousand values',
      many('a', 1001),
      [
        'labels: {',
        expect.stringContaining('has up to 1001 values'),
        "// a: upTo(1001, 'v100', 'v1000', 'v1001', 'v1002', 'v1003'),",
        '},',
      ],
    ],
    [
      'quoted, where it must be',
      ['m{a="it\'s"} 1', 'm{a="\\\\"} 1'],
      ["labels: { a: labelValues('\\\\', \"it's\") },"],
    ],
    [
      'open, where a value cannot be written',
      [`m{a="${'x'.repeat(201)}"} 1`, 'm{a="y"} 1'],
      ['labels: {', '// Check: 2 values were seen; write the most that there can be.', "a: upTo(2, 'y'),", '},'],
    ],
  ])('%s', (_, lines, want) => {
    expect(labelLines(lines)).toEqual(want);
  });

  it('not there, where the scrape or the server adds it', () => {
    const { text } = print(['m{job="a",instance="b",cluster="c",d="e"} 1'], { without: ['cluster'] });
    expect(text).toContain("labels: { d: labelValues('e') },");
    expect(text).not.toMatch(/job|instance|cluster/);
  });

  it('only named, where its name cannot be declared', () => {
    const [first] = bodyOf(['# TYPE m gauge', 'm{"a.b"="c"} 1']);
    expect(first).toBe('// The label "a.b" has a name that cannot be declared.');
  });

  it('left out, where labels multiply to more than a server holds', () => {
    const values = Array.from({ length: 150 }, (_, index) => `m{a="a${index}",b="b${index}",c="c${index % 50}"} 1`);
    const text = bodyOf(['# TYPE m gauge', ...values]).join('\n');
    expect(text).toContain(
      '// Left out: with it the labels multiply to 1125000 series; 1000000 are the limit.\n    // a: upTo(150,',
    );
    expect(text).toMatch(/^ {4}b: upTo\(150,/m);
  });

  it('on several lines, where one is too long', () => {
    const lines = labelLines(many('a', 20, (index) => `value-${index + 10}`));
    expect(lines.slice(0, 3)).toEqual(['labels: {', 'a: labelValues(', "'value-10',"]);
    expect(lines.slice(-3)).toEqual(["'value-29',", '),', '},']);
  });
});

it('only what matches is written, and nothing is a module, too', () => {
  const lines = ['a_total 1', 'b_total 1'];
  expect(print(lines, { match: /^a/ })).toMatchObject({ declared: 1, undeclared: 0 });
  expect(print(lines, { match: /c/ }).text).toMatch(/\n\nexport \{\};\n$/);
});
