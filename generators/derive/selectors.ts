import type { Matcher, Metric, Stack } from '../model/stack.ts';
import * as q from '../promql/index.ts';

type Suffix = '' | '_bucket' | '_sum' | '_count';

const byLabel = (a: Matcher, b: Matcher): number => (a.label < b.label ? -1 : a.label > b.label ? 1 : 0);

/** The series of a metric handle, with the choice that its `.where` made and more matchers. */
export function seriesOf(metric: Metric, suffix: Suffix = '', more: readonly Matcher[] = []) {
  return q.selector(`${metric.name}${suffix}`, [...metric.matchers, ...more].sort(byLabel));
}

/** The selector of a series that we record. */
export function recorded(name: string, labels: Readonly<Record<string, string>>) {
  const matchers = Object.entries(labels).map(([label, value]): Matcher => ({ label, op: '=', value }));
  return q.selector(name, matchers.sort(byLabel));
}

/** The alerts of a stack that fire; another stack's may be seen through the same data source. */
export function firingOf({ environment, labels }: Stack, more: Readonly<Record<string, string>> = {}) {
  return recorded('ALERTS', { alertstate: 'firing', [labels.environment]: environment, ...more });
}

/**
 * Matches a bucket's bound in both spellings: `le="1"` of Prometheus 2 and `le="1.0"` of Prometheus 3 and OpenMetrics.
 * Source: https://prometheus.io/docs/prometheus/latest/migration/#le-and-quantile-label-values
 */
export function boundMatcher(label: 'le' | 'quantile', bound: number): Matcher {
  const text = q.printNumber(bound);
  if (Number.isInteger(bound)) return { label, op: '=~', value: `${text}(\\.0)?` };
  const [, exponent] = /e-0?([0-9]+)$/.exec(text) ?? [];
  return exponent === undefined
    ? { label, op: '=', value: text }
    : { label, op: '=~', value: bothNotations(bound, text) };
}

/** Very small bounds are exposed as `5e-05` by some clients and as `0.00005` by others. */
function bothNotations(bound: number, text: string): string {
  return `${text.replace('.', '\\.')}|${bound.toFixed(20).replace(/0+$/, '').replace('.', '\\.')}`;
}

/** The counter that counts events of a metric: the counter itself, or a histogram's observations. */
export function eventsOf(metric: Metric) {
  return seriesOf(metric, metric.kind === 'histogram' || metric.kind === 'summary' ? '_count' : '');
}

/** Events per second over a range, native histograms by their count. */
export function eventRate(metric: Metric, rangeMs: number, by: readonly string[]): q.Instant {
  const rate = q.sum(q.rate(q.range(eventsOf(metric), rangeMs)), { by });
  return metric.kind === 'native-histogram' ? q.histogramCount(rate) : rate;
}

/**
 * The rates of several counters added up, as a part of `whole`. A failure that never happened has no series yet, and no
 * series is no failure: each part that is absent counts zero, with the labels of the whole.
 */
export function partRate(
  parts: readonly Metric[],
  whole: q.Instant,
  rangeMs: number,
  by: readonly string[],
): q.Instant {
  const rates = parts.map((part) => q.or(eventRate(part, rangeMs, by), q.mul(0, whole)));
  return rates.reduce((sum, rate) => q.add(sum, rate));
}
