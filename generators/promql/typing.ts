import type { Expr, ExprType, Node } from './ast.ts';

/** The functions that answer a scalar; all others answer an instant vector. */
const scalarFunctions: ReadonlySet<string> = new Set(['scalar', 'time', 'pi', 'start', 'end', 'range', 'step']);

/** The kind of value that a node has, taking for granted that its parts have the kinds they should. */
export function typeOf(node: Node): ExprType {
  switch (node.kind) {
    case 'number':
      return 'scalar';
    case 'string':
      return 'string';
    case 'selector':
      return node.range === undefined ? 'instant' : 'range';
    case 'subquery':
      return 'range';
    case 'call':
      return scalarFunctions.has(node.name) ? 'scalar' : 'instant';
    case 'aggregate':
      return 'instant';
    case 'binary':
      return typeOf(node.left) === 'scalar' && typeOf(node.right) === 'scalar' ? 'scalar' : 'instant';
    case 'unary':
      return typeOf(node.expr);
  }
}

/** Wraps a node, for example from `mapNode`, with the kind of value it has. */
export function exprOf(node: Node): Expr {
  return { type: typeOf(node), node };
}

/** Narrows an expression of unknown kind, for example a parsed one: `if (hasType(expr, 'instant')) …`. */
export function hasType<T extends ExprType>(expr: Expr, type: T): expr is Expr<T> {
  return expr.type === type;
}
