import type { Node, SelectorNode, SubqueryNode, TimeShift } from '../ast.ts';
import { parseNumber } from '../number.ts';
import { typeOf } from '../typing.ts';
import { childrenOf, type TreeNode } from './grammar.ts';
import { complain, type Reading, textOf } from './reading.ts';
import { readOffset, readSpan } from './spans.ts';

/** A node with what follows it: a range, a subquery, `offset` or `@`. `operand` is what they follow in the text. */
export function readPostfix(reading: Reading, node: Node, tree: TreeNode, operand: TreeNode): Node {
  const inParens = operand.name === 'ParenExpr';
  switch (tree.name) {
    case 'SubqueryExpr':
      return readSubquery(reading, node, tree);
    case 'MatrixSelector':
      return readRange(reading, inParens ? undefined : node, tree) ?? node;
    case 'OffsetExpr':
    case 'StepInvariantExpr':
      return readShift(reading, inParens ? undefined : node, tree) ?? node;
    default:
      complain(reading, tree, 'anchored and smoothed (Prometheus 3.7) are not supported here');
      return node;
  }
}

function readSubquery(reading: Reading, expr: Node, tree: TreeNode): Node {
  if (typeOf(expr) !== 'instant') complain(reading, tree, 'a subquery is made of an instant vector');
  const [span, step] = tree.getChildren('DurationExpr');
  const range = span === undefined ? 0 : readSpan(reading, span);
  const node: SubqueryNode = { kind: 'subquery', expr, range };
  return step === undefined ? node : { ...node, step: readSpan(reading, step) };
}

function readRange(reading: Reading, node: Node | undefined, tree: TreeNode): SelectorNode | undefined {
  const isBare = node?.kind === 'selector' && [node.range, node.offset, node.at].every((part) => part === undefined);
  if (!isBare) {
    complain(
      reading,
      tree,
      'a range stands directly after a selector, before offset and @; else write a subquery: [5m:]',
    );
    return undefined;
  }
  const span = tree.getChild('DurationExpr');
  return { ...node, range: span === null ? 0 : readSpan(reading, span) };
}

function readShift(reading: Reading, node: Node | undefined, tree: TreeNode): SelectorNode | SubqueryNode | undefined {
  const word = tree.name === 'OffsetExpr' ? 'offset' : '@';
  if (node?.kind !== 'selector' && node?.kind !== 'subquery') {
    complain(reading, tree, `${word} stands directly after a selector or a subquery`);
    return undefined;
  }
  if ((word === 'offset' ? node.offset : node.at) !== undefined) complain(reading, tree, `${word} is given twice`);
  return { ...node, ...(word === 'offset' ? readOffsetOf(reading, tree) : readAt(reading, tree)) };
}

function readOffsetOf(reading: Reading, tree: TreeNode): TimeShift {
  const duration = tree.getChild('OffsetDurationExpr');
  if (duration === null) return {};
  const offset = readOffset(reading, duration);
  if (offset === 0) complain(reading, duration, 'an offset of nothing; leave it out');
  return { offset };
}

function readAt(reading: Reading, tree: TreeNode): TimeShift {
  const moment = childrenOf(tree).at(-1);
  if (moment === undefined) return {};
  const text = textOf(reading, moment).toLowerCase();
  if (moment.name === 'AtModifierPreprocessors') return { at: text === 'start' ? 'start' : 'end' };
  const value = parseNumber(text.replace(/^[+-]\s*/, '')) ?? Number.NaN;
  if (!Number.isFinite(value)) complain(reading, moment, '@ wants a moment in Unix seconds');
  return { at: text.startsWith('-') ? -value : value };
}
