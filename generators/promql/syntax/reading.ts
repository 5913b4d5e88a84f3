import type { Node } from '../ast.ts';
import { unquote } from '../quote.ts';
import type { PromqlProblem, TreeNode } from './grammar.ts';

/** Where in the text a node was read. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** One reading of a text: what was found wrong, and where every node came from. */
export interface Reading {
  readonly text: string;
  readonly problems: PromqlProblem[];
  readonly places: WeakMap<Node, Place>;
}

/** The text that a tree node covers. */
export const textOf = (reading: Reading, { from, to }: Place): string => reading.text.slice(from, to);

/** Notes a problem; the reading goes on, and its result is not used. */
export function complain(reading: Reading, { from, to }: Place, message: string): void {
  reading.problems.push({ message, from, to });
}

/** Remembers where a node was read. */
export function placed<N extends Node>(reading: Reading, { from, to }: Place, node: N): N {
  reading.places.set(node, { from, to });
  return node;
}

/** Where a node was read; the whole text for a makeshift. */
export function placeOf({ places, text }: Reading, node: Node): Place {
  return places.get(node) ?? { from: 0, to: text.length };
}

/** The text of a string literal. */
export function readString(reading: Reading, tree: TreeNode): string {
  const value = unquote(textOf(reading, tree));
  if (value === undefined) {
    complain(reading, tree, 'the string is not closed, or has an escape that Go does not know; a backslash is "\\\\"');
  }
  return value ?? '';
}
