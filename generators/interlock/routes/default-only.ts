import { alertLabels, reached } from '../../model/route-matching.ts';
import type { Rule } from '../rule.ts';

/** An alert that only the root's receiver hears of. */
export const defaultOnly: Rule = {
  code: 'route/default-only',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'Every alert reaches a receiver by a route of its own.',
    cause:
      'No route matches the labels of the alert, so it lands where everything unknown lands, and nobody there owns it.',
    cure: 'Give the alert the labels that a route matches, or add a route for them to the existing Alertmanager file.',
  },
  check: ({ stack, observables: { alerts, routing } }) =>
    alerts
      .filter((alert) => reached(routing.root, alertLabels(stack, alert)).every(({ route }) => route === routing.root))
      .map(({ address, rule }) => ({
        address,
        message: `${rule.alert} matches no route and reaches only the default receiver ${routing.root.receiver}.`,
        cure: 'Add a route that matches its labels, or give the alert labels that one matches.',
      })),
};
