import { type Instant, type Node, presenceOf, walk } from '../../promql/index.ts';
import type { LabelsOfExpr } from '../survey/series-labels.ts';

/** A label that an aggregation keeps and that its input does not have. */
export interface GroupingProblem {
  readonly label: string;
  readonly known: readonly string[];
}

/** Labels of `by (…)` that no series in the aggregation carries: all of them end up in one group. */
export function groupingProblems(expr: Instant, labelsOf: LabelsOfExpr): readonly GroupingProblem[] {
  const found: GroupingProblem[] = [];
  walk(expr, (node) => found.push(...problemsOf(node, labelsOf)));
  return found;
}

function problemsOf(node: Node, labelsOf: LabelsOfExpr): readonly GroupingProblem[] {
  if (node.kind !== 'aggregate' || node.grouping?.kind !== 'by' || node.grouping.labels.length === 0) return [];
  const labels = labelsOf({ type: 'instant', node: node.expr });
  const known = [...labels.known].flatMap(([name, presence]) => (presence === 'never' ? [] : [name]));
  return node.grouping.labels
    .filter((label) => presenceOf(labels, label) === 'never')
    .map((label) => ({ label, known }));
}
