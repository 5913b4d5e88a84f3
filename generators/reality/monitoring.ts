import { looksOf, runbooksIn } from '../interlock/survey/declared.ts';
import { metricsOfCondition, metricsOfExecutive, metricsOfUnit, metricsOfValue } from '../model/metrics-of.ts';
import type { Compiled } from '../model/observables.ts';
import type { Metric, Stack } from '../model/stack.ts';
import { seriesOfMetric, type View } from './view.ts';

/**
 * The names of metrics that only the alerts on the monitoring itself read, of programs whose text nobody gave: who saved
 * what a service exposes does not have to save Prometheus' and Alertmanager's as well. A running Prometheus has them all.
 */
export function unseenMonitoring({ stack, observables }: Compiled, view: View): ReadonlySet<string> {
  if (view.source === 'live') return new Set();
  const watched = observables.alerts.flatMap(({ source, when }) =>
    source !== 'watcher' || when === undefined ? [] : metricsOfCondition(when),
  );
  const own = new Set(ownMetrics(stack).map(({ name }) => name));
  const isSeen = (metric: Metric): boolean => seriesOfMetric(metric, view).length > 0;
  const seen = new Set(watched.filter(isSeen).map(jobOf));
  return new Set(watched.filter((one) => !own.has(one.name) && !seen.has(jobOf(one))).map(({ name }) => name));
}

/** A program of the monitoring is chosen by its job. */
function jobOf({ matchers }: Metric): string {
  return matchers.find(({ label }) => label === 'job')?.value ?? '';
}

/** What the definitions read themselves. */
function ownMetrics(stack: Stack): readonly Metric[] {
  const looks = runbooksIn(stack).flatMap(looksOf).flatMap(metricsOfValue);
  return [...stack.services.flatMap(metricsOfUnit), ...metricsOfExecutive(stack), ...looks];
}
