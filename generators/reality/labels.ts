import { inside } from '../diagnostics/diagnostic.ts';
import type { Declared } from '../interlock/survey/declared.ts';
import type { Metric } from '../model/stack.ts';
import { type Problem, realityProblem } from './problem.ts';
import { seriesOfMetric, type View } from './view.ts';
import { namesText } from './wording.ts';

/** Labels that are declared and not there, or there and not declared. Some series may lack what others have. */
export function labelProblems(declared: Declared, view: View): readonly Problem[] {
  const { metric } = declared;
  const series = seriesOfMetric(metric, view);
  if (series.length === 0 || view.isCut(metric)) return [];
  const carried = new Set(series.flatMap(({ labels }) => Object.keys(labels).filter((label) => labels[label] !== '')));
  const missing = Object.keys(metric.labels).filter((label) => view.judges(label) && !carried.has(label));
  const known = new Set([...Object.keys(metric.labels), ...boundLabels(metric), ...view.added]);
  const more = [...carried].filter((label) => !known.has(label));
  // What a catalogue leaves out is not the author's to add.
  const theirs = more.length === 0 || metric.exporter !== undefined;
  if (missing.length === 0) return theirs ? [] : [undeclaredLabels(declared, more)];
  return missing.map((label) => missingLabel(declared, label, more));
}

function boundLabels({ kind }: Metric): readonly string[] {
  return kind === 'summary' ? ['quantile'] : kind === 'histogram' || kind === 'native-histogram' ? ['le'] : [];
}

/** A label that no series has; `more` are those that nobody declared: it may be one of them now. */
export function missingLabel({ metric, address }: Declared, label: string, more: readonly string[]): Problem {
  const others = more.length === 0 ? '' : `; there is ${namesText(more)}, which is not declared`;
  return realityProblem(
    'exposition/label',
    inside(address, `labels.${label}`),
    [
      `no series of ${metric.name} has the label \`${label}\`${others}`,
      'Declare the labels that are exposed, or expose this one.',
    ],
    { explains: (gap) => gap.kind === 'label' && gap.metric.name === metric.name && gap.label === label },
  );
}

function undeclaredLabels({ metric, address }: Declared, more: readonly string[]): Problem {
  const message = `${metric.name} is exposed with ${namesText(more)}, which is not declared`;
  const cure =
    'Declare it, so that it can be chosen and counted, or leave it out where the service exposes the metric.';
  return realityProblem('exposition/label', inside(address, 'labels'), [message, cure], { level: 'warning' });
}
