import { type Diagnostic, problem } from '../../diagnostics/diagnostic.ts';
import { exact } from '../../language/quantities.ts';
import { delayOf } from '../../model/evaluators.ts';
import type { BaseWindow, BurnTier, SloPlan } from '../../model/slo-plan.ts';
import type { Evaluator, Slo } from '../../model/stack.ts';
import { type BurnPolicy, burnPolicies, LOOKBACK_MS, SCRAPES_PER_RANGE, SHORT_SHARE } from '../../policy/burn-rates.ts';

/** Ticket windows are read by eyes and by alerts, so they are written at least twice within the lookback. */
export const TICKET_INTERVAL_MS = LOOKBACK_MS / 2;
/** The budget moves slowly and reads the whole window, so it is written once within the lookback. */
export const BUDGET_INTERVAL_MS = LOOKBACK_MS;

/**
 * The range over which the base recordings read the raw series: w = scrape + k × evaluation with k ≥ 1, and at least four
 * scrapes. Only then is every step of a counter counted exactly once, whatever the phase of scrape and evaluation.
 */
export function baseWindow(evaluator: Evaluator): BaseWindow {
  const { scrapeMs, evaluationMs } = evaluator;
  const evaluations = Math.max(1, Math.ceil(((SCRAPES_PER_RANGE - 1) * scrapeMs) / evaluationMs));
  return {
    scrapeMs,
    intervalMs: evaluationMs,
    windowMs: scrapeMs + evaluations * evaluationMs,
    queryOffsetMs: delayOf(evaluator),
  };
}

/**
 * The range over the base recordings that answers for a window of raw series. A base recording already looks back over
 * w, of which w − interval lies before the window: reading W − (w − interval) makes the window clear as fast as raw rules.
 */
export function rangeOf(windowMs: number, base: BaseWindow): number {
  return windowMs - (base.windowMs - base.intervalMs);
}

function tierOf(policy: BurnPolicy, slo: Slo, base: BaseWindow): BurnTier | { readonly reason: string } {
  const longMs = Math.round(slo.windowMs / policy.divisor / 1000) * 1000;
  const intervalMs = policy.speed === 'page' ? base.intervalMs : TICKET_INTERVAL_MS;
  const leastShort = base.windowMs + intervalMs;
  const shortMs = Math.max(Math.round((longMs * SHORT_SHARE) / 1000) * 1000, leastShort);
  const factor = exact(Math.max(1, (policy.consumed * slo.windowMs) / longMs));
  const threshold = exact(factor * slo.budget);
  if (longMs < 2 * shortMs) {
    return {
      reason: `its long window of ${longMs / 1000} s leaves no room for a short one of at least ${leastShort / 1000} s`,
    };
  }
  if (threshold >= 1) {
    return {
      reason: `${factor} times the budget is an error ratio of ${exact(threshold * 100)} %, which nothing can reach`,
    };
  }
  return {
    name: policy.name,
    longMs,
    shortMs,
    factor,
    threshold,
    consumed: exact((factor * longMs) / slo.windowMs),
    intervalMs,
  };
}

function tooLong(slo: Slo, evaluator: Evaluator): readonly Diagnostic[] {
  const needed = slo.windowMs + DAY_MS;
  if (evaluator.retentionMs >= needed) return [];
  const message = `a window of ${days(slo.windowMs)} needs ${days(needed)} of history, and ${evaluator.id} keeps ${days(evaluator.retentionMs)}`;
  const longest = evaluator.retentionMs - DAY_MS;
  const cure = longest > 0 ? `Shorten the window to ${days(longest)}, or keep more.` : 'Keep more history.';
  return [problem('slo/retention', slo.address, message, cure)];
}

const DAY_MS = 24 * 3600_000;
const days = (ms: number): string => `${exact(ms / DAY_MS)} days`;

/** The arithmetic of one SLO: its base window and its burn tiers, with those dropped that cannot exist. */
export function planSlo(
  slo: Slo,
  evaluator: Evaluator,
): { readonly plan: SloPlan; readonly diagnostics: readonly Diagnostic[] } {
  const base = baseWindow(evaluator);
  const tried = burnPolicies.map((policy) => ({ policy, tier: tierOf(policy, slo, base) }));
  const tiersOf = (speed: BurnPolicy['speed']): readonly BurnTier[] =>
    tried.flatMap(({ policy, tier }) => (policy.speed === speed && !('reason' in tier) ? [tier] : []));
  const dropped = tried.flatMap(({ policy, tier }) =>
    'reason' in tier ? [{ name: policy.name, reason: tier.reason }] : [],
  );
  const plan = { slo, base, page: tiersOf('page'), ticket: tiersOf('ticket'), dropped };
  return { plan, diagnostics: [...complaints(plan), ...tooLong(slo, evaluator)] };
}

function complaints(plan: SloPlan): readonly Diagnostic[] {
  const { slo, dropped } = plan;
  const why = dropped.map(({ name, reason }) => `the ${name} tier: ${reason}`).join('; ');
  if (plan.page.length === 0) {
    const cure = 'Raise the objective or lengthen the window, or use an alert on the error ratio instead of an SLO.';
    return [problem('slo/no-page-tier', slo.address, `no burn tier can page: ${why}`, cure)];
  }
  if (dropped.length === 0) return [];
  const cure = 'Nothing, if the remaining tiers are enough; the page of the SLO says what is left.';
  return [{ ...problem('slo/tier-dropped', slo.address, `a burn tier is left out: ${why}`, cure), level: 'warning' }];
}
