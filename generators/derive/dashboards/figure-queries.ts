import type { Query } from '../../model/dashboard.ts';
import type { Figure } from '../../model/stack.ts';
import { valueExpr } from '../values.ts';
import { namedLegend, query } from './panels.ts';

/** A query for each figure under its author's name, in the author's order; a panel has at least one. */
export function figureQueries(figures: readonly Figure[]): readonly [Query, ...Query[]] | undefined {
  const [first, ...rest] = figures.map(({ name, value }) => query(name, valueExpr(value), namedLegend(name, value.by)));
  return first === undefined ? undefined : [first, ...rest];
}
