/** The board of all SLOs: promised, kept, left and over which time, spent and projected, and what each incident cost. */
import { expect, test } from 'vitest';
import { readingOf } from '../grafana/reading.ts';
import { latency, service } from '../resolve/sample.ts';
import { boardOf } from './derived.ts';

const board = boardOf('prod-slos', { services: [service({ slos: { latency: latency({}) } })] });

test('it reads like the drawing', () => {
  expect(readingOf(board)).toEqual([
    'Promises',
    '  SLOs [table 24x9] (percentunit; columns Service, SLO, Target, Current, Budget left (0 yellow, 0.25 green), Over, Consumed, Projected end of month (0.75 yellow, 1 red))',
    'The chosen SLO',
    '  Error budget left over 30 days [graph 16x8] (percentunit; lines at 0 yellow, 0.25 green; legend left)',
    '  Budget consumed [stat 4x4] (percentunit; colours at 0.75 yellow, 1 red; legend Budget consumed)',
    '  Projected end of month [stat 4x4] (percentunit; colours at 0.75 yellow, 1 red; legend Projected end of month)',
    '  Burn rate by window [graph 24x8] (short; lines at 1 yellow; legend {{window}})',
    'Recent incidents',
    '  Incidents and the budget that each cost [table 24x8] (percentunit; columns Ended, Service, SLO, Paged for, Budget consumed)',
  ]);
});
