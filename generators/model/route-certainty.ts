import { meets } from '../promql/matcher.ts';
import { type LabelSet, labelValue, type Reached, startTimes, type Times, timesOf } from './route-matching.ts';
import type { Route } from './routing.ts';
import type { Matcher } from './stack.ts';

/** What is known of an alert's label: its value, or only whether it is there. */
export type Known =
  | { readonly kind: 'value'; readonly value: string }
  /** Any value, and where it may be missing also none. */
  | { readonly kind: 'open'; readonly mayBeMissing: boolean };

export interface KnownLabels {
  /** The labels whose values are known. */
  readonly values: LabelSet;
  readonly of: (label: string) => Known;
}

/** A route that notifies of an alert, surely or where labels that are not known say so. */
export interface Heard extends Reached {
  /** The labels that decide; none where it surely notifies. */
  readonly dependsOn: readonly string[];
}

/** As `reached`, for an alert of which not all labels are known: every route that can notify, in the order of the tree. */
export function heardBy(root: Route, labels: KnownLabels): readonly Heard[] {
  return below(root, labels, startTimes, []).heard;
}

interface Answer {
  /** The labels that decide whether the route takes the alert; undefined where it surely does not. */
  readonly takes?: readonly string[];
  readonly heard: readonly Heard[];
}

function below(route: Route, labels: KnownLabels, inherited: Times, conditions: readonly string[]): Answer {
  const open = openLabels(route.matchers, labels);
  if (open === undefined) return { heard: [] };
  const times = timesOf(route, inherited);
  const heard: Heard[] = [];
  // The labels that say whether the alert gets this far among the children, and whether it comes back to the route itself.
  let further: readonly string[] = joined(conditions, open);
  let back: readonly string[] | undefined = further;
  for (const child of route.routes) {
    const { takes, heard: inside } = below(child, labels, times, further);
    if (takes === undefined) continue;
    heard.push(...inside);
    back = takes.length === 0 || back === undefined ? undefined : joined(back, takes);
    if (child.continue) continue;
    if (takes.length === 0) break;
    further = joined(further, takes);
  }
  return { takes: open, heard: back === undefined ? heard : [...heard, { route, ...times, dependsOn: back }] };
}

const joined = (some: readonly string[], more: readonly string[]): readonly string[] =>
  more.every((one) => some.includes(one)) ? some : [...new Set([...some, ...more])].sort();

/** The labels whose values decide whether all matchers are met; undefined where they surely are not. */
function openLabels(matchers: readonly Matcher[], labels: KnownLabels): readonly string[] | undefined {
  const open: string[] = [];
  for (const matcher of matchers) {
    const known = labels.of(matcher.label);
    const answer = known.kind === 'value' ? meets(matcher, known.value) : whatever(matcher, known.mayBeMissing);
    if (answer === false) return undefined;
    if (answer === undefined) open.push(matcher.label);
  }
  return open;
}

/** What a matcher says to every value; undefined where it depends on the value. */
function whatever({ op, value }: Matcher, mayBeMissing: boolean): boolean | undefined {
  const isPositive = op === '=' || op === '=~';
  const isPattern = op === '=~' || op === '!~';
  if (isPattern && (value === '.*' || (value === '.+' && !mayBeMissing))) return isPositive;
  return value === '' && !mayBeMissing ? !isPositive : undefined;
}

/** Stands for a value that no route names. */
export const otherValue = 'anything-else';

/** The known labels of an alert, given those that are not. */
export function labelsWith(labels: KnownLabels, others: LabelSet): LabelSet {
  const filled = Object.entries(others).filter(
    ([name, value]) => value !== '' && labelValue(labels.values, name) === '',
  );
  return { ...labels.values, ...Object.fromEntries(filled) };
}
