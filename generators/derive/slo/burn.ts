import { exact } from '../../language/quantities.ts';
import { label, series, sloIdentity, sloLabels } from '../../model/names.ts';
import type { RecordingRule } from '../../model/rules.ts';
import type { BurnTier, SloPlan } from '../../model/slo-plan.ts';
import * as q from '../../promql/index.ts';
import { recorded } from '../selectors.ts';
import { BUDGET_INTERVAL_MS } from './plan.ts';
import { errorRatio, record } from './recordings.ts';

type Speed = 'page' | 'ticket';

/** Both windows of a tier are over its threshold: the long one says it matters, the short one that it still goes on. */
function tierBurns(plan: SloPlan, tier: BurnTier, speed: Speed): q.Instant {
  const over = (windowMs: number) =>
    q.max(q.gt(errorRatio(plan.slo, windowMs), tier.threshold), { without: [label.window] });
  const burns = q.and(over(tier.longMs), over(tier.shortMs));
  const enough = enoughBadEvents(plan, tier, speed);
  return enough === undefined ? burns : q.and(burns, enough);
}

/**
 * Low traffic: nobody is told of fewer bad events than the SLO names, whatever their share. Events are whole, but the sum of
 * their rates is 6.999… for seven, so it is rounded: half an event less is enough.
 */
function enoughBadEvents({ slo, base }: SloPlan, tier: BurnTier, speed: Speed): q.Instant | undefined {
  if (slo.minimumBadEvents <= 1) return undefined;
  const rates = speed === 'page' ? series.badRate : series.badRollup;
  const sum = q.sumOverTime(q.range(recorded(rates, sloLabels(slo)), tier.longMs));
  return q.gt(q.mul(sum, exact(base.intervalMs / 1000)), slo.minimumBadEvents - 0.5);
}

const anyOf = (conditions: readonly q.Instant[]): q.Instant => conditions.reduce((all, one) => q.or(all, one));

/** All page tiers are one alert, so that one incident is one page and one resolved. */
export function pageBurns(plan: SloPlan): q.Instant {
  return anyOf(plan.page.map((tier) => tierBurns(plan, tier, 'page')));
}

/** The page alert of this SLO as Prometheus writes it down while it fires. */
function pageFiring({ slo }: SloPlan, alertname: string) {
  return recorded('ALERTS', { alertname, alertstate: 'firing', ...sloLabels(slo) });
}

/**
 * Tickets wait while a page burns or has burned within their short window. Inhibition would let them out at the moment
 * the page resolves, when the trouble is over (CONTRIBUTING, "One incident, one page").
 */
export function ticketBurns(plan: SloPlan, pageName: string): q.Instant {
  const on = { on: [...sloIdentity(plan.slo), ...plan.slo.per] };
  return anyOf(
    plan.ticket.map((tier) => {
      const paged = q.presentOverTime(q.range(pageFiring(plan, pageName), tier.shortMs));
      return q.unless(tierBurns(plan, tier, 'ticket'), paged, on);
    }),
  );
}

/** The budget is written once in five minutes; twice that bridges a late evaluation. */
const BUDGET_BRIDGE_MS = 2 * BUDGET_INTERVAL_MS;

/**
 * What the incident that goes on has cost of the budget: at its first evaluation all bad events of the fastest tier's long
 * window, then those of each evaluation. It reads its own last value, and ends with the page.
 */
export function incidentRecording(plan: SloPlan, pageName: string): RecordingRule {
  const { slo, base } = plan;
  const labels = sloLabels(slo);
  const bad = recorded(series.badRate, labels);
  // Without a budget in events (nobody ever asked anything) nothing can be said about a share of it.
  const budget = q.gt(q.lastOverTime(q.range(recorded(series.budgetEvents, labels), BUDGET_BRIDGE_MS)), 0);
  const share = (rates: q.Instant): q.Instant => q.div(q.mul(rates, exact(base.intervalMs / 1000)), budget);
  const begun = share(q.sumOverTime(q.range(bad, plan.page[0]?.longMs ?? base.windowMs)));
  const cost = q.or(q.add(recorded(series.incidentCost, labels), share(bad)), begun);
  const on = { on: [...sloIdentity(slo), ...slo.per] };
  return record(slo, series.incidentCost, q.and(cost, pageFiring(plan, pageName), on));
}
