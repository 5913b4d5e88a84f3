import type { Panel, Query } from '../../model/dashboard.ts';
import type { Figure, Service } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { valueExpr } from '../values.ts';
import { abreast } from './abreast.ts';
import { figureQueries } from './figure-queries.ts';
import { bars, grafanaUnit, namedLegend, query, timeseries } from './panels.ts';

/** Where the time goes: each stage of the work and their sum now, and how they add up over time. */
export function stagePanels({ stages }: Service): readonly Panel[] {
  const queries = figureQueries(stages);
  const [first] = stages;
  if (queries === undefined || first === undefined) return [];
  const unit = grafanaUnit(first.value.unit);
  return abreast([
    bars({
      key: 'stages',
      title: 'Time of each stage',
      description: 'The stages in the order in which they work.',
      unit,
      queries: [...queries, ...totalQuery(stages)],
      noValue: 'no requests',
    }),
    {
      ...timeseries({ key: 'stages-over-time', title: 'Stages one upon the other', unit, queries }),
      stack: true,
    },
  ]);
}

/** Stages that different labels keep apart do not add up. */
function totalQuery(stages: readonly Figure[]): readonly Query[] {
  const [first, ...rest] = stages;
  if (first === undefined || rest.length === 0) return [];
  const apart = ({ value }: Figure): string => [...value.by].sort().join('\0');
  if (rest.some((stage) => apart(stage) !== apart(first))) return [];
  const total = rest.reduce((sum, { value }) => q.add(sum, valueExpr(value)), valueExpr(first.value));
  return [query('total of all stages', total, namedLegend('Total', first.value.by))];
}
