import { meets } from '../promql/matcher.ts';
import { evaluatorOf } from './evaluators.ts';
import type { Route } from './routing.ts';
import type { AlertingRule } from './rules.ts';
import type { Evaluator, Matcher, Service, Stack } from './stack.ts';

export type LabelSet = Readonly<Record<string, string>>;

/** A route that notifies, with what it inherits from those above. */
export interface Reached {
  readonly route: Route;
  readonly groupWaitMs: number;
  readonly groupIntervalMs: number;
  readonly repeatMs: number;
}

/** Source: https://prometheus.io/docs/alerting/latest/configuration/#route */
export const startTimes: Times = { groupWaitMs: 30_000, groupIntervalMs: 300_000, repeatMs: 14_400_000 };

/** The labels that an alert has for certain: the rule's own, and the evaluator's where the rule has none of that name. */
export function alertLabels(
  stack: Stack,
  alert: { readonly service?: Service; readonly evaluator?: Evaluator; readonly rule: AlertingRule },
): LabelSet {
  return { ...evaluatorOf(stack, alert).externalLabels, ...alert.rule.labels, alertname: alert.rule.alert };
}

/** The value that matchers see: a missing label is the empty text. */
export const labelValue = (labels: LabelSet, label: string): string =>
  Object.hasOwn(labels, label) ? (labels[label] ?? '') : '';

/** Whether labels satisfy every matcher. */
export const matchesAll = (matchers: readonly Matcher[], labels: LabelSet): boolean =>
  matchers.every((matcher) => meets(matcher, labelValue(labels, matcher.label)));

/**
 * The routes that notify of an alert, in the order of the tree, as Alertmanager's `Route.Match` finds them: children in
 * turn until one takes the alert without `continue`; a route none of whose children took it handles it itself.
 */
export function reached(root: Route, labels: LabelSet): readonly Reached[] {
  return below(root, labels, startTimes);
}

export type Times = Omit<Reached, 'route'>;

/** The times of a route, those that it inherits included. */
export function timesOf(route: Route, inherited: Times): Times {
  return {
    groupWaitMs: route.groupWaitMs ?? inherited.groupWaitMs,
    groupIntervalMs: route.groupIntervalMs ?? inherited.groupIntervalMs,
    repeatMs: route.repeatMs ?? inherited.repeatMs,
  };
}

function below(route: Route, labels: LabelSet, inherited: Times): readonly Reached[] {
  if (!matchesAll(route.matchers, labels)) return [];
  const times = timesOf(route, inherited);
  const found: Reached[] = [];
  for (const child of route.routes) {
    const taken = below(child, labels, times);
    found.push(...taken);
    if (taken.length > 0 && !child.continue) break;
  }
  return found.length === 0 ? [{ route, ...times }] : found;
}

/** The names of the receivers that hear of an alert, in the order in which `amtool config routes test` prints them. */
export function receiversReached(root: Route, labels: LabelSet): readonly string[] {
  return reached(root, labels).map(({ route }) => route.receiver);
}
