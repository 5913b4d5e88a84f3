import type { Compiled } from '../../model/observables.ts';
import { printMatcher } from '../../model/print-matchers.ts';
import type { Inhibition, ListName, Route } from '../../model/routing.ts';
import type { Stack } from '../../model/stack.ts';
import { atLeast, printDuration } from '../../promql/index.ts';
import { receiverDocument } from './receivers.ts';

const time = (name: string, ms: number | undefined): object => (ms === undefined ? {} : { [name]: printDuration(ms) });

/** `group_by` is written where it starts to hold; below it is inherited. */
function routeDocument(route: Route, above?: Route): object {
  const inherits = above !== undefined && above.groupBy.join('\n') === route.groupBy.join('\n');
  return {
    receiver: route.receiver,
    ...(route.matchers.length === 0 ? {} : { matchers: route.matchers.map(printMatcher) }),
    ...(inherits ? {} : { group_by: route.groupBy }),
    ...time('group_wait', route.groupWaitMs),
    ...time('group_interval', route.groupIntervalMs),
    ...time('repeat_interval', route.repeatMs),
    ...(route.continue ? { continue: true } : {}),
    ...(route.routes.length === 0 ? {} : { routes: route.routes.map((child) => routeDocument(child, route)) }),
  };
}

/** Inhibitions have names since Alertmanager 0.30; an older one refuses the field. */
function inhibitionDocument({ name, source, target, equal }: Inhibition, { alertmanager }: Stack): object {
  const [major = 0, minor = 0] = alertmanager.version.split('.').map(Number);
  return {
    ...(atLeast(`${major}.${minor}`, '0.30') ? { name } : {}),
    source_matchers: source.map(printMatcher),
    target_matchers: target.map(printMatcher),
    equal,
  };
}

/** Our items of each list of a configuration; `routes` are those under its root that are ours. */
export function ourLists({
  stack,
  observables: { routing },
}: Compiled): Readonly<Record<ListName, readonly unknown[]>> {
  return {
    routes: routing.ours.map((route) => routeDocument(route)),
    receivers: routing.receivers.filter(({ origin }) => origin === 'ours').map((one) => receiverDocument(one, stack)),
    inhibit_rules: routing.inhibitions
      .filter(({ origin }) => origin === 'ours')
      .map((one) => inhibitionDocument(one, stack)),
    templates: ['templates/*.tmpl'],
  };
}

/** A whole configuration: https://prometheus.io/docs/alerting/latest/configuration/ */
export function wholeDocument(compiled: Compiled): object {
  const { receivers, inhibit_rules, templates } = ourLists(compiled);
  return { route: routeDocument(compiled.observables.routing.root), receivers, inhibit_rules, templates };
}
