import type { BinaryOp, Node } from '../ast.ts';
import { isBinaryOp, isRightAssociative, precedence, unaryPrecedence } from '../precedence.ts';
import type { TreeNode } from './grammar.ts';
import { type Reading, textOf } from './reading.ts';

/** One word of an expression in the order in which it is written. */
type Item =
  | { readonly kind: 'operand' | 'postfix'; readonly tree: TreeNode }
  | { readonly kind: 'sign'; readonly minus: boolean; readonly from: number }
  | { readonly kind: 'operator'; readonly op: BinaryOp; readonly tree: TreeNode };

/** How the pieces between operators become nodes. */
export interface Pieces {
  readonly operand: (reading: Reading, tree: TreeNode) => Node;
  readonly postfix: (reading: Reading, node: Node, tree: TreeNode, operand: TreeNode) => Node;
  readonly binary: (reading: Reading, op: BinaryOp, left: Node, right: Node, tree: TreeNode) => Node;
  readonly negated: (reading: Reading, node: Node, from: number) => Node;
}

const postfixes: ReadonlySet<string> = new Set([
  ...['MatrixSelector', 'SubqueryExpr', 'OffsetExpr', 'StepInvariantExpr', 'AnchoredExpr', 'SmoothedExpr'],
]);

/**
 * The tree's operators as a row of items. The editor's grammar hangs what follows an operand too high: `a / b offset 1w`
 * becomes `(a / b) offset 1w`, and `-1 ^ 2` becomes `(-1) ^ 2`. Prometheus reads both the other way, and so do we,
 * by resolving precedence ourselves.
 */
function collect(items: Item[], reading: Reading, tree: TreeNode): void {
  const { name, firstChild, lastChild } = tree;
  if (firstChild === null || lastChild === null) {
    collectLiteral(items, reading, tree);
  } else if (postfixes.has(name)) {
    collect(items, reading, firstChild);
    items.push({ kind: 'postfix', tree });
  } else if (name === 'UnaryExpr') {
    items.push({ kind: 'sign', minus: textOf(reading, firstChild) === '-', from: tree.from });
    collect(items, reading, lastChild);
  } else if (name === 'BinaryExpr') {
    collect(items, reading, firstChild);
    items.push({ kind: 'operator', op: operatorOf(reading, firstChild.nextSibling), tree });
    collect(items, reading, lastChild);
  } else {
    items.push({ kind: 'operand', tree });
  }
}

function operatorOf(reading: Reading, tree: TreeNode | null): BinaryOp {
  const op = tree === null ? '' : textOf(reading, tree).toLowerCase();
  if (!isBinaryOp(op)) throw new Error(`The grammar has an operator that this compiler does not know: ${op}`);
  return op;
}

/** The grammar takes a sign into the number where it can. */
function collectLiteral(items: Item[], reading: Reading, tree: TreeNode): void {
  const sign = tree.name === 'NumberDurationLiteral' ? textOf(reading, tree).charAt(0) : '';
  if (sign === '-' || sign === '+') items.push({ kind: 'sign', minus: sign === '-', from: tree.from });
  items.push({ kind: 'operand', tree });
}

/** How far a row of items is read. */
interface Row {
  readonly items: readonly Item[];
  readonly pieces: Pieces;
  next: number;
}

/** The node of an expression, its operators grouped as Prometheus groups them (precedence climbing). */
export function readInfix(reading: Reading, tree: TreeNode, pieces: Pieces): Node {
  const items: Item[] = [];
  collect(items, reading, tree);
  return readChain({ items, pieces, next: 0 }, reading, 0);
}

function readChain(row: Row, reading: Reading, least: number): Node {
  let left = readSigned(row, reading);
  for (let item = row.items[row.next]; item?.kind === 'operator'; item = row.items[row.next]) {
    const level = precedence[item.op];
    if (level < least) break;
    row.next += 1;
    const right = readChain(row, reading, isRightAssociative(item.op) ? level : level + 1);
    left = row.pieces.binary(reading, item.op, left, right, item.tree);
  }
  return left;
}

function readSigned(row: Row, reading: Reading): Node {
  const item = row.items[row.next];
  row.next += 1;
  if (item === undefined) throw new Error('An operator without an operand is a syntax error, found earlier');
  if (item.kind !== 'sign') return readShifted(row, reading, item.tree);
  const inner = readChain(row, reading, unaryPrecedence + 1);
  return item.minus ? row.pieces.negated(reading, inner, item.from) : inner;
}

function readShifted(row: Row, reading: Reading, operand: TreeNode): Node {
  let node = row.pieces.operand(reading, operand);
  for (let after = row.items[row.next]; after?.kind === 'postfix'; after = row.items[row.next]) {
    node = row.pieces.postfix(reading, node, after.tree, operand);
    row.next += 1;
  }
  return node;
}
