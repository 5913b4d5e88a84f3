import type { BinaryNode, Expr, Node, SelectorNode } from './ast.ts';
import { exprOf } from './typing.ts';

/** The parts of a node, in the order in which they are written. */
export function partsOf(node: Node): readonly Node[] {
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'selector':
      return [];
    case 'subquery':
    case 'unary':
      return [node.expr];
    case 'call':
      return node.args;
    case 'aggregate':
      return node.param === undefined ? [node.expr] : [node.param, node.expr];
    case 'binary':
      return [node.left, node.right];
  }
}

/** Visits every node with those around it, from outside in. */
export function walk(expr: Expr, visit: Visit): void {
  visitNode(expr.node, visit, []);
}

type Visit = (node: Node, ancestors: readonly Node[]) => void;

function visitNode(node: Node, visit: Visit, ancestors: readonly Node[]): void {
  visit(node, ancestors);
  for (const part of partsOf(node)) visitNode(part, visit, [...ancestors, node]);
}

/** The expression with every node replaced, parts before wholes; `change` returns the node itself to keep it. */
export function mapNode(expr: Expr, change: (node: Node) => Node): Expr {
  return exprOf(mapped(expr.node, change));
}

function mapped(node: Node, change: (node: Node) => Node): Node {
  const inner = (part: Node): Node => mapped(part, change);
  switch (node.kind) {
    case 'number':
    case 'string':
    case 'selector':
      return change(node);
    case 'subquery':
    case 'unary':
      return change({ ...node, expr: inner(node.expr) });
    case 'call':
      return change({ ...node, args: node.args.map(inner) });
    case 'aggregate': {
      const param = node.param === undefined ? {} : { param: inner(node.param) };
      return change({ ...node, ...param, expr: inner(node.expr) });
    }
    case 'binary':
      return change({ ...node, left: inner(node.left), right: inner(node.right) });
  }
}

/** A selector and what is done to it. */
export interface SelectorUse {
  readonly selector: SelectorNode;
  /** Names of the functions and aggregations around it, from outside in: `['sum', 'rate']`. */
  readonly enclosing: readonly string[];
  /** All nodes around it, from outside in: for rules that ask about comparisons or subqueries. */
  readonly ancestors: readonly Node[];
}

const nameOf = (node: Node): readonly string[] =>
  node.kind === 'call' ? [node.name] : node.kind === 'aggregate' ? [node.op] : [];

/** Every selector of an expression, in the order in which they are written. */
export function selectorsOf(expr: Expr): readonly SelectorUse[] {
  const uses: SelectorUse[] = [];
  walk(expr, (selector, ancestors) => {
    if (selector.kind === 'selector') uses.push({ selector, enclosing: ancestors.flatMap(nameOf), ancestors });
  });
  return uses;
}

/** Every division of an expression; the denominator is `right`. */
export function divisionsOf(expr: Expr): readonly BinaryNode[] {
  const divisions: BinaryNode[] = [];
  walk(expr, (node) => {
    if (node.kind === 'binary' && node.op === '/') divisions.push(node);
  });
  return divisions;
}
