import { declaredMetrics } from '../../generators/interlock/survey/declared.ts';
import { quantity } from '../../generators/language/quantities.ts';
import type { Metric, Stack } from '../../generators/model/stack.ts';
import { printNumber } from '../../generators/promql/index.ts';

type Labels = Readonly<Record<string, string>>;

/** What servers would expose that do as they are declared to: every metric with all label values, buckets and quantiles. */
export function expositionOf(stack: Stack): string {
  return [...declaredMetrics(stack).values()].map(({ metric }) => familyText(metric)).join('');
}

function familyText(metric: Metric): string {
  const type = metric.kind === 'info' ? 'gauge' : metric.kind.replace('native-', '');
  const lines = combinations(metric).flatMap((labels) => seriesLines(metric, labels));
  return [`# HELP ${metric.name} ${metric.help}`, `# TYPE ${metric.name} ${type}`, ...lines, ''].join('\n');
}

function combinations({ labels }: Metric): readonly Labels[] {
  return Object.entries(labels).reduce<readonly Labels[]>(
    (all, [label, { values }]) => all.flatMap((one) => values.map((value) => ({ ...one, [label]: value }))),
    [{}],
  );
}

function seriesLines(metric: Metric, labels: Labels): readonly string[] {
  const { name } = metric;
  const line = (suffix: string, more: Labels = {}) => `${name}${suffix}${labelText({ ...labels, ...more })} 1`;
  switch (metric.kind) {
    case 'histogram':
    case 'native-histogram': {
      const buckets = metric.kind === 'histogram' ? metric.buckets : [];
      const bounds = buckets.map((bucket) => printNumber(quantity(metric.unit, bucket) ?? Number.NaN));
      return [...[...bounds, '+Inf'].map((le) => line('_bucket', { le })), line('_sum'), line('_count')];
    }
    case 'summary':
      return [...Object.keys(metric.quantiles).map((quantile) => line('', { quantile })), line('_sum'), line('_count')];
    default:
      return [line('')];
  }
}

function labelText(labels: Labels): string {
  const texts = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return texts.length === 0 ? '' : `{${texts.join(',')}}`;
}
