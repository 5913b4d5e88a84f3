import type { AlertEntry, Compiled } from '../../model/observables.ts';
import { alertLabels, receiversReached } from '../../model/route-matching.ts';
import { heartbeatReceiverOf, receiverNameOf } from '../../model/routing.ts';
import type { Rule } from '../rule.ts';

/** The receivers that must hear of an alert; what a team lacks is another rule's matter. */
function wanted({ stack }: Compiled, alert: AlertEntry): readonly string[] {
  if (alert.source === 'heartbeat') return [heartbeatReceiverOf(stack, alert.evaluator)];
  const { team, severity } = alert;
  return severity.notify
    .filter((kind) => team.receivers[kind] !== undefined)
    .map((kind) => receiverNameOf(stack, team, kind));
}

function missing(compiled: Compiled, alert: AlertEntry): readonly string[] {
  const { stack, observables } = compiled;
  const heard = new Set(receiversReached(observables.routing.root, alertLabels(stack, alert)));
  return wanted(compiled, alert).filter((name) => !heard.has(name));
}

/** An alert that does not reach what its severity and team say. */
export const unreached: Rule = {
  code: 'route/unreached',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'Every alert reaches the receivers that its severity and its team promise.',
    cause: 'The labels of the alert take it along another route: a page may end in a chat that nobody reads at night.',
    cure: 'Leave the labels environment, team and severity of the alert as they are generated.',
  },
  check: (compiled) => {
    const { alerts, routing } = compiled.observables;
    if (routing.ownership === 'none') return [];
    return alerts.flatMap((alert) =>
      missing(compiled, alert).map((name) => ({
        address: alert.address,
        message: `${alert.rule.alert} does not reach ${name}.`,
        cure: 'Compare its labels with the matchers of the routes in alertmanager/alertmanager.yaml.',
      })),
    );
  },
};
