import { heartbeatAlert } from '../../model/names.ts';
import type { Compiled } from '../../model/observables.ts';
import { printMatchers } from '../../model/print-matchers.ts';
import { alertLabels, type LabelSet, reached } from '../../model/route-matching.ts';
import type { Route } from '../../model/routing.ts';
import type { Finding, Rule } from '../rule.ts';

/**
 * Labels that alerts of this stack can have, whichever services it has today: every team with every severity, also unknown
 * ones, beside the alerts that there are.
 */
function possible({ stack, observables: { alerts } }: Compiled): readonly LabelSet[] {
  const { labels } = stack;
  const environment = { [labels.environment]: stack.environment };
  const teams = [...stack.teams.map(({ label }) => label), ''];
  const severities = [...stack.severities.map(({ label }) => label), ''];
  return [
    ...alerts.map((alert) => alertLabels(stack, alert)),
    { alertname: heartbeatAlert, ...environment },
    ...teams.flatMap((team) =>
      severities.map((severity) => ({ ...environment, [labels.team]: team, [labels.severity]: severity })),
    ),
  ];
}

const holds = (route: Route, used: ReadonlySet<Route>): boolean =>
  used.has(route) || route.routes.some((child) => holds(child, used));

/** The topmost routes that nothing reaches. */
function dead(route: Route, used: ReadonlySet<Route>): readonly Route[] {
  return holds(route, used) ? route.routes.flatMap((child) => dead(child, used)) : [route];
}

function findings(compiled: Compiled): readonly Finding[] {
  const { stack, observables } = compiled;
  const { root, receivers } = observables.routing;
  const used = new Set(possible(compiled).flatMap((labels) => reached(root, labels).map(({ route }) => route)));
  const heard = new Set([...used].map(({ receiver }) => receiver));
  const { address } = stack;
  return [
    ...dead(root, used).map((route) => ({
      address,
      message: `Nothing reaches the route ${printMatchers(route.matchers)} to ${route.receiver}.`,
      cure: 'Remove it, or move it before the sibling that takes its alerts.',
    })),
    ...receivers
      .filter(({ name }) => !heard.has(name))
      .map(({ name }) => ({
        address,
        message: `Nothing reaches the receiver ${name}.`,
        cure: 'Remove it, or route to it.',
      })),
  ];
}

/** A route or receiver of an Alertmanager of ours that no alert can reach. */
export const unused: Rule = {
  code: 'route/unused',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'Every route and receiver of an Alertmanager that is ours can be reached.',
    cause: 'A route behind a sibling that takes all its alerts looks like a promise and never tells anybody.',
    cure: 'Remove the route or receiver, or change the order or the matchers of the routes.',
  },
  check: (compiled) => (compiled.observables.routing.ownership === 'whole' ? findings(compiled) : []),
};
