import type { Panel } from '../../model/dashboard.ts';
import type { Figure, Service } from '../../model/stack.ts';
import { valueExpr, valueWords } from '../values.ts';
import { abreast } from './abreast.ts';
import { figureQueries } from './figure-queries.ts';
import { bars, query, stat } from './panels.ts';

/** How much is in use of what limits it, in shares, and where both can be counted, in numbers. */
export function capacityPanels({ capacity }: Service): readonly Panel[] {
  const queries = figureQueries(capacity);
  if (queries === undefined) return [];
  const share = bars({
    key: 'capacity',
    title: 'Capacity in use',
    unit: 'percentunit',
    max: 1,
    queries,
  });
  const counts = capacity.flatMap(countPanel);
  // Beside the bars, which leave the half of the line.
  return [...abreast([share]), ...counts.map((panel) => ({ ...panel, width: counts.length === 1 ? 12 : 6 }))];
}

/** `842 of 1000`, where the share is of things and is not kept apart. */
function countPanel({ name, value }: Figure): readonly Panel[] {
  if (value.kind !== 'ratio-of' || value.value.unit !== 'count' || value.by.length > 0) return [];
  return [
    stat({
      key: `capacity/${name}`,
      title: name,
      description: valueWords(value),
      unit: 'none',
      queries: [query('used', valueExpr(value.value), 'in use'), query('most', valueExpr(value.of), 'of')],
      showNameAndValue: true,
      colour: 'none',
    }),
  ];
}
