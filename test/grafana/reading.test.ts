import { expect, it } from 'vitest';
import { emitted } from './emitted.ts';
import { readingOf, rowOf } from './reading.ts';
import { boardOf, figure, graph, query, sample } from './sample.ts';

it('a dashboard reads as its rows, and its panels in their order', () => {
  expect(readingOf(emitted(sample))).toEqual([
    'Overview',
    '  Status [stat 6x4] (none; 0 is fine, 1 is burning; legend __auto)',
    '  Latency, 99th percentile [graph 18x8] (s; lines at 0.3 yellow, 0.5 red; legend p99, p99 a week ago)',
    '  Requests by region [bars 12x8] (reqps; legend {{region}})',
    '  Incidents [bands 12x8] (none; 1 is burning; legend {{slo}})',
    'Details (closed)',
    '  SLOs [table 24x8] (percentunit; columns SLO, Budget left (0 text), Burn rate)',
    '  Notes [text 24x4] (words)',
  ]);
});

it.each([
  { of: 'bounds', panel: graph({ min: 0, max: 1 }), want: '  Requests [graph 12x8] (reqps; 0 to 1; legend now)' },
  {
    of: 'colours without lines',
    panel: figure({ thresholds: [{ colour: 'green' }, { from: 1, colour: 'red' }] }),
    want: '  Firing [stat 6x4] (short; colours at 1 red; legend now)',
  },
  {
    of: 'several queries',
    panel: graph({ queries: [query(), query({ key: 'week', legend: 'last week' })] }),
    want: '  Requests [graph 12x8] (reqps; legend now, last week)',
  },
  {
    of: 'colours of one query',
    panel: figure({
      queries: [
        query({ key: 'p50', legend: 'p50' }),
        query({ thresholds: [{ colour: 'blue' }, { from: 2, colour: 'red' }] }),
      ],
    }),
    want: '  Firing [stat 6x4] (short; legend p50, now (2 red))',
  },
])('$of are said', ({ panel, want }) => expect(readingOf(emitted(boardOf(panel)))).toEqual(['Only', want]));

it('one row of it, and which rows there are where that one is not', () => {
  expect(rowOf(emitted(sample), 'Details')).toHaveLength(3);
  expect(rowOf(emitted(sample), 'Overview')).toHaveLength(5);
  expect(() => rowOf(emitted(sample), 'Nothing')).toThrow('there are Overview, Details (closed)');
});
