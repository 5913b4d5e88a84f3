import { essentialMetrics } from '../model/metrics-of.ts';
import type { Condition, Metric, Service, Severity, Sli, Stack } from '../model/stack.ts';

/** A metric that is missed, and how urgently: as the unit, or as the limits that only it can tell of. */
export interface Watched {
  readonly metric: Metric;
  readonly severity?: Severity;
}

/**
 * The metrics without which the unit, an SLO or an alert is blind. Its own requests are missed as it chose them, because
 * other services may share the metric; any other by name and the unit's selector, because what `.where` chose of it may not
 * have been born yet.
 */
export function watchedMetrics(stack: Stack, unit: Service): readonly Watched[] {
  const own = unit.requests ?? unit.duration;
  const byName = new Map<string, Watched>();
  const watch = (metric: Metric, severity?: Severity): void => {
    const known = byName.get(metric.name);
    const urgent = known === undefined ? severity : moreUrgent(stack, known.severity, severity);
    const watched = {
      metric: { ...metric, matchers: unit.selector ?? [] },
      ...(urgent === undefined ? {} : { severity: urgent }),
    };
    byName.set(metric.name, watched);
  };
  for (const { sli } of unit.slos) for (const metric of totalsOf(sli)) watch(metric);
  for (const { when, limitOf, severity } of unit.alerts) {
    for (const metric of neededBy(when)) watch(metric, limitOf === undefined ? undefined : severity);
  }
  if (own === undefined) return [...byName.values()];
  byName.delete(own.name);
  return [{ metric: own }, ...byName.values()];
}

/** The more urgent of two; none is as urgent as the unit itself, and that is the most. */
function moreUrgent({ severities }: Stack, a: Severity | undefined, b: Severity | undefined): Severity | undefined {
  if (a === undefined || b === undefined) return undefined;
  const rank = (one: Severity) => severities.findIndex(({ id }) => id === one.id);
  return rank(a) <= rank(b) ? a : b;
}

/** The metrics that count all events of an SLI. */
export const totalsOf = (sli: Sli): readonly Metric[] =>
  sli.kind === 'time-slice' ? neededBy(sli.badWhile) : ['total' in sli ? sli.total : sli.metric];

/** The metrics that must be there for a condition to be judged; `any` and `silent` see for themselves. */
function neededBy(condition: Condition): readonly Metric[] {
  if (condition.kind === 'fails-times') return [condition.metric];
  return 'value' in condition ? essentialMetrics(condition.value) : [];
}
