import { describe, expect, it } from 'vitest';
import { printDeclarations } from '../../generators/declarations/print-declarations.ts';
import type { Observed } from '../../generators/exposition/observed.ts';
import { bodyOf, histogram, print } from './printed.ts';

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
      [
        "export const a = gauge('a', {",
        "  help: 'H\\ni',",
        "  unit: 'count', // Check: the name does not say it.",
        '});',
      ],
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

it('only what matches is written, and nothing is a module, too', () => {
  const lines = ['a_total 1', 'b_total 1'];
  expect(print(lines, { match: /^a/ })).toMatchObject({ declared: 1, undeclared: 0 });
  expect(print(lines, { match: /c/ }).text).toMatch(/\n\nexport \{\};\n$/);
});
