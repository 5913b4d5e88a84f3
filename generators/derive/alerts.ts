import { label } from '../model/names.ts';
import type { AlertEntry } from '../model/observables.ts';
import type { Alert, Service, Stack } from '../model/stack.ts';
import * as q from '../promql/index.ts';
import { links, ownLabels } from './alert-rule.ts';
import { type Judgement, judge } from './conditions.ts';
import { comparisonWords, escapeTemplate, humanize, whichOne } from './texts.ts';

/** The panel of a figure on its unit's dashboard, or of what the figure is compared with. */
export const measurePanelKey = (measure: string, comparison?: string): string =>
  comparison === undefined ? `measure-${measure}` : `measure-${measure}-versus-${comparison}`;

/** The panel of an alert on its unit's dashboard; the limits of a figure are lines on its own panel. */
export const alertPanelKey = ({ key, limitOf }: Alert): string =>
  limitOf === undefined ? `alert-${key}` : measurePanelKey(limitOf.measure, limitOf.comparison);

/** An alert that an author wrote, as a rule with its labels, its texts and its links. */
export function deriveAlert(stack: Stack, service: Service, alert: Alert): AlertEntry {
  const judgement = judge(alert.when, service);
  const panel = { dashboardUid: service.dashboardUid, key: alertPanelKey(alert) };
  const held = alert.forMs === 0 ? '' : ` for ${q.printDuration(alert.forMs)}`;
  const title = escapeTemplate(alert.title);
  const where = whichOne(judgement.by);
  const of = comparedWith(alert);
  const predicate = escapeTemplate(judgement.predicate);
  return {
    id: alert.id,
    source: 'alert',
    unit: service.id,
    service,
    team: service.team,
    severity: alert.severity,
    signal: alert.signal,
    title: alert.title,
    impact: alert.impact,
    condition: `${judgement.subject} ${judgement.predicate}${judgement.of ?? ''}${held}`,
    rule: {
      kind: 'alerting',
      alert: alert.name,
      expr: judgement.expr,
      forMs: alert.forMs,
      keepFiringForMs: alert.keepFiringForMs,
      labels: { ...ownLabels(stack, service, alert.severity, alert.signal), ...partLabels(alert, judgement) },
      annotations: {
        summary: `${title} ${predicate}${of}${where}`,
        description: `${title} ${judgement.verb} ${humanize(judgement.unit, judgement.limits)}${of}${where} (it fires when it ${predicate}${held}). ${escapeTemplate(alert.impact)}`,
        ...links(stack, service.id, alert.name, alert.runbook, panel),
      },
    },
    runbook: alert.runbook,
    panel,
    address: alert.address,
  };
}

/** What a KPI's share is a share of, after the figure: ` of what it was 7d ago`, ` of its target`. */
function comparedWith({ limitOf }: Alert): string {
  const comparison = limitOf?.comparison;
  return comparison === undefined ? '' : ` of ${comparisonWords(comparison)}`;
}

/** One region that is down must not silence the others: an alert that is kept apart by labels speaks of a part. */
function partLabels(alert: Alert, { by }: Judgement): Readonly<Record<string, string>> {
  return alert.signal === 'down' && by.length > 0 ? { [label.reason]: 'partial' } : {};
}
