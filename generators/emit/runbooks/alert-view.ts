import { panelUrl } from '../../model/addresses.ts';
import { evaluatorOf, heartbeatOf } from '../../model/evaluators.ts';
import type { AlertEntry } from '../../model/observables.ts';
import { printDuration } from '../../promql/duration.ts';
import { printLines } from '../../promql/layout.ts';
import { print } from '../../promql/print.ts';
import { fromUnitPage, metricsUrl, rulesFile } from '../markdown/addresses.ts';
import { notified, receiverName } from '../markdown/notified.ts';
import type { Context } from './context.ts';

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function panelView({ panel }: AlertEntry, { stack, panelTitle }: Context) {
  if (panel === undefined) return { title: '', url: '' };
  const { dashboardUid, key } = panel;
  return { title: panelTitle(dashboardUid, key) ?? 'Panel', url: panelUrl(stack, dashboardUid, key) };
}

/** The rule behind an alert: its PromQL, and how long it waits and goes on. */
export function ruleView(alert: AlertEntry, { stack, evaluatorOf }: Context) {
  const { rule, unit } = alert;
  return {
    expr: printLines(rule.expr),
    explore: metricsUrl(stack, print(rule.expr)),
    file: fromUnitPage(rulesFile(stack, unit, evaluatorOf(alert))),
    wait: rule.forMs === 0 ? '' : printDuration(rule.forMs),
    keep: rule.keepFiringForMs === 0 ? '' : printDuration(rule.keepFiringForMs),
  };
}

/** Severities and teams have no part in a heartbeat: it has a receiver of its own. */
function toldOf(alert: AlertEntry, { stack }: Context): string {
  if (alert.source !== 'heartbeat') return notified(alert.severity, alert.team);
  return `tells ${receiverName(heartbeatOf(stack, evaluatorOf(stack, alert)) ?? stack.heartbeat.receiver)}`;
}

/** An alert as its pages show it: how bad, what happened, who is told, where to look. */
export function alertView(alert: AlertEntry, context: Context) {
  const { severity, slo } = alert;
  return {
    name: alert.rule.alert,
    severity: alert.source === 'heartbeat' ? 'none' : `${severity.id} ${severity.title}`,
    response: printDuration(severity.responseMs),
    impact: alert.impact,
    condition: alert.condition,
    told: capitalised(toldOf(alert, context)),
    panel: panelView(alert, context),
    slo: slo === undefined ? '' : slo.slo.title,
    sloPage: slo === undefined ? '' : sloPageUrl(slo.slo.key),
  };
}

/** The name of an SLO's page among the runbooks of its unit. */
export const sloPageName = (key: string): string => `slo-${key}`;

/** From any page of a unit to the page of one of its SLOs. */
export const sloPageUrl = (key: string): string => `./${sloPageName(key)}.md`;
