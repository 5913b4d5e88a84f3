import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import type { Metric } from '../language/metrics.ts';
import { placeOf } from '../language/place.ts';
import { quantity } from '../language/quantities.ts';
import { shown } from '../language/shown.ts';
import { matcherProblems } from './matchers.ts';

/** What is wrong with a handle whose shape is right: its declaration, and the choice of series made from it. */
export function metricProblems(metric: Metric, site: Address): readonly Diagnostic[] {
  const declared = declarationOf(metric, site);
  return [...reservedLabels(metric, declared), ...bucketProblems(metric, declared), ...matcherProblems(metric, site)];
}

/** The address of a metric's declaration, whichever handle of it was met where. */
export function declarationOf(metric: { readonly name: string }, site: Address): Address {
  return { path: [site.path[0] ?? '', `metric ${metric.name}`], place: placeOf(metric) ?? site.place };
}

/** A counter whose name does not end in `_total`: its unit is not worth asking for before it is renamed. */
export function counterNameProblem(name: string, address: Address): Diagnostic | undefined {
  if (name.endsWith('_total')) return undefined;
  const cure = `Write the name that is exposed, ${name}_total; a value that also falls is a gauge. If an exporter exposes it so, declare it with unsuffixedCounter.`;
  return problem('metric/name', address, `a counter's name ends in _total, and ${shown(name)} does not`, cure);
}

const reserved: Readonly<Record<string, string>> = { histogram: 'le', 'native-histogram': 'le', summary: 'quantile' };

function reservedLabels({ kind, labels }: Metric, address: Address): readonly Diagnostic[] {
  const label = reserved[kind];
  if (label === undefined || !Object.hasOwn(labels, label)) return [];
  const message = `\`${label}\` is the label that Prometheus itself gives every ${kind.replace('-', ' ')}`;
  return [problem('metric/name', inside(address, 'labels'), message, `Remove \`${label}\` from the labels.`)];
}

function bucketProblems(metric: Metric, address: Address): readonly Diagnostic[] {
  if (metric.kind !== 'histogram') return [];
  const at = inside(address, 'buckets');
  const bounds = metric.buckets.map((bucket) => quantity(metric.unit, bucket));
  const strange = bounds.indexOf(undefined);
  if (strange !== -1) {
    const message = `${shown(metric.buckets[strange])} is not an upper bound in ${metric.unit}`;
    return [problem('metric/buckets', at, message, 'Write every bound in the unit of the metric, without +Inf.')];
  }
  const fall = bounds.findIndex((bound, index) => index > 0 && Number(bound) <= Number(bounds[index - 1]));
  if (fall === -1) return [];
  const message = `${shown(metric.buckets[fall])} follows ${shown(metric.buckets[fall - 1])}, and buckets ascend`;
  return [problem('metric/buckets', at, message, 'List the upper bounds from small to large, each once.')];
}

/** Two declarations of one name in a stack that cannot both be true. */
export function conflicts(
  metrics: readonly { readonly value: Metric; readonly address: Address }[],
): readonly Diagnostic[] {
  const first = new Map<string, Metric>();
  return metrics.flatMap(({ value, address }) => {
    const other = first.get(value.name);
    if (other === undefined) first.set(value.name, value);
    const difference = other === undefined || other.labels === value.labels ? undefined : differenceOf(other, value);
    if (difference === undefined) return [];
    const message = `${value.name} is declared twice, with different ${difference}`;
    const cure = 'Export one handle and import it in both places.';
    return [problem('metric/conflict', declarationOf(value, address), message, cure)];
  });
}

function differenceOf(a: Metric, b: Metric): string | undefined {
  if (a.kind !== b.kind) return `kinds (${a.kind} and ${b.kind})`;
  if (a.unit !== b.unit) return `units (${a.unit} and ${b.unit})`;
  if (labelsText(a) !== labelsText(b)) return 'labels';
  return extraText(a) === extraText(b) ? undefined : a.kind === 'summary' ? 'quantiles' : 'buckets';
}

function labelsText({ labels }: Metric): string {
  const lines = Object.entries(labels).map(([name, { values, atMost, open }]) =>
    JSON.stringify([name, [...values].sort(), atMost, open]),
  );
  return lines.sort().join();
}

function extraText(metric: Metric): string {
  if (metric.kind === 'histogram') return metric.buckets.map((bucket) => quantity(metric.unit, bucket)).join();
  return metric.kind === 'summary' ? Object.keys(metric.quantiles).sort().join() : '';
}
