import type { Expr, Node } from './ast.ts';
import { syntaxErrors } from './syntax/errors.ts';
import { type PromqlProblem, type Tree, treeOf } from './syntax/grammar.ts';
import { readNode } from './syntax/read.ts';
import { type Place, placeOf as placeIn, type Reading } from './syntax/reading.ts';
import { exprOf } from './typing.ts';

export interface Parsed {
  /** Missing where there are problems. */
  readonly expr?: Expr;
  readonly problems: readonly PromqlProblem[];
}

/** What `check` looks at besides the expression. */
export interface ParsedClosely extends Parsed {
  /** Missing where the syntax is broken. */
  readonly tree?: Tree;
  readonly placeOf: (node: Node) => Place;
}

/** Reads an expression, keeping the syntax tree and every node's place in the text. */
export function parseClosely(text: string): ParsedClosely {
  const tree = treeOf(text);
  const reading: Reading = { text, problems: [], places: new WeakMap() };
  const placeOf = (node: Node): Place => placeIn(reading, node);
  const errors = syntaxErrors(tree, text);
  const root = tree.topNode.getChild('Expr');
  if (errors.length > 0 || root === null) return { problems: errors, placeOf };
  const node = readNode(reading, root);
  const { problems } = reading;
  return problems.length > 0 ? { problems, tree, placeOf } : { expr: exprOf(node), problems, tree, placeOf };
}

/**
 * Reads an expression as Prometheus does, Grafana's intervals included. The syntax is checked, and what no expression
 * can hold (a range after an offset); types, regular expressions and versions are `check`'s.
 */
export function parse(text: string): Parsed {
  const { expr, problems } = parseClosely(text);
  return expr === undefined ? { problems } : { expr, problems };
}
