import type { AlertEntry, Compiled } from '../../model/observables.ts';
import { alertLabels, type LabelSet, labelValue, reached } from '../../model/route-matching.ts';
import type { Route } from '../../model/routing.ts';
import { inferLabels, presenceOf } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';

const surelyLacks = (alert: AlertEntry, labels: LabelSet, name: string): boolean =>
  labelValue(labels, name) === '' &&
  presenceOf(
    inferLabels(alert.rule.expr, () => undefined),
    name,
  ) === 'never';

interface Grouped {
  readonly alert: AlertEntry;
  readonly missing: readonly string[];
}

/** Alerts by the notification they come in, as far as their certain labels tell. */
function groupsOf({ stack, observables }: Compiled): ReadonlyMap<Route, ReadonlyMap<string, readonly Grouped[]>> {
  const groups = new Map<Route, Map<string, Grouped[]>>();
  for (const alert of observables.alerts.filter(({ service }) => service !== undefined)) {
    const labels = alertLabels(stack, alert);
    for (const { route } of reached(observables.routing.root, labels)) {
      if (route.groupBy.includes('...')) continue;
      const key = JSON.stringify(route.groupBy.map((name) => labelValue(labels, name)));
      const ofRoute = groups.get(route) ?? new Map<string, Grouped[]>();
      const missing = route.groupBy.filter((name) => surelyLacks(alert, labels, name));
      groups.set(route, ofRoute.set(key, [...(ofRoute.get(key) ?? []), { alert, missing }]));
    }
  }
  return groups;
}

function merged(route: Route, members: readonly Grouped[]): readonly Finding[] {
  const first = members[0];
  const other = members.find(({ alert }) => alert.service?.id !== first?.alert.service?.id);
  const missing = first?.missing[0];
  if (first === undefined || other === undefined || missing === undefined) return [];
  const message = `${first.alert.rule.alert} and ${other.alert.rule.alert} come in one notification of ${route.receiver}: it groups by ${missing}, which they do not have.`;
  return [{ address: first.alert.address, message, cure: 'Group by service and alertname there.' }];
}

/** A group that holds different services because a label is missing. */
export const grouping: Rule = {
  code: 'route/grouping',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'Alerts of different services come in different notifications.',
    cause:
      'A missing label is the empty text, so alerts that lack a label of `group_by` fall into one group: the second incident changes a message that somebody has already read.',
    cure: 'Group by labels that every alert has: environment, service, alertname.',
  },
  check: (compiled) =>
    [...groupsOf(compiled)].flatMap(([route, groups]) =>
      [...groups.values()].flatMap((members) => merged(route, members)),
    ),
};
