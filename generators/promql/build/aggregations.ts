import type { AggregateNode, AggregateOp, Expr, Grouping, Instant } from '../ast.ts';
import { labelNameOf } from '../names.ts';
import { type Figure, figure } from './functions.ts';
import { str } from './literals.ts';

/** The labels that the result keeps, or those that it loses; neither: one series without labels. */
export type Groups =
  | { readonly by: readonly string[]; readonly without?: never }
  | { readonly without: readonly string[]; readonly by?: never };

/** `by ()` says nothing that its absence would not, so it is not kept. */
function groupingOf(groups: Groups | undefined): { readonly grouping?: Grouping } {
  if (groups?.without !== undefined) {
    return { grouping: { kind: 'without', labels: groups.without.map(labelNameOf) } };
  }
  if (groups === undefined || groups.by.length === 0) return {};
  return { grouping: { kind: 'by', labels: groups.by.map(labelNameOf) } };
}

function aggregate(op: AggregateOp, of: Instant, groups: Groups | undefined, param?: Expr): Instant {
  const node: AggregateNode = { kind: 'aggregate', op, expr: of.node, ...groupingOf(groups) };
  return { type: 'instant', node: param === undefined ? node : { ...node, param: param.node } };
}

const plain =
  (op: AggregateOp) =>
  (of: Instant, groups?: Groups): Instant =>
    aggregate(op, of, groups);

const withFigure =
  (op: AggregateOp) =>
  (value: Figure, of: Instant, groups?: Groups): Instant =>
    aggregate(op, of, groups, figure(value));

export const sum = plain('sum');
export const avg = plain('avg');
export const min = plain('min');
export const max = plain('max');
export const count = plain('count');
export const stddev = plain('stddev');
export const stdvar = plain('stdvar');
/** One per group. */
export const group = plain('group');
/** The k largest of each group, with all their labels. */
export const topk = withFigure('topk');
/** The k smallest of each group, with all their labels. */
export const bottomk = withFigure('bottomk');
/** A quantile (0 to 1) over the series of each group. */
export const quantile = withFigure('quantile');
/** How many series have each value, the value written into `label`. */
export const countValues = (label: string, of: Instant, groups?: Groups): Instant =>
  aggregate('count_values', of, groups, str(labelNameOf(label)));
