import {
  type AggregateNode,
  type BinaryNode,
  type BinaryOp,
  type Grouping,
  isAggregateOp,
  type Node,
  parameterOps,
  type VectorMatching,
} from '../ast.ts';
import { negated } from '../build/operators.ts';
import { readsAsNumber } from '../names.ts';
import { parseNumber, roundNumber } from '../number.ts';
import { childrenOf, type TreeNode } from './grammar.ts';
import { type Pieces, readInfix } from './infix.ts';
import { readPostfix } from './postfix.ts';
import { complain, placed, placeOf, type Reading, readString, textOf } from './reading.ts';
import { readLabel, readSelector } from './selectors.ts';

const pieces: Pieces = {
  operand: readOperand,
  postfix: (reading, node, after, operand) =>
    placed(reading, { from: operand.from, to: after.to }, readPostfix(reading, node, after, operand)),
  binary: (reading, op, left, right, tree) => {
    const place = { from: placeOf(reading, left).from, to: placeOf(reading, right).to };
    return placed(reading, place, readBinary(reading, op, left, right, tree));
  },
  negated: (reading, node, from) => placed(reading, { from, to: placeOf(reading, node).to }, negated(node)),
};

/** The node that a tree stands for. Where something is wrong, a problem is noted and the node is a makeshift. */
export function readNode(reading: Reading, tree: TreeNode): Node {
  return readInfix(reading, tree, pieces);
}

function readOperand(reading: Reading, tree: TreeNode): Node {
  switch (tree.name) {
    case 'ParenExpr':
      return readInner(reading, tree);
    case 'NumberDurationLiteral':
      return placed(reading, tree, { kind: 'number', value: readNumber(reading, tree) });
    case 'StringLiteral':
      return placed(reading, tree, { kind: 'string', value: readString(reading, tree) });
    case 'VectorSelector':
      return placed(reading, tree, readSelector(reading, tree));
    case 'FunctionCall':
      return placed(reading, tree, readCall(reading, tree));
    case 'AggregateExpr':
      return placed(reading, tree, readAggregate(reading, tree));
    default:
      complain(reading, tree, `${JSON.stringify(textOf(reading, tree))} is not understood`);
      return { kind: 'number', value: 0 };
  }
}

function readInner(reading: Reading, tree: TreeNode): Node {
  const inner = tree.getChild('Expr');
  return inner === null ? { kind: 'number', value: 0 } : readNode(reading, inner);
}

function readNumber(reading: Reading, tree: TreeNode): number {
  const value = parseNumber(textOf(reading, tree).replace(/^[+-]\s*/, ''));
  if (value === undefined) complain(reading, tree, 'not a number');
  return roundNumber(value ?? 0);
}

function argumentsOf(reading: Reading, tree: TreeNode): readonly Node[] {
  const body = tree.getChild('FunctionCallBody');
  return body === null ? [] : childrenOf(body).map((arg) => readNode(reading, arg));
}

function readCall(reading: Reading, tree: TreeNode): Node {
  const name = tree.getChild('FunctionIdentifier');
  return { kind: 'call', name: name === null ? '' : textOf(reading, name), args: argumentsOf(reading, tree) };
}

function labelsIn(reading: Reading, tree: TreeNode | undefined | null): readonly string[] {
  return tree === undefined || tree === null ? [] : childrenOf(tree).map((label) => readGroupLabel(reading, label));
}

function readGroupLabel(reading: Reading, tree: TreeNode): string {
  const label = readLabel(reading, tree);
  if (tree.name === 'LabelName' && readsAsNumber(label)) complain(reading, tree, `${label} is a number here`);
  return label;
}

function readGrouping(reading: Reading, tree: TreeNode): { readonly grouping?: Grouping } {
  const modifier = tree.getChild('AggregateModifier');
  if (modifier === null) return {};
  const labels = labelsIn(reading, modifier.getChild('GroupingLabels'));
  if (modifier.getChild('Without') !== null) return { grouping: { kind: 'without', labels } };
  return labels.length === 0 ? {} : { grouping: { kind: 'by', labels } };
}

function readAggregate(reading: Reading, tree: TreeNode): Node {
  const op = textOf(reading, tree.firstChild ?? tree).toLowerCase();
  const args = argumentsOf(reading, tree);
  const wanted = parameterOps.some((one) => one === op) ? 2 : 1;
  const [first, second] = args;
  if (!isAggregateOp(op) || args.length !== wanted || first === undefined) {
    complain(reading, tree, `${op} takes ${wanted} ${wanted === 1 ? 'argument' : 'arguments'}, not ${args.length}`);
    return { kind: 'number', value: 0 };
  }
  const node: AggregateNode = { kind: 'aggregate', op, expr: second ?? first, ...readGrouping(reading, tree) };
  return second === undefined ? node : { ...node, param: first };
}

function readMatching(reading: Reading, tree: TreeNode): Pick<BinaryNode, 'matching'> {
  const clause = tree.getChild('MatchingModifierClause');
  if (clause === null) return {};
  const [labels, group] = clause.getChildren('GroupingLabels');
  const kind = clause.getChild('On') === null ? 'ignoring' : 'on';
  const left = clause.getChild('GroupLeft') !== null;
  const matching: VectorMatching = { kind, labels: labelsIn(reading, labels) };
  if (!left && clause.getChild('GroupRight') === null) return { matching };
  return { matching: { ...matching, group: { side: left ? 'left' : 'right', labels: labelsIn(reading, group) } } };
}

function readBinary(reading: Reading, op: BinaryOp, left: Node, right: Node, tree: TreeNode): Node {
  const fill = tree.getChild('FillModifier');
  if (fill !== null) complain(reading, fill, 'fill (Prometheus 3.10) is not supported here');
  const bool = tree.getChild('BoolModifier') === null ? {} : { bool: true as const };
  return { kind: 'binary', op, left, right, ...bool, ...readMatching(reading, tree) };
}
