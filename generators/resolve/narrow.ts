import { isKind } from '../language/define.ts';
import { type Matcher, matchersOf } from '../language/labels.ts';
import { type Metric, withMatchers } from '../language/metrics.ts';
import { isMetricKind } from '../language/references.ts';
import type { Service, Value } from '../model/stack.ts';
import { meets } from '../promql/matcher.ts';
import { declaredValues } from './matchers.ts';
import type { Unit } from './units.ts';

/** The matchers by which a unit's series are told from others' of one shared metric; usually none. */
export function selectorOf(unit: Unit): readonly Matcher[] {
  return unit.kind === 'service' ? matchersOf(unit.selector ?? {}) : [];
}

/** A unit whose every figure is of the series that its selector chooses. Runbooks are others', too. */
export function narrowedUnit(unit: Service, selector: readonly Matcher[]): Service {
  return selector.length === 0 ? unit : { ...narrowed(unit, selector), selector };
}

/** The same thing with every handle in it, however deep it lies, of the series that these matchers choose as well. */
function narrowed<T extends object>(thing: T, matchers: readonly Matcher[]): T {
  return mapped(thing, (metric) => chosen(metric, matchers)) as T;
}

/**
 * A figure that a runbook looks at, narrowed where all its handles can be. It may as well be of somebody else: a handle
 * without the label, or that chose of it already, is meant as it stands.
 */
export function narrowedLook(look: Value, matchers: readonly Matcher[]): Value {
  return handlesIn(look).every((metric) => isShared(metric, matchers)) ? narrowed(look, matchers) : look;
}

function handlesIn(figure: unknown): readonly Metric[] {
  const found: Metric[] = [];
  mapped(figure, (metric) => {
    found.push(metric);
    return metric;
  });
  return found;
}

function isShared(metric: Metric, matchers: readonly Matcher[]): boolean {
  return matchers.every((matcher) => {
    const values = declaredValues(metric, matcher.label);
    if (values === undefined || metric.matchers.some(({ label }) => label === matcher.label)) return false;
    return values.open || values.values.some((value) => meets(matcher, value));
  });
}

function isHandle(value: object): value is Metric {
  return 'kind' in value && 'matchers' in value && isMetricKind(String(value.kind));
}

/** What holds no handle stays itself; what does is made anew, with the place where it was written. */
function mapped(value: unknown, change: (metric: Metric) => Metric): unknown {
  if (typeof value !== 'object' || value === null || isKind(value, 'runbook', 'existing-runbook')) return value;
  if (isHandle(value)) return change(value);
  const parts = Object.entries(value).map(([key, one]) => [key, one, mapped(one, change)] as const);
  if (parts.every(([, before, after]) => before === after)) return value;
  if (Array.isArray(value)) return parts.map(([, , after]) => after);
  return Object.freeze({ ...value, ...Object.fromEntries(parts.map(([key, , after]) => [key, after])) });
}

const textOf = ({ label, op, value }: Matcher): string => JSON.stringify([label, op, value]);

/** Sorted, so that the same choice is the same text whoever made it. */
function chosen(metric: Metric, matchers: readonly Matcher[]): Metric {
  const all = new Map([...metric.matchers, ...matchers].map((matcher) => [textOf(matcher), matcher]));
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, matcher]) => matcher);
  return withMatchers(metric, sorted);
}
