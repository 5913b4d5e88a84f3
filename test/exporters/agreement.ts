import type { Metric } from 'signalbox';
import { quantity } from '../../generators/language/quantities.ts';
import type { Seen } from './exposition.ts';

/** What a program exposes otherwise than a handle declares it; nothing where they agree. */
export function disagreements(metric: Metric, seen: Seen): readonly string[] {
  return [...typeOf(metric, seen), ...labelsOf(metric, seen), ...stepsOf(metric, seen)].map(
    (what) => `${metric.name}: ${what}`,
  );
}

function typeOf({ kind, exposedAs }: Metric, { type }: Seen): readonly string[] {
  const want = exposedAs ?? (kind === 'info' ? 'gauge' : kind);
  return type === want ? [] : [`is exposed as ${type}, not ${want}`];
}

function labelsOf({ labels }: Metric, { series }: Seen): readonly string[] {
  const want = Object.keys(labels).sort().join();
  const names = [...new Set(series.map((one) => Object.keys(one).sort().join()))].filter((one) => one !== want);
  const strange = Object.entries(labels).flatMap(([label, { values, open }]) =>
    open ? [] : series.flatMap((one) => one[label] ?? []).filter((value) => !values.includes(value)),
  );
  return [
    ...names.map((one) => `has the labels ${one}, not ${want}`),
    ...strange.map((value) => `has the value ${value}, which its label does not list`),
  ];
}

function stepsOf(metric: Metric, { steps }: Seen): readonly string[] {
  const seen = steps.filter((step) => step !== '+Inf').map(Number);
  const declared =
    metric.kind === 'histogram'
      ? metric.buckets.map((bucket) => quantity(metric.unit, bucket))
      : metric.kind === 'summary'
        ? Object.keys(metric.quantiles).map(Number)
        : [];
  return seen.join() === declared.join() ? [] : [`has the steps ${seen}, not ${declared}`];
}
