import { milliseconds } from '../../language/quantities.ts';
import type { Panel, Query } from '../../model/dashboard.ts';
import { usualComparison } from '../../model/figures.ts';
import type { Measure, Service, Stack, Value } from '../../model/stack.ts';
import { measurePanelKey } from '../alerts.ts';
import { limitsOf, targetText } from '../measures.ts';
import { comparisonWords } from '../texts.ts';
import { shifted, valueExpr, valueWords } from '../values.ts';
import { agoWords } from './change.ts';
import { runbookLinks } from './measure-panels.ts';
import { grafanaUnit, legendOf, limitSteps, query, timeseries } from './panels.ts';

const USUAL_MS = milliseconds(usualComparison) ?? 0;

/** A KPI over time beside itself last week, with its target, its baseline and its limits. */
export function trendPanel(stack: Stack, unit: Service, measure: Measure): readonly Panel[] {
  const { key, title, value, target } = measure;
  if (value === undefined) return [];
  const limits = limitsOf(unit, measure);
  const fixed = target?.kind === 'fixed' ? target.at : undefined;
  const panelKey = measurePanelKey(key);
  return [
    timeseries({
      key: panelKey,
      title,
      description: describe(measure, value, limits.length),
      unit: grafanaUnit(value.unit),
      width: 12,
      signed: value.kind === 'lift' || limits.some(({ at }) => at < 0),
      queries: [query('value', valueExpr(value), legendOf(value.by, 'now')), ...besides(measure, value)],
      thresholds: limits.length === 0 && fixed === undefined ? undefined : limitSteps(limits, fixed),
      links: runbookLinks(stack, unit, panelKey),
    }),
  ];
}

function besides({ target, baseline }: Measure, value: Value): readonly Query[] {
  const named = (of: Value, words: string) => `${legendOf(of.by, '')} ${words}`.trim();
  const before = shifted(valueExpr(value), USUAL_MS);
  return [
    query('before', before, named(value, agoWords(USUAL_MS)), { style: 'comparison' }),
    ...(target?.kind === 'figure'
      ? [query('target', valueExpr(target.value), named(target.value, 'target'), { style: 'target' })]
      : []),
    ...(baseline === undefined
      ? []
      : [query('baseline', valueExpr(baseline), named(baseline, 'baseline'), { style: 'baseline' })]),
  ];
}

function describe({ description, target, baseline }: Measure, value: Value, limits: number): string {
  const aim = target?.kind === 'fixed' ? targetText(target) : target && valueWords(target.value);
  return [
    description ?? `It is ${valueWords(value)}.`,
    ...(aim === undefined ? [] : [`Green: the target, ${aim}.`]),
    ...(limits === 0 ? [] : ['Red: where somebody is told.']),
    ...(baseline === undefined ? [] : [`Blue: its baseline, ${valueWords(baseline)}.`]),
  ].join(' ');
}

/**
 * A KPI as a share of what it is compared with: a panel where somebody is told of it, or the author asked for it. What it was a
 * week ago is on the tile of every KPI.
 */
export function comparisonPanels(stack: Stack, unit: Service, measure: Measure): readonly Panel[] {
  return measure.comparisons.flatMap(({ key, value }) => {
    const limits = limitsOf(unit, measure, key);
    if (key === usualComparison && limits.length === 0) return [];
    const panelKey = measurePanelKey(measure.key, key);
    const against = comparisonWords(key);
    return [
      timeseries({
        key: panelKey,
        title: `${measure.title} as a share of ${against}`,
        description: `100% is ${against}.${limits.length === 0 ? '' : ' Red: where somebody is told.'}`,
        unit: grafanaUnit(value.unit),
        width: 12,
        queries: [query('value', valueExpr(value), legendOf(value.by, 'share'))],
        thresholds: limits.length === 0 ? undefined : limitSteps(limits),
        links: runbookLinks(stack, unit, panelKey),
      }),
    ];
  });
}
