/** What burns slowly is a ticket within its bound, and wakes nobody. */
import { beforeAll, expect, test } from 'vitest';
import { detectionBoundMs, detectionMs, resetMs } from '../../generators/model/slo-detection.ts';
import type { BurnTier } from '../../generators/model/slo-plan.ts';
import { compiledSlo, evaluator, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import { firing, follow, spanOf, type Timeline, valueAt } from './timeline.ts';
import { webTraffic } from './traffic.ts';

const HOUR = 3600;
const EVALUATION = 300;
/** The long tier is warm after three days; what burns before them counts, for the history is clean. */
const STOP = 84 * HOUR;
const END = STOP + 6 * HOUR;

/** Each in a region of its own. 0.4 % is over both tiers' thresholds, 0.15 % over that of the long one (0.1 %) only. */
const burns = [
  { errors: 0.004, hours: 24, fires: true },
  { errors: 0.0015, hours: 54, fires: true },
  { errors: 0.00095, hours: 72, fires: false },
];

/** A total outage in yet another region, half an hour before the ticket for 0.4 % is due. */
const outage = [
  { seconds: STOP - 6.5 * HOUR, rate: 100 },
  { seconds: 600, rate: 100, errors: 1 },
  { seconds: END, rate: 100 },
];

const { compiled, plan } = compiledSlo(sloOf({ per: ['region'] }), evaluator(60, EVALUATION));
let timelines: (key: 'page' | 'ticket' | 'day') => Timeline;

beforeAll(() => {
  const inputs = burns.flatMap(({ errors, hours }) =>
    webTraffic(
      [
        { seconds: STOP - hours * HOUR, rate: 100 },
        { seconds: hours * HOUR, rate: 100, errors },
        { seconds: END, rate: 100 },
      ],
      { scrape: 60, phase: 20, labels: `region="${errors}"` },
    ),
  );
  inputs.push(...webTraffic(outage, { scrape: 60, phase: 20, labels: 'region="outage"' }));
  const scenario = { rules: rulesText(compiled, ['page', 'ticket']), inputs, evaluation: EVALUATION, tick: 20 };
  const exprs = {
    page: firing('WebAvailabilityBurn'),
    ticket: firing('WebAvailabilityBurnSlow'),
    day: 'slo:sli_error:ratio{window="1d"}',
  };
  timelines = follow(scenario, exprs, 0, END);
});

/** In seconds: the first formula and bound and the last reset of the ticket tiers that an error ratio fires. */
function predicted(errors: number) {
  const tiers = plan.ticket.map(asEvaluated).filter(({ threshold }) => errors > threshold);
  const inSeconds = (of: typeof detectionMs) => tiers.map((tier) => (of(tier, plan, errors) ?? Number.NaN) / 1000);
  const formula = Math.min(...inSeconds(detectionMs));
  const bound = Math.min(...inSeconds(detectionBoundMs));
  return { formula, bound, slack: bound - formula, reset: Math.max(...inSeconds(resetMs)) };
}

/** promtool runs the ticket group as rarely as the base group here. */
const asEvaluated = (tier: BurnTier): BurnTier => ({ ...tier, intervalMs: EVALUATION * 1000 });

test.each(burns)('$errors errors for $hours hours page nobody', ({ errors }) => {
  expect(spanOf(timelines('page'), { region: String(errors) }).times).toEqual([]);
});

test.each(burns.filter(({ fires }) => fires))(
  '$errors errors for $hours hours are one ticket within the bound, which clears when predicted',
  ({ errors, hours }) => {
    const { first = Number.NaN, last = Number.NaN, unbroken } = spanOf(timelines('ticket'), { region: String(errors) });
    const { formula, bound, slack, reset } = predicted(errors);
    expect(unbroken).toBe(true);
    const fires = first - (STOP - hours * HOUR);
    expect(fires).toBeGreaterThanOrEqual(formula);
    expect(fires).toBeLessThanOrEqual(bound);
    const clears = last + EVALUATION - STOP;
    expect(clears).toBeGreaterThanOrEqual(reset - EVALUATION);
    expect(clears).toBeLessThanOrEqual(reset + slack);
  },
);

test('0.095 % is less than the budget allows: no ticket', () => {
  expect(spanOf(timelines('ticket'), { region: '0.00095' }).times).toEqual([]);
});

test('a page in another region meanwhile holds no ticket back', () => {
  const page = spanOf(timelines('page'), { region: 'outage' });
  const ticket = spanOf(timelines('ticket'), { region: '0.004' });
  expect(page.first).toBeLessThan(ticket.first ?? 0);
  expect(page.last).toBeGreaterThan((ticket.first ?? 0) - 2 * HOUR);
});

test('the ticket for 0.15 % is the long tier’s: the slow one never has its threshold', () => {
  const day = timelines('day');
  const values = [...day.keys()].map((at) => valueAt(day, at, { region: '0.0015' }) ?? 0);
  expect(Math.max(...values)).toBeGreaterThan(0.0014);
  expect(Math.max(...values)).toBeLessThan(0.003);
});
