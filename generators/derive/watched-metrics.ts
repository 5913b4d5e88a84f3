import { essentialMetrics } from '../model/metrics-of.ts';
import {
  type Condition,
  type Matcher,
  type Metric,
  type Service,
  type Severity,
  type Sli,
  type Stack,
  scrapeLabels,
} from '../model/stack.ts';

/** A metric that is missed, and how urgently: as the unit, or as the alerts that only it can tell of. */
export interface Watched {
  readonly metric: Metric;
  readonly severity?: Severity;
  /** The scrape job that exposes it, where that is not the unit's own: the exporter of a host, of a cluster. */
  readonly job?: string;
}

/** The severities, most urgent first. */
type Ranked = Pick<Stack, 'severities'>;

/**
 * The metrics without which the unit, an SLO or an alert is blind. Its own requests are missed as it chose them, because
 * other services may share the metric; any other by name, the unit's selector and the scrape that it comes from, because what
 * `.where` chose beyond that may not have been born yet.
 */
export function watchedMetrics(stack: Ranked, unit: Service): readonly Watched[] {
  const own = unit.requests ?? unit.duration;
  const byName = new Map<string, Watched>();
  const watch = (metric: Metric, severity?: Severity): void => {
    const matchers = metric.matchers.filter(({ label }) => isScrapeLabel(label) || isSelected(unit, label));
    const key = JSON.stringify([metric.name, matchers]);
    const known = byName.get(key);
    const urgent = known === undefined ? severity : moreUrgent(stack, known.severity, severity);
    byName.set(key, {
      metric: { ...metric, matchers },
      ...(urgent === undefined ? {} : { severity: urgent }),
      ...otherJob(unit, matchers),
    });
  };
  for (const { sli } of unit.slos) for (const metric of totalsOf(sli)) watch(metric);
  for (const { when, severity } of unit.alerts) for (const metric of neededBy(when)) watch(metric, severity);
  const others = [...byName.values()].filter(({ metric }) => metric.name !== own?.name);
  return own === undefined ? others : [{ metric: own }, ...others];
}

const isScrapeLabel = (label: string): boolean => scrapeLabels.some((one) => one === label);

const isSelected = ({ selector = [] }: Service, label: string): boolean => selector.some((one) => one.label === label);

function otherJob({ job }: Service, matchers: readonly Matcher[]): Pick<Watched, 'job'> {
  const chosen = matchers.find(({ label, op }) => label === 'job' && op === '=')?.value;
  return chosen === undefined || chosen === job ? {} : { job: chosen };
}

/** The more urgent of two; none is as urgent as the unit itself, and that is the most. */
function moreUrgent({ severities }: Ranked, a: Severity | undefined, b: Severity | undefined): Severity | undefined {
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
