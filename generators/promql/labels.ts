import type { AggregateNode, BinaryNode, Expr, Matcher, Node, SelectorNode } from './ast.ts';
import { callLabels } from './call-labels.ts';
import {
  agreeing,
  anyLabels,
  eitherOf,
  type Labels,
  noLabels,
  onlyLabels,
  presenceOf,
  withLabels,
} from './label-set.ts';
import { meets } from './matcher.ts';
import { regexpProblem } from './regexp.ts';
import { typeOf } from './typing.ts';

/** The labels of a metric's series, without `__name__`; undefined where the metric is not known. */
export type LabelsOf = (selector: SelectorNode) => ReadonlyMap<string, 'always' | 'maybe'> | undefined;

/** The labels that the result of an expression carries, given those of the metrics it selects. */
export function inferLabels(expr: Expr, labelsOf: LabelsOf): Labels {
  return infer(expr.node, labelsOf);
}

function infer(node: Node, labelsOf: LabelsOf): Labels {
  switch (node.kind) {
    case 'number':
    case 'string':
      return noLabels;
    case 'selector':
      return selected(node, labelsOf(node));
    case 'subquery':
      return infer(node.expr, labelsOf);
    case 'unary':
      return withLabels(infer(node.expr, labelsOf), 'never', '__name__');
    case 'call':
      return callLabels(node, (arg) => infer(arg, labelsOf));
    case 'aggregate':
      return aggregated(node, infer(node.expr, labelsOf));
    case 'binary':
      return combined(node, infer(node.left, labelsOf), infer(node.right, labelsOf));
  }
}

function selected(node: SelectorNode, own: ReadonlyMap<string, 'always' | 'maybe'> | undefined): Labels {
  const labels: Labels = own === undefined ? anyLabels : { known: own, others: 'never' };
  return node.matchers.reduce(matched, withLabels(labels, 'always', '__name__'));
}

function matched(labels: Labels, matcher: Matcher): Labels {
  if ((matcher.op === '=~' || matcher.op === '!~') && regexpProblem(matcher.value) !== undefined) return labels;
  if (!meets(matcher, '')) return withLabels(labels, 'always', matcher.label);
  return matcher.op === '=' ? withLabels(labels, 'never', matcher.label) : labels;
}

/** These choose series and keep them as they are. */
const choosing: ReadonlySet<string> = new Set(['topk', 'bottomk', 'limitk', 'limit_ratio']);

function aggregated({ op, param, grouping }: AggregateNode, labels: Labels): Labels {
  if (choosing.has(op)) return labels;
  const kept =
    grouping?.kind === 'without'
      ? withLabels(labels, 'never', '__name__', ...grouping.labels)
      : onlyLabels(labels, grouping?.labels ?? []);
  return op === 'count_values' && param?.kind === 'string' ? withLabels(kept, 'always', param.value) : kept;
}

const keepName: ReadonlySet<string> = new Set(['==', '!=', '>', '>=', '<', '<=', '</', '>/']);

function combined(node: BinaryNode, left: Labels, right: Labels): Labels {
  if (node.op === 'or') return eitherOf(left, right);
  if (node.op === 'unless') return left;
  if (node.op === 'and') return agreed(node, left, right);
  const named = joined(node, left, right);
  return keepName.has(node.op) && !node.bool ? named : withLabels(named, 'never', '__name__');
}

/** The labels of `many`, with what agreement on the matching labels tells of them. */
function agreed({ matching }: BinaryNode, many: Labels, one: Labels): Labels {
  const both = agreeing(many, one);
  if (matching?.kind === 'on') return withKnown(many, matching.labels, both);
  return withKnown(both, ['__name__', ...(matching?.labels ?? [])], many);
}

const withKnown = (labels: Labels, names: readonly string[], from: Labels): Labels =>
  names.reduce((result, name) => withLabels(result, presenceOf(from, name), name), labels);

function joined(node: BinaryNode, left: Labels, right: Labels): Labels {
  if (typeOf(node.left) === 'scalar') return right;
  if (typeOf(node.right) === 'scalar') return left;
  const { matching } = node;
  if (matching?.group === undefined) {
    const both = agreed(node, left, right);
    if (matching?.kind === 'on') return onlyLabels(both, matching.labels);
    return withLabels(both, 'never', ...(matching?.labels ?? []));
  }
  const [many, one] = matching.group.side === 'left' ? [left, right] : [right, left];
  return withKnown(agreed(node, many, one), matching.group.labels, one);
}
