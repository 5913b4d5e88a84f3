import type { BinaryOp, Node } from '../ast.ts';
import { isBinaryOp, isRightAssociative, precedence, unaryPrecedence } from '../precedence.ts';
import { childrenOf, type TreeNode } from './grammar.ts';
import { type Reading, textOf } from './reading.ts';

/** One word of an expression in the order in which it is written. */
type Item =
  | { readonly kind: 'operand' | 'postfix'; readonly tree: TreeNode }
  | { readonly kind: 'sign'; readonly minus: boolean; readonly from: number }
  | { readonly kind: 'operator'; readonly op: BinaryOp; readonly tree: TreeNode };

/** How the pieces between operators become nodes. */
export interface Pieces {
  readonly operand: (tree: TreeNode) => Node;
  readonly postfix: (node: Node, tree: TreeNode, operand: TreeNode) => Node;
  readonly binary: (op: BinaryOp, left: Node, right: Node, tree: TreeNode) => Node;
  readonly negated: (node: Node, from: number) => Node;
}

const postfixes: ReadonlySet<string> = new Set([
  ...['MatrixSelector', 'SubqueryExpr', 'OffsetExpr', 'StepInvariantExpr', 'AnchoredExpr', 'SmoothedExpr'],
]);

/**
 * The tree's operators as a row of items. The editor's grammar hangs what follows an operand too high: `a / b offset 1w`
 * becomes `(a / b) offset 1w`, and `-1 ^ 2` becomes `(-1) ^ 2`. Prometheus reads both the other way, and so do we,
 * by resolving precedence ourselves.
 */
function itemsOf(reading: Reading, tree: TreeNode): readonly Item[] {
  const children = childrenOf(tree);
  const [first, last] = [children[0], children.at(-1)];
  if (first === undefined || last === undefined) return literalItems(reading, tree);
  if (postfixes.has(tree.name)) return [...itemsOf(reading, first), { kind: 'postfix', tree }];
  if (tree.name === 'UnaryExpr') {
    const minus = textOf(reading, first) === '-';
    return [{ kind: 'sign', minus, from: tree.from }, ...itemsOf(reading, last)];
  }
  const op = children[1] === undefined ? '' : textOf(reading, children[1]).toLowerCase();
  if (tree.name !== 'BinaryExpr' || !isBinaryOp(op)) return [{ kind: 'operand', tree }];
  return [...itemsOf(reading, first), { kind: 'operator', op, tree }, ...itemsOf(reading, last)];
}

/** The grammar takes a sign into the number where it can. */
function literalItems(reading: Reading, tree: TreeNode): readonly Item[] {
  const text = textOf(reading, tree);
  const operand: Item = { kind: 'operand', tree };
  if (tree.name !== 'NumberDurationLiteral' || !/^[+-]/.test(text)) return [operand];
  return [{ kind: 'sign', minus: text.startsWith('-'), from: tree.from }, operand];
}

/** The node of an expression, its operators grouped as Prometheus groups them (precedence climbing). */
export function readInfix(reading: Reading, tree: TreeNode, pieces: Pieces): Node {
  const items = itemsOf(reading, tree);
  let next = 0;

  function operand(): Node {
    const item = items[next];
    next += 1;
    if (item?.kind === 'sign') {
      const inner = chain(unaryPrecedence + 1);
      return item.minus ? pieces.negated(inner, item.from) : inner;
    }
    const base = item?.tree ?? tree;
    let node = pieces.operand(base);
    for (let after = items[next]; after?.kind === 'postfix'; after = items[next]) {
      node = pieces.postfix(node, after.tree, base);
      next += 1;
    }
    return node;
  }

  function chain(least: number): Node {
    let left = operand();
    for (let item = items[next]; item?.kind === 'operator'; item = items[next]) {
      const level = precedence[item.op];
      if (level < least) break;
      next += 1;
      left = pieces.binary(item.op, left, chain(isRightAssociative(item.op) ? level : level + 1), item.tree);
    }
    return left;
  }

  return chain(0);
}
