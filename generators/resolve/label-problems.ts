import { type Address, type Diagnostic, problem } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import { scrapeLabels } from '../language/labels.ts';
import type { Metric } from '../language/metrics.ts';
import { shown } from '../language/shown.ts';

/** Labels that a metric does not declare, of those that somebody groups by or keeps apart. */
export function labelProblems(labels: readonly string[], metric: Metric, address: Address): readonly Diagnostic[] {
  const known = Object.keys(metric.labels);
  return labels
    .filter((label) => !isCarried(label, metric))
    .map((label) => problem('metric/label', address, unknownLabel(label, metric), labelCure(known)));
}

/** Declared, or given to every series by the scrape. */
const isCarried = (label: string, { labels }: Metric): boolean =>
  Object.hasOwn(labels, label) || scrapeLabels.some((one) => one === label);

/** `fyp_requests_total has no label \`regoin\`; did you mean \`region\`?` */
export function unknownLabel(label: string, metric: Metric): string {
  return `${metric.name} has no label ${shown(label)}${didYouMean(label, Object.keys(metric.labels))}`;
}

export function labelCure(known: readonly string[]): string {
  const use = known.length === 0 ? 'Declare the label at the metric' : `Use one of ${known.join(', ')}`;
  return `${use}${known.length === 0 ? '' : ', or declare the label at the metric'}, if the series carry it.`;
}

/** Labels kept apart that one side of a division does not have. */
export function partProblems(
  labels: readonly string[],
  metrics: readonly Metric[],
  address: Address,
): readonly Diagnostic[] {
  return labels.flatMap((label) =>
    metrics
      .filter((metric) => !isCarried(label, metric))
      .map((metric) => {
        const shared = Object.keys(metric.labels).filter((one) => metrics.every((m) => Object.hasOwn(m.labels, one)));
        return problem('condition/part-of-whole', address, unknownLabel(label, metric), labelCure(shared));
      }),
  );
}
