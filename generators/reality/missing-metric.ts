import { didYouMean, nearest } from '../diagnostics/suggestion.ts';
import type { ObservedFamily } from '../exposition/observed.ts';
import type { Declared } from '../interlock/survey/declared.ts';
import type { Metric } from '../model/stack.ts';
import { accepts } from './metric-type.ts';
import { type Problem, realityProblem } from './problem.ts';
import { seriesOfMetric, type View } from './view.ts';
import { nameText } from './wording.ts';

/** A declared metric of which there is nothing, or nothing yet. `undeclared` are names that may be its new one. */
export function missingMetric(
  { metric, address }: Declared,
  undeclared: readonly ObservedFamily[],
  view: View,
): readonly Problem[] {
  if (seriesOfMetric(metric, view).length > 0) return [];
  const explains: Problem['explains'] = (gap) => gap.kind === 'name' && gap.metric.name === metric.name;
  if (view.families.has(metric.name)) {
    const message = `${metric.name} is announced, but has no series yet`;
    const cure = 'Nothing, where its first event makes the first series; otherwise have the service count from zero.';
    const given = { level: 'warning', lasts: false, explains } as const;
    return [realityProblem('exposition/missing-metric', address, [message, cure], given)];
  }
  const message = `${metric.name} is not exposed${suggestion(metric, undeclared, view)}`;
  const cure = 'Declare it under the name that is exposed, or expose it again.';
  return [realityProblem('exposition/missing-metric', address, [message, cure], { explains })];
}

/** A part of a metric that an expression reads, and that is not among its series: `…_sum`. */
export function missingPart({ metric, address }: Declared, suffix: string): Problem {
  const message = `${metric.name} is exposed without ${metric.name}${suffix}`;
  return realityProblem(
    'exposition/missing-metric',
    address,
    [message, 'Expose all series of the metric, or do not read this one.'],
    { explains: (gap) => gap.kind === 'name' && gap.metric.name === metric.name && gap.suffix === suffix },
  );
}

/** What is like it in type and labels and has a similar name was it; what has only a similar name may have been meant. */
function suggestion(metric: Metric, undeclared: readonly ObservedFamily[], view: View): string {
  const same = undeclared.filter((family) => accepts(metric, family.type, view) && carriesLabels(family, metric, view));
  const near = suffixChanged(metric, undeclared) ?? nearest(metric.name, namesOf(same));
  if (near !== undefined) return `; perhaps renamed to ${nameText(near)}`;
  return didYouMean(metric.name, namesOf(undeclared));
}

const namesOf = (families: readonly ObservedFamily[]): readonly string[] => families.map(({ name }) => name);

function suffixChanged({ name }: Metric, undeclared: readonly ObservedFamily[]): string | undefined {
  const wanted = [`${name}_total`, name.replace(/_total$/, ''), `${name}_seconds`];
  return undeclared.find((one) => one.name !== name && wanted.includes(one.name))?.name;
}

function carriesLabels({ series }: ObservedFamily, { labels }: Metric, { judges }: View): boolean {
  const carried = new Set(series.flatMap((one) => Object.keys(one.labels)));
  return Object.keys(labels).every((label) => carried.has(label) || !judges(label));
}
