import { exact } from '../../language/quantities.ts';
import { label, series, sloLabels } from '../../model/names.ts';
import type { RecordingRule } from '../../model/rules.ts';
import type { BurnTier, SloPlan } from '../../model/slo-plan.ts';
import type { Slo } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { recorded } from '../selectors.ts';
import { rangeOf, TICKET_INTERVAL_MS } from './plan.ts';
import { baseRates } from './sli.ts';

/** A recording of this SLO; every one carries the same identity, and user labels live on the info series only. */
export function record(slo: Slo, name: string, expr: q.Instant, windowMs?: number): RecordingRule {
  const window = windowMs === undefined ? {} : { [label.window]: q.printDuration(windowMs) };
  return { kind: 'recording', record: name, expr, labels: { ...sloLabels(slo), ...window } };
}

/** The recorded error ratio of a window. */
export function errorRatio(slo: Slo, windowMs: number) {
  return recorded(series.errorRatio, { ...sloLabels(slo), [label.window]: q.printDuration(windowMs) });
}

export function baseRecordings({ slo, base }: SloPlan): readonly RecordingRule[] {
  const { bad, total } = baseRates(slo, base);
  return [record(slo, series.badRate, bad), record(slo, series.totalRate, total)];
}

/** Bad and all events of the time since the last roll-up. Nothing is counted twice, nothing is left out. */
export function rollups({ slo }: SloPlan): readonly RecordingRule[] {
  const sum = (of: string) => q.sumOverTime(q.range(recorded(of, sloLabels(slo)), TICKET_INTERVAL_MS));
  return [record(slo, series.badRollup, sum(series.badRate)), record(slo, series.totalRollup, sum(series.totalRate))];
}

/** Smaller than any sum of rates above zero: a division by it is a division of zero, and the answer zero. */
const NO_TRAFFIC = 1e-9;

/**
 * The error ratio of a window, weighted by events: a ratio of sums, never a mean of ratios. Idle windows are zero, or
 * absent where no traffic is unknown.
 */
function ratioOver(slo: Slo, bad: string, total: string, rangeMs: number): q.Instant {
  const sum = (of: string) => q.sumOverTime(q.range(recorded(of, sloLabels(slo)), rangeMs));
  const events = sum(total);
  return q.div(sum(bad), slo.noTraffic === 'unknown' ? q.gt(events, 0) : q.clampMin(events, NO_TRAFFIC));
}

/** True where the SLO has history from before the window began: a younger one is warming up, not burning. */
function covered(slo: Slo, windowMs: number): q.Instant {
  const rollup = q.range(recorded(series.totalRollup, sloLabels(slo)), windowMs);
  return q.presentOverTime(q.offset(rollup, windowMs));
}

/**
 * Page windows read the base recordings; ticket windows read the roll-ups, but for those that a page tier has recorded
 * already (6 h is the long window of one and the short window of the other). Only long windows warm up.
 */
export function windowRecordings(plan: SloPlan, speed: 'page' | 'ticket'): readonly RecordingRule[] {
  const { slo, base } = plan;
  const recordedBefore = new Set(speed === 'page' ? [] : windowsOf(plan.page));
  const long = new Set(plan[speed].map(({ longMs }) => longMs));
  const ratio = (windowMs: number): q.Instant =>
    speed === 'page'
      ? ratioOver(slo, series.badRate, series.totalRate, rangeOf(windowMs, base))
      : ratioOver(slo, series.badRollup, series.totalRollup, windowMs);
  return windowsOf(plan[speed])
    .filter((windowMs) => !recordedBefore.has(windowMs))
    .map((windowMs) => {
      const expr = long.has(windowMs) ? q.and(ratio(windowMs), covered(slo, windowMs)) : ratio(windowMs);
      return record(slo, series.errorRatio, expr, windowMs);
    });
}

const windowsOf = (tiers: readonly BurnTier[]): readonly number[] => [
  ...new Set(tiers.flatMap(({ longMs, shortMs }) => [shortMs, longMs])),
];

/** How many times faster than sustainable the budget is spent, over one window. */
export function burnRecording({ slo }: SloPlan, windowMs: number): RecordingRule {
  return record(slo, series.burnRate, q.div(errorRatio(slo, windowMs), slo.budget), windowMs);
}

/** Steps of the subquery that looks how much of the window has history: coarse, because it reads all of it. */
const COVERAGE_STEP_MS = 15 * 60_000;
const DAY_MS = 24 * 3600_000;

/**
 * The budget in events and how much of it is spent. Time without history counts as clean and as busy as the rest, so that
 * a budget starts full and a young SLO cannot have overspent a month in an hour.
 */
export function budgetRecordings(plan: SloPlan): readonly RecordingRule[] {
  const { slo, base } = plan;
  const own = (name: string) => recorded(name, sloLabels(slo));
  const steps = Math.max(1, Math.floor(slo.windowMs / COVERAGE_STEP_MS));
  const seen = q.countOverTime(q.subquery(own(series.totalRollup), slo.windowMs, COVERAGE_STEP_MS));
  const events = (of: string) => q.mul(q.sumOverTime(q.range(own(of), slo.windowMs)), exact(base.intervalMs / 1000));
  const allowed = q.div(q.mul(events(series.totalRollup), slo.budget), own(series.coverage));
  const budget =
    slo.noTraffic === 'unknown' ? q.gt(own(series.budgetEvents), 0) : q.clampMin(own(series.budgetEvents), NO_TRAFFIC);
  return [
    record(slo, series.objective, q.vector(slo.objective)),
    record(slo, series.budget, q.vector(slo.budget)),
    record(slo, series.coverage, q.clampMax(q.div(seen, steps), 1)),
    record(slo, series.budgetEvents, allowed),
    record(slo, series.budgetSpent, q.div(events(series.badRollup), budget)),
    record(slo, series.budgetRemaining, q.sub(1, own(series.budgetSpent))),
    record(
      slo,
      series.errorRatio,
      q.div(q.mul(own(series.budgetSpent), slo.budget), own(series.coverage)),
      slo.windowMs,
    ),
    ...projection(plan),
  ];
}

/** Days from now to the end of the calendar month, UTC. */
function daysLeftInMonth(): q.Instant {
  const midnight = q.add(q.div(q.hour(), 24), q.div(q.minute(), 24 * 60));
  return q.sub(q.sub(q.add(q.daysInMonth(), 1), q.dayOfMonth()), midnight);
}

/**
 * What will be spent at the end of the calendar month should the last day's burn go on: what is spent now, plus the burn
 * of the last day for the days that are left.
 */
function projection({ slo }: SloPlan): readonly RecordingRule[] {
  const day = ratioOver(slo, series.badRollup, series.totalRollup, Math.min(DAY_MS, slo.windowMs));
  const perDay = q.div(day, exact((slo.budget * slo.windowMs) / DAY_MS));
  const future = q.mul(perDay, q.scalar(daysLeftInMonth()));
  return [record(slo, series.budgetProjected, q.add(recorded(series.budgetSpent, sloLabels(slo)), future))];
}
