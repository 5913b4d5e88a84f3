import { evaluatorOf } from '../../model/evaluators.ts';
import type { AlertEntry, Compiled } from '../../model/observables.ts';
import { alertLabels, reached } from '../../model/route-matching.ts';
import { detectionBoundMs } from '../../model/slo-detection.ts';
import { printDuration } from '../../promql/index.ts';
import type { Rule } from '../rule.ts';

/** From the start of the trouble to the alert, at best; undefined for alerts that have no such moment. */
function detectionMs({ stack }: Compiled, alert: AlertEntry): number | undefined {
  if (alert.source === 'heartbeat' || alert.source === 'slo-ticket') return undefined;
  const { slo } = alert;
  if (alert.source === 'slo-page' && slo !== undefined) {
    return Math.min(...slo.page.flatMap((tier) => detectionBoundMs(tier, slo, TOTAL_OUTAGE) ?? []));
  }
  return alert.rule.forMs + evaluatorOf(stack, alert).evaluationMs;
}

const TOTAL_OUTAGE = 1;

/** Several rules may be one alert (each reason for missing telemetry): it is heard of when the first of them fires. */
function soonest(compiled: Compiled): readonly { readonly alert: AlertEntry; readonly detection: number }[] {
  const byName = new Map<string, { readonly alert: AlertEntry; readonly detection: number }>();
  for (const alert of compiled.observables.alerts) {
    const detection = detectionMs(compiled, alert);
    const before = byName.get(alert.rule.alert);
    if (detection === undefined || (before !== undefined && before.detection <= detection)) continue;
    byName.set(alert.rule.alert, { alert, detection });
  }
  return [...byName.values()];
}

const ofAlert = 'Shorten `for` or `groupWait`, or choose a slower severity.';
/** The burn rates are policy: with a loose objective even a total outage takes minutes to spend enough of the budget. */
const ofSlo = 'Choose a slower severity for its page, or let an alert of its own tell of an outage sooner.';

/** A response time that is over before anybody hears of the alert. */
export const responseTime: Rule = {
  code: 'route/response-time',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: "An alert is heard of within its severity's response time.",
    cause:
      'The condition must hold for its time, the rule must run, and Alertmanager collects a group before it tells anybody. Together that is longer than the time within which somebody must look.',
    cure: "Shorten the alert's `for` or the severity's `groupWait`, or give it a severity with more time.",
  },
  check: (compiled) =>
    soonest(compiled).flatMap(({ alert, detection }) => {
      const routes = reached(compiled.observables.routing.root, alertLabels(compiled.stack, alert));
      const wait = Math.min(...routes.map(({ groupWaitMs }) => groupWaitMs));
      const { responseMs, id } = alert.severity;
      if (detection + wait <= responseMs) return [];
      const message = `${alert.rule.alert} takes ${printDuration(Math.ceil(detection / 1000) * 1000)} to fire and ${printDuration(wait)} to be sent; ${id} promises a response within ${printDuration(responseMs)}.`;
      return [{ address: alert.address, message, cure: alert.slo === undefined ? ofAlert : ofSlo }];
    }),
};
