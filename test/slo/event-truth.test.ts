/** Long windows hold the true share of events, whatever day and night do to traffic, and through restarts. */
import { expect, test } from 'vitest';
import { compiledSlo, evaluator, sloOf } from './fixture.ts';
import { type Part, rulesText } from './rule-parts.ts';
import { ask } from './scenario.ts';
import { bad, counted, type Phase, webTraffic } from './traffic.ts';

const HOUR = 3600;

/** Events between two seconds, as a process that never restarts counts them. */
function eventsBetween(
  phases: readonly Phase[],
  perSecond: (phase: Phase) => number,
  from: number,
  to: number,
): number {
  const count = counted(
    phases.map(({ restart: _, ...phase }) => phase),
    perSecond,
  );
  const at = (second: number) => Number(count(second));
  return at(to) - at(from);
}

/** Three days and a bit: 16 hours of 200/s, 8 hours of 5/s; in the second night an hour of 20 % errors. */
const threeDays: readonly Phase[] = [
  { seconds: 6 * HOUR, rate: 200 },
  { seconds: 8 * HOUR, rate: 5 },
  { seconds: 16 * HOUR, rate: 200 },
  { seconds: 3 * HOUR, rate: 5 },
  { seconds: HOUR, rate: 5, errors: 0.2 },
  { seconds: 4 * HOUR, rate: 5 },
  { seconds: 16 * HOUR, rate: 200 },
  { seconds: 8 * HOUR, rate: 5 },
  { seconds: 16 * HOUR, rate: 200, errors: 0.0004 },
];

/** The same within hours: dusk, ten minutes of 20 % errors, dawn. */
const oneNight: readonly Phase[] = [
  { seconds: 3 * HOUR, rate: 200 },
  { seconds: HOUR, rate: 5 },
  { seconds: 600, rate: 5, errors: 0.2 },
  { seconds: HOUR, rate: 5 },
  { seconds: 3 * HOUR, rate: 200, errors: 0.0004 },
];

interface Row {
  readonly window: string;
  readonly hours: number;
  /** Nothing changes within a base window of it, nor of the window's other end. */
  readonly end: number;
  readonly phases: readonly Phase[];
  readonly scrape: number;
  readonly phase: number;
  readonly evaluation: number;
  readonly parts: readonly Part[];
}

/** A restart in the middle of each stretch but the bad one: what happened since its last scrape, nobody can count. */
const withRestarts = (phases: readonly Phase[]): readonly Phase[] =>
  phases.flatMap((phase) => {
    const half = { ...phase, seconds: phase.seconds / 2 };
    return [half, { ...half, restart: phase.errors !== 0.2 }];
  });

test.each<Row>([
  {
    window: '3d',
    hours: 72,
    end: 76 * HOUR,
    phases: threeDays,
    scrape: 60,
    phase: 20,
    evaluation: 300,
    parts: ['base', 'ticket'],
  },
  {
    window: '6h',
    hours: 6,
    end: 7 * HOUR,
    phases: oneNight,
    scrape: 15,
    phase: 5,
    evaluation: 30,
    parts: ['page', 'rollups'],
  },
])('the error ratio over $window is the events’ within 0.5 %, and the mean of ratios is not', (row) => {
  const { window, hours, end, phases, scrape, phase, evaluation, parts } = row;
  const { compiled } = compiledSlo(sloOf({ per: ['region'] }), evaluator(scrape, evaluation));
  const inputs = [
    ...webTraffic(phases, { scrape, phase, labels: 'region="steady"' }),
    ...webTraffic(withRestarts(phases), { scrape, phase, labels: 'region="restarts"' }),
  ];
  const scenario = { rules: rulesText(compiled, parts), inputs, evaluation, tick: phase };
  const mean = 'avg_over_time((slo:sli_bad:rate / slo:sli_total:rate)';
  const [ratios = [], means = []] = ask(scenario, [
    [`slo:sli_error:ratio{window="${window}"}`, end],
    [`${mean}[${window}:${evaluation}s])`, end],
  ]);
  const from = end - hours * HOUR;
  const truth = eventsBetween(phases, bad, from, end) / eventsBetween(phases, ({ rate }) => rate, from, end);
  expect(ratios.map(({ labels }) => labels.region)).toEqual(['restarts', 'steady']);
  for (const { value } of ratios) expect(Math.abs(value / truth - 1)).toBeLessThan(0.005);
  for (const { value } of means) expect(value / truth).toBeGreaterThan(2);
});
