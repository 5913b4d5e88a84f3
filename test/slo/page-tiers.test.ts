/** The page fires between the formula and the printed bound, and clears when predicted, wherever an incident begins. */
import { describe, expect, test } from 'vitest';
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
}

/** Incidents of one length, each in a region of its own: when the page fires and is quiet again, from start and end. */
function pagesOf(scrape: number, evaluation: number, seconds: number, incidents: readonly Incident[]) {
  const { compiled, plan } = compiledSlo(sloOf({ per: ['region'] }), evaluator(scrape, evaluation));
  const inputs = incidents.flatMap(({ errors, start }, i) =>
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
  const page = follow(scenario, { page: PAGE }, HISTORY, HISTORY + seconds + HOUR)('page');
  const found = incidents.map(({ errors, start }) => {
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

/**
 * The end of an incident reaches the recordings as late as its beginning, at most; and a short window that reads w − e less
 * may be one evaluation ahead of the formula, where it is not a whole number of evaluations.
 */
function expectCleared(plan: SloPlan, clears: number | undefined, reset: number): void {
  const { windowMs, scrapeMs, intervalMs } = plan.base;
  expect(clears).toBeGreaterThanOrEqual(reset + BRIDGE - intervalMs / 1000);
  expect(clears).toBeLessThanOrEqual(reset + BRIDGE + (windowMs / 2 + scrapeMs + intervalMs) / 1000);
}

describe.each([
  { scrape: 15, evaluation: 30, starts: [0, 7, 22, 29] },
  { scrape: 60, evaluation: 60, starts: [0, 19, 41] },
])('scrapes every $scrape s, evaluations every $evaluation s', ({ scrape, evaluation, starts }) => {
  test('an hour of 100 %, 10 % and 2 % errors pages within the bound, once, and clears when predicted', () => {
    const incidents = [1, 0.1, 0.02].flatMap((errors) => starts.map((start) => ({ errors, start })));
    const { plan, found } = pagesOf(scrape, evaluation, HOUR, incidents);
    for (const { errors, fires, clears, unbroken } of found) {
      const { earliest, bound, reset } = predicted(plan, errors, HOUR);
      expect(unbroken).toBe(true);
      expect(fires).toBeGreaterThanOrEqual(earliest);
      expect(fires).toBeLessThanOrEqual(bound);
      expectCleared(plan, clears, reset);
    }
    expect(found).toHaveLength(incidents.length);
  });

  test('an error ratio just under the threshold never pages, just over it does', () => {
    // For longer than the long window, but not for so long that the medium tier (0.6 % over 6 h) fires.
    const { found } = pagesOf(scrape, evaluation, 4400, [
      { errors: 0.0143, start: 7 },
      { errors: 0.0146, start: 7 },
    ]);
    expect(found.map(({ fires }) => fires !== undefined)).toEqual([false, true]);
  });
});

test('0.8 % pages by the medium tier alone, within its bound', () => {
  const { plan, found } = pagesOf(15, 30, 5 * HOUR, [{ errors: 0.008, start: 7 }]);
  const [fast, medium] = plan.page;
  if (fast === undefined || medium === undefined) throw new Error('no tiers');
  expect(detectionMs(fast, plan, 0.008)).toBeUndefined();
  const { earliest, bound, reset } = predicted(plan, 0.008, 5 * HOUR);
  expect(earliest).toBe((detectionMs(medium, plan, 0.008) ?? 0) / 1000);
  for (const { fires, clears } of found) {
    expect(fires).toBeGreaterThanOrEqual(earliest);
    expect(fires).toBeLessThanOrEqual(bound);
    expectCleared(plan, clears, reset);
  }
});
