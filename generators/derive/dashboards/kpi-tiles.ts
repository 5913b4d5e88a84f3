import { milliseconds } from '../../language/quantities.ts';
import { panelUrl } from '../../model/addresses.ts';
import type { ForeignQuery, Query, Row, StatPanel } from '../../model/dashboard.ts';
import { usualComparison } from '../../model/figures.ts';
import type { Measure, Service, Stack, Value } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { measurePanelKey } from '../alerts.ts';
import { limitsOf, targetText } from '../measures.ts';
import { valueExpr, valueWords } from '../values.ts';
import { changeAgainst, changeSince } from './change.ts';
import { judgedSteps } from './judged-steps.ts';
import { grafanaUnit, legendOf, query, stat } from './panels.ts';

const ranks = ['critical', 'high', 'medium', 'low'] as const;

type Importance = (typeof ranks)[number];

const importanceOf = ({ importance = 'low' }: Measure): Importance => importance;

/** A row for each importance, the greatest first, and a tile for each figure: what it is now, whether that is good, and how it changed. */
export function tileRows(stack: Stack, unit: Service): readonly Row[] {
  return ranks.map((rank) => ({
    key: `figures-${rank}`,
    title: `Figures of ${rank} importance`,
    panels: unit.measures.filter((one) => importanceOf(one) === rank).flatMap((one) => tile(stack, unit, one)),
  }));
}

function tile(stack: Stack, unit: Service, measure: Measure): readonly StatPanel[] {
  const queries = queriesOf(unit, measure);
  if (queries === undefined) return [];
  const { key, title, target, better = 'band', value } = measure;
  const fixed = target?.kind === 'fixed' ? target : undefined;
  const steps = judgedSteps(limitsOf(unit, measure), fixed?.at, better);
  const trend = { title: 'Over time', url: panelUrl(stack, unit.dashboardUid, measurePanelKey(key)) };
  const panel = stat({
    key: `tile-${key}`,
    title: fixed === undefined ? title : `${title} (target ${targetText(fixed)})`,
    description: describe(measure),
    width: 6,
    unit: grafanaUnit(measure.unit),
    queries,
    noValue: 'no data',
    ...(steps === undefined ? {} : { thresholds: steps }),
    ...(value === undefined ? {} : { links: [trend] }),
  });
  return [{ ...panel, height: 5 }];
}

function queriesOf(
  unit: Service,
  measure: Measure,
): readonly [Query, ...Query[]] | readonly [ForeignQuery] | undefined {
  const { value, from, baseline, better = 'band' } = measure;
  if (from !== undefined) return [{ key: 'now', datasource: from.datasource, fields: from.query }];
  if (value === undefined) return undefined;
  return [
    query('now', valueExpr(value, { idle: 'absent' }), legendOf(value.by, 'now')),
    ...ofTarget(unit, measure, value),
    ...(baseline === undefined ? [] : changeAgainst(value, baseline, 'baseline', better)),
    ...changeSince(value, milliseconds(usualComparison) ?? 0, better),
  ];
}

/** The share that is reached of a target that is a figure: a fixed one is in the colour of the figure itself. */
function ofTarget(unit: Service, measure: Measure, value: Value): readonly Query[] {
  const { target, better = 'band' } = measure;
  if (target?.kind !== 'figure') return [];
  const share = q.div(valueExpr(value), q.ne(valueExpr(target.value), 0));
  const thresholds = judgedSteps(limitsOf(unit, measure, 'target'), 1, better) ?? [];
  const legend = `${legendOf(value.by, '')} of target`.trim();
  return [query('of-target', share, legend, { shown: { unit: 'percentunit', decimals: 1, thresholds } })];
}

const directions = { up: 'More is better.', down: 'Less is better.', band: 'It has its place between its limits.' };

function describe(measure: Measure): string {
  const { description, target, better = 'band', from, value } = measure;
  const aim =
    target === undefined ? '' : `Target: ${target.kind === 'fixed' ? targetText(target) : valueWords(target.value)}. `;
  return [
    ...(description === undefined ? [] : [description]),
    `Importance: ${importanceOf(measure)}. ${aim}${directions[better]}`,
    ...(from === undefined
      ? []
      : [`From the data source ${from.datasource.uid}; Prometheus does not have it, so nobody is told of it.`]),
    ...(value === undefined ? [] : [`It is ${valueWords(value)}. A change is a share of what it is compared with.`]),
  ].join(' ');
}
