import type { Panel } from '../../model/dashboard.ts';
import type { Measure, Service, Stack } from '../../model/stack.ts';
import { alertPanelKey, measurePanelKey } from '../alerts.ts';
import { limitsOf } from '../measures.ts';
import { valueExpr, valueWords } from '../values.ts';
import { grafanaUnit, legendOf, limitSteps, query, timeseries } from './panels.ts';
import { runbookLink } from './unit-panels.ts';

/** A figure over time with its limits as lines. */
export function measurePanel(stack: Stack, unit: Service, measure: Measure): readonly Panel[] {
  const { key, title, value } = measure;
  if (value === undefined) return [];
  const limits = limitsOf(unit, measure);
  const panelKey = measurePanelKey(key);
  return [
    timeseries({
      key: panelKey,
      title,
      description: measure.description ?? valueWords(value),
      unit: grafanaUnit(value.unit),
      queries: [query('value', valueExpr(value), legendOf(value.by, title))],
      thresholds: limits.length === 0 ? undefined : limitSteps(limits),
      links: runbookLinks(stack, unit, panelKey),
    }),
  ];
}

/** The pages of the alerts that a panel shows. */
export function runbookLinks(stack: Stack, unit: Service, panelKey: string) {
  return unit.alerts
    .filter((alert) => alertPanelKey(alert) === panelKey)
    .map(({ runbook, name }) => runbookLink(stack, unit.id, runbook, name));
}
