/** The page fires between the formula and the printed bound, and clears when predicted, wherever an incident begins. */
import { expect, test } from 'vitest';
import { detectionBoundMs, detectionMs, resetMs } from '../../generators/model/slo-detection.ts';
import type { SloPlan } from '../../generators/model/slo-plan.ts';
import { compiledSlo, evaluator, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import { firing, follow, spanOf } from './timeline.ts';
import { webTraffic } from './traffic.ts';

const HOUR = 3600;
/** The medium tier is warm after six hours. */
const HISTORY = 6 * HOUR + 600;
const BRIDGE = 300;
const PAGE = firing('WebAvailabilityBurn');

interface Incident {
  readonly errors: number;
  /** Seconds after an evaluation. */
  readonly start: number;
  readonly seconds: number;
}

/** Incidents, each in a region of its own: when the page fires, from the start, and is quiet again, from the end. */
function pagesOf(scrape: number, evaluation: number, incidents: readonly Incident[]) {
  const { compiled, plan } = compiledSlo(sloOf({ per: ['region'] }), evaluator(scrape, evaluation));
  const inputs = incidents.flatMap(({ errors, start, seconds }, i) =>
    webTraffic(
      [
        { seconds: HISTORY + start, rate: 100 },
        { seconds, rate: 100, errors },
        { seconds: HOUR, rate: 100 },
      ],
      // Scrapes at a third or two thirds of their interval: off the evaluation grid.
      { scrape, phase: (scrape / 3) * (1 + (i % 2)), labels: `region="${errors}+${start}"` },
    ),
  );
  const scenario = { rules: rulesText(compiled, ['page', 'rollups']), inputs, evaluation };
  const longest = Math.max(...incidents.map(({ seconds }) => seconds));
  const page = follow(scenario, { page: PAGE }, HISTORY, HISTORY + longest + 2700)('page');
  const found = incidents.map(({ errors, start, seconds }) => {
    const { first, last, unbroken } = spanOf(page, { region: `${errors}+${start}` });
    const begun = HISTORY + start;
    return {
      errors,
      unbroken,
      fires: first === undefined ? undefined : first - begun,
      clears: last === undefined ? undefined : last + evaluation - begun - seconds,
    };
  });
  return { plan, found };
}

/** The earliest formula, the earliest bound and the latest reset of the page tiers that fire within an incident. */
function predicted(plan: SloPlan, errors: number, seconds: number) {
  const tiers = plan.page.filter(
    (tier) => (detectionMs(tier, plan, errors) ?? Number.POSITIVE_INFINITY) < seconds * 1000,
  );
  const inSeconds = (of: typeof detectionMs) => tiers.map((tier) => (of(tier, plan, errors) ?? Number.NaN) / 1000);
  return {
    earliest: Math.min(...inSeconds(detectionMs)),
    bound: Math.min(...inSeconds(detectionBoundMs)),
    reset: Math.max(...inSeconds(resetMs)),
  };
}

type Page = ReturnType<typeof pagesOf>['found'][number];

/**
 * The end of an incident reaches the recordings as late as its beginning, at most; and a short window that reads w − e less
 * may be one evaluation ahead of the formula, where it is not a whole number of evaluations.
 */
function expectPredicted(plan: SloPlan, { errors, fires, clears, unbroken }: Page, seconds: number): void {
  const { windowMs, scrapeMs, intervalMs } = plan.base;
  const { earliest, bound, reset } = predicted(plan, errors, seconds);
  expect(unbroken).toBe(true);
  expect(fires).toBeGreaterThanOrEqual(earliest);
  expect(fires).toBeLessThanOrEqual(bound);
  expect(clears).toBeGreaterThanOrEqual(reset + BRIDGE - intervalMs / 1000);
  expect(clears).toBeLessThanOrEqual(reset + BRIDGE + (windowMs / 2 + scrapeMs + intervalMs) / 1000);
}

const hourOf = (errors: number) => (start: number) => ({ errors, start, seconds: HOUR });
/** For longer than the long window of the fast tier, but not until the medium one (0.6 % over 6 h) has enough. */
const just = (errors: number) => ({ errors, start: 7, seconds: 4400 });

test.each([
  { scrape: 15, evaluation: 30, starts: [0, 7, 22] },
  { scrape: 60, evaluation: 60, starts: [0, 41] },
])(
  'scrapes every $scrape s, evaluations every $evaluation s: an hour of 100 %, 10 % and 2 % pages within the bound, once, and clears when predicted; 1.43 % never does, 1.46 % does',
  ({ scrape, evaluation, starts }) => {
    const hours = [1, 0.1, 0.02].flatMap((errors) => starts.map(hourOf(errors)));
    const { plan, found } = pagesOf(scrape, evaluation, [...hours, just(0.0143), just(0.0146)]);
    const [over, under, ...rest] = found.toReversed();
    expect([under?.fires, over?.fires]).toEqual([undefined, expect.any(Number)]);
    expect(rest).toHaveLength(hours.length);
    for (const page of rest) expectPredicted(plan, page, HOUR);
  },
);

test('0.8 % pages by the medium tier alone, within its bound', () => {
  const { plan, found } = pagesOf(15, 30, [{ errors: 0.008, start: 7, seconds: 5 * HOUR }]);
  const formulas = plan.page.map((tier) => detectionMs(tier, plan, 0.008));
  expect(formulas).toEqual([undefined, 4.5 * HOUR * 1000]);
  for (const page of found) expectPredicted(plan, page, 5 * HOUR);
});
