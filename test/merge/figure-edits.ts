import { gauge, highest, type KpiInput, kpi, type Limit, lowest, measure, type Stack, type Threshold } from 'signalbox';
import { found } from '../short-video/tree.ts';
import { type Edit, figureEdit, kpiGroupEdit, limitEdit, resourceEdit } from './edit.ts';
import { type Figure, figuresOf, type Limited, limitsOf } from './figures.ts';
import { unitsOf } from './units.ts';

/** Every small change of the figures of resources and of groups of KPIs. */
export function figureEdits(stack: Stack): readonly Edit[] {
  const { infrastructure = [], kpis = [] } = stack;
  return [
    ...unitsOf(stack).flatMap((unit) => [
      ...Object.keys(figuresOf(unit)).flatMap((key) => textEdits(unit.id, key)),
      ...limitsOf(unit).flatMap((one) => limitEdits(unit.id, one, stack)),
    ]),
    ...infrastructure.map(({ id }) => newMeasure(id)),
    ...kpis.flatMap((group) => [
      newKpi(group.id),
      ...Object.entries(group.kpis).flatMap(([key, one]) => kpiEdits(group.id, key, one)),
    ]),
  ];
}

function textEdits(id: string, key: string): readonly Edit[] {
  return [
    figureEdit(id, key, 'the title of a figure', (one) => ({ ...one, title: `${one.title} (new)` })),
    figureEdit(id, key, 'the description of a figure', (one) => ({ ...one, description: 'What it says.' })),
  ];
}

function limitEdits(id: string, { part, limit }: Limited, { severities }: Stack): readonly Edit[] {
  const severity = found(
    severities.findLast((one) => one.id !== limit.severity.id),
    'another severity',
  );
  return [
    limitEdit(id, part, 'the threshold of a limit', moved),
    limitEdit(id, part, 'the for of a limit', (one) => ({ ...one, for: '7m' })),
    limitEdit(id, part, 'the severity of a limit', (one) => ({ ...one, severity })),
    limitEdit(id, part, 'the impact of a limit', (one) => ({ ...one, impact: 'People feel something else.' })),
  ];
}

function moved<L extends Limit>(limit: L): L {
  const { above, below } = limit;
  if (above !== undefined) return { ...limit, above: other(above) };
  return below === undefined ? limit : { ...limit, below: other(below) };
}

/** Another threshold in the same unit. */
function other(threshold: Threshold): Threshold {
  if (typeof threshold === 'number') return threshold + 1;
  return threshold.endsWith('%') ? '77%' : '9m';
}

function newMeasure(id: string): Edit {
  const waiting = gauge('another_queue', { help: 'Work that waits.', unit: 'count' });
  const added = measure(highest(waiting), { title: 'Another queue' });
  return resourceEdit(id, 'a new measure', (one) => ({ ...one, saturation: { ...one.saturation, added } }));
}

function newKpi(id: string): Edit {
  const reach = gauge('another_reach_ratio', { help: 'Share of the people that it reaches.' });
  const added = kpi(lowest(reach), { title: 'Another reach', better: 'up', importance: 'low', target: '40%' });
  return kpiGroupEdit(id, 'a new KPI', (one) => ({ ...one, kpis: { ...one.kpis, added } }));
}

function kpiEdits(id: string, key: string, figure: Figure): readonly Edit[] {
  const edit = (kind: string, fields: Pick<KpiInput, 'target' | 'versus'> | Pick<KpiInput, 'importance'>) =>
    figureEdit(id, key, kind, (one) => (one.kind === 'kpi' ? { ...one, ...fields } : one));
  if (figure.kind !== 'kpi') return [];
  const { target, importance, versus } = figure;
  return [
    edit('the importance', { importance: importance === 'low' ? 'medium' : 'low' }),
    edit('a new comparison', { versus: { ...versus, '1d': {} } }),
    ...(target === undefined || typeof target === 'object' ? [] : [edit('the target', { target: other(target) })]),
  ];
}
