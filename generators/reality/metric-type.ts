import type { ObservedType } from '../exposition/observed.ts';
import type { Declared } from '../interlock/survey/declared.ts';
import type { Metric } from '../model/stack.ts';
import { type Problem, realityProblem } from './problem.ts';
import { seriesOfMetric, type View } from './view.ts';

/** The types in which a metric may be exposed. Info is a gauge to all but OpenMetrics. */
const types: Readonly<Record<Metric['kind'], readonly ObservedType[]>> = {
  counter: ['counter'],
  gauge: ['gauge'],
  histogram: ['histogram'],
  'native-histogram': ['native-histogram', 'histogram'],
  summary: ['summary'],
  info: ['info', 'gauge'],
};

/** Whether a declared metric may be exposed so. What says no type may be anything. */
export function accepts(metric: Metric, type: ObservedType, view: View): boolean {
  return type === 'unknown' || expectedTypes(metric, view).includes(type);
}

function expectedTypes(metric: Metric, { source, seriesNamed }: View): readonly ObservedType[] {
  const { kind, name, exposedAs } = metric;
  if (exposedAs === 'counter' || exposedAs === 'gauge') return [exposedAs, ...types[kind]];
  // A text shows a native histogram by its classic parts; a server that stores both has series of the bare name.
  if (kind === 'native-histogram' && source === 'live' && seriesNamed(name).length === 0) return ['native-histogram'];
  return types[kind];
}

/** A metric that is exposed as something else, or without a type. */
export function metricType({ metric, address }: Declared, view: View): readonly Problem[] {
  if (seriesOfMetric(metric, view).length === 0) return [];
  const type = view.families.get(metric.name)?.type ?? 'unknown';
  const declared = typeText(metric.kind);
  if (type === 'unknown') return saysNothing(metric, view) ? [] : [untyped({ metric, address }, declared)];
  if (accepts(metric, type, view)) return [];
  const message = `${metric.name} is exposed as ${typeText(type)}, and declared as ${declared}`;
  const cure = 'Declare it as what it is, or correct the type where the service registers it.';
  const explains: Problem['explains'] = (gap) => gap.kind === 'name' && gap.metric.name === metric.name;
  return [realityProblem('exposition/type', address, [message, cure], { explains })];
}

/** It was said that it has none, or the server was told no types at all: by remote write, or because it keeps none. */
function saysNothing(metric: Metric, { source, families }: View): boolean {
  if (metric.exposedAs === 'untyped') return true;
  return source === 'live' && [...families.values()].every(({ type }) => type === 'unknown');
}

function untyped({ metric, address }: Declared, declared: string): Problem {
  const message = `${metric.name} is exposed without a type, and declared as ${declared}`;
  const cure = 'Register it with its type where the service exposes it.';
  return realityProblem('exposition/type', address, [message, cure], { level: 'warning' });
}

const typeText = (type: string): string => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type.replace('-', ' ')}`;
