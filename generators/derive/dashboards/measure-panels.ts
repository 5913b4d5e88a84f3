import type { Panel, Query } from '../../model/dashboard.ts';
import type { Measure, Service, Stack, Value } from '../../model/stack.ts';
import { alertPanelKey, measurePanelKey } from '../alerts.ts';
import { limitsOf } from '../measures.ts';
import { shifted, valueExpr, valueWords } from '../values.ts';
import { grafanaUnit, legendOf, limitSteps, query, stat, timeseries } from './panels.ts';
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
      queries: [query('value', valueExpr(value), legendOf(value.by, title)), ...lastWeek(value)],
      thresholds: limits.length === 0 ? undefined : limitSteps(limits),
      links: runbookLinks(stack, unit, panelKey),
    }),
  ];
}

const WEEK = 7 * 24 * 3600_000;

/** Events come and go with the day and the week; a level is judged by its limits. Kept apart, the lines would be too many. */
function lastWeek(value: Value): readonly Query[] {
  if (value.kind !== 'rate' || value.by.length > 0) return [];
  return [query('week', shifted(valueExpr(value), WEEK), 'last week', { style: 'comparison' })];
}

/** A figure as of now, in the colours of its limits. */
export function measureStat(unit: Service, measure: Measure): readonly Panel[] {
  const { key, title, value } = measure;
  if (value === undefined) return [];
  const limits = limitsOf(unit, measure);
  return [
    stat({
      key: `${measurePanelKey(key)}-now`,
      title,
      description: measure.description ?? valueWords(value),
      unit: grafanaUnit(value.unit),
      queries: [query('value', valueExpr(value), legendOf(value.by, title))],
      ...(limits.length === 0 ? { colour: 'none' } : { thresholds: limitSteps(limits) }),
    }),
  ];
}

/** The pages of the alerts that a panel shows. */
export function runbookLinks(stack: Stack, unit: Service, panelKey: string) {
  return unit.alerts
    .filter((alert) => alertPanelKey(alert) === panelKey)
    .map(({ runbook, name }) => runbookLink(stack, unit.id, runbook, name));
}
