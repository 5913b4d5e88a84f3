import { roundNumber } from '../promql/number.ts';
import type { BurnTier, SloPlan } from './slo-plan.ts';

/**
 * How soon a burn tier fires and clears, for constant traffic, a clean history and a constant error ratio
 * (https://sre.google/workbook/alerting-on-slos/). Error ratios are shares of one, times milliseconds; undefined means that
 * the tier does not fire: it wants more than its threshold.
 */
type Moment = (tier: BurnTier, plan: SloPlan, errorRatio: number) => number | undefined;

/** From the first bad event to the moment when the long window holds enough of them: threshold / ratio × long. */
export const detectionMs: Moment = ({ threshold, longMs }, _, errorRatio) =>
  errorRatio > threshold ? roundNumber((threshold / errorRatio) * longMs) : undefined;

/**
 * The latest moment at which the rule fires: the formula, half a base window (an event is spread over it), the next scrape,
 * the next evaluation of the tier, and how far in the past rules are evaluated.
 */
export const detectionBoundMs: Moment = (tier, plan, errorRatio) => {
  const formula = detectionMs(tier, plan, errorRatio);
  const { windowMs, scrapeMs, queryOffsetMs } = plan.base;
  return formula === undefined
    ? undefined
    : roundNumber(formula + windowMs / 2 + scrapeMs + tier.intervalMs + queryOffsetMs);
};

/** From the last bad event to the moment when the short window is below the threshold again. */
export const resetMs: Moment = ({ threshold, shortMs }, _, errorRatio) =>
  errorRatio > threshold ? roundNumber(shortMs * (1 - threshold / errorRatio)) : undefined;

/** Minutes of total failure in a window that spend the budget of that window. */
export function budgetMinutes(plan: SloPlan, windowMs: number = plan.slo.windowMs): number {
  return roundNumber((plan.slo.budget * windowMs) / 60_000);
}

/** Events that may fail in a window at a constant rate per second. */
export function budgetEvents(plan: SloPlan, ratePerSecond: number, windowMs: number = plan.slo.windowMs): number {
  return Math.floor(roundNumber((plan.slo.budget * ratePerSecond * windowMs) / 1000));
}
