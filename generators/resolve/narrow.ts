import { type Matcher, matchersOf, type Selector } from '../language/labels.ts';
import { type Metric, withMatchers } from '../language/metrics.ts';
import { isMetricKind } from '../language/references.ts';
import type { Condition, Sli, Value } from '../model/stack.ts';
import { meets } from '../promql/matcher.ts';

/** The matchers by which a definition's series are told from others' of one shared metric; usually none. */
export function selectorOf({ selector }: { readonly selector?: Selector }): readonly Matcher[] {
  return matchersOf(selector ?? {});
}

/** The same figure, of the series that these matchers choose as well: every handle in it, however deep it lies. */
export function narrowed<T extends Metric | Value | Condition | Sli>(figure: T, matchers: readonly Matcher[]): T {
  return matchers.length === 0 ? figure : (mapped(figure, (metric) => chosen(metric, matchers)) as T);
}

/**
 * A figure that a runbook looks at, narrowed where all its handles can be. It may as well be of somebody else: a handle
 * without the label, or that chose of it already, is meant as it stands.
 */
export function narrowedLook(look: Value, matchers: readonly Matcher[]): Value {
  return metricsIn(look).every((metric) => isShared(metric, matchers)) ? narrowed(look, matchers) : look;
}

/** Every metric handle in a figure. */
function metricsIn(figure: unknown): readonly Metric[] {
  const found: Metric[] = [];
  mapped(figure, (metric) => {
    found.push(metric);
    return metric;
  });
  return found;
}

function isShared({ labels, matchers: own }: Metric, matchers: readonly Matcher[]): boolean {
  return matchers.every((matcher) => {
    const values = Object.hasOwn(labels, matcher.label) ? labels[matcher.label] : undefined;
    if (values === undefined || own.some(({ label }) => label === matcher.label)) return false;
    return values.open || values.values.some((value) => meets(matcher, value));
  });
}

function isHandle(value: unknown): value is Metric {
  if (typeof value !== 'object' || value === null || !('kind' in value) || !('matchers' in value)) return false;
  return isMetricKind(String(value.kind));
}

/** Lists and objects are made anew, with the places that they were written at; everything else is itself. */
function mapped(value: unknown, change: (metric: Metric) => Metric): unknown {
  if (isHandle(value)) return change(value);
  if (Array.isArray(value)) return value.map((one) => mapped(one, change));
  if (typeof value !== 'object' || value === null) return value;
  const fields = Object.entries(value).map(([key, one]) => [key, mapped(one, change)] as const);
  return Object.freeze({ ...value, ...Object.fromEntries(fields) });
}

const textOf = ({ label, op, value }: Matcher): string => JSON.stringify([label, op, value]);

/** Sorted, so that the same choice is the same text whoever made it. */
function chosen(metric: Metric, matchers: readonly Matcher[]): Metric {
  const all = new Map([...metric.matchers, ...matchers].map((matcher) => [textOf(matcher), matcher]));
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, matcher]) => matcher);
  return withMatchers(metric, sorted);
}
