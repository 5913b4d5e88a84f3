import { inside } from '../../diagnostics/diagnostic.ts';
import { placeIn } from '../../model/beside.ts';
import type { Compiled } from '../../model/observables.ts';
import { heardBy } from '../../model/route-certainty.ts';
import type { Route } from '../../model/routing.ts';
import { listingOf, nameable } from '../existing/words.ts';
import type { Finding, Rule } from '../rule.ts';

const routesIn = (route: Route): readonly Route[] => [route, ...route.routes.flatMap(routesIn)];

/** Ours stand before theirs: what ours surely take does not go where it goes today. */
function findings({ observables: { external, routing } }: Compiled): readonly Finding[] {
  const { root, ours, ownership } = routing;
  if (ownership !== 'subtree') return [];
  const theirs = { ...root, routes: root.routes.filter((route) => !ours.includes(route)) };
  const own = new Set(ours.flatMap(routesIn));
  const named = (routes: ReturnType<typeof heardBy>) =>
    listingOf([
      ...new Set(routes.filter(({ dependsOn }) => dependsOn.length === 0).map(({ route }) => route.receiver)),
    ]);
  return external.flatMap(({ source, alerts }) =>
    alerts.flatMap(({ alert, labels, heard }) => {
      if (!heard.some(({ route, dependsOn }) => dependsOn.length === 0 && own.has(route))) return [];
      const before = heardBy(theirs, labels);
      const name = nameable(alert.alert);
      const today = named(before) || 'nobody for certain';
      const message = `${name} in ${placeIn(source.file, alert.line)} reaches ${today} today, and would reach ${named(heard)}`;
      return [{ address: inside(source.address, name), message, cure: 'Change its environment, team or severity.' }];
    }),
  );
}

/** An alert of others that our routes would take from where it goes today. */
export const externalMoved: Rule = {
  code: 'route/external-moved',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'Our routes leave the alerts of others where they go today.',
    cause:
      'Its labels environment, team and severity are those of our definitions, so our routes, which stand first, take it: those who heard of it hear of it no more.',
    cure: 'Give it labels of its own where it is written, or another environment to the stack. Where the move is wanted, waive the rule for it.',
  },
  check: findings,
};
