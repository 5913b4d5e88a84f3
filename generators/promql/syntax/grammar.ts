import { parser } from '@prometheus-io/lezer-promql';
import { grafanaIntervals } from '../ast.ts';

/** A syntax tree of Prometheus' own grammar, and its nodes. */
export type Tree = ReturnType<typeof parser.parse>;
export type TreeNode = Tree['topNode'];

/** A mistake in an expression, from one character to another. */
export interface PromqlProblem {
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

const intervals = new RegExp(
  `(?<=[[:]\\s*)(${grafanaIntervals.map((name) => name.replaceAll('$', '\\$')).join('|')})(?=\\s*[\\]:])`,
  'g',
);

/** Where Grafana's intervals stand for a range or a step. */
export function grafanaIntervalsIn(text: string): readonly { readonly name: string; readonly from: number }[] {
  return [...text.matchAll(intervals)].map((match) => ({ name: match[0], from: match.index }));
}

const stringOrComment = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`|#[^\n]*/g;

/**
 * The tree of an expression, every position one in the text. Grafana's intervals, which the grammar does not know, are
 * shown to it as durations of the same length; comments, which the type checker stumbles over, as blanks.
 */
export function treeOf(text: string): Tree {
  const known = text.replace(intervals, (name) => 'm'.padStart(name.length, '5'));
  return parser.parse(
    known.replace(stringOrComment, (part) => (part.startsWith('#') ? ' '.repeat(part.length) : part)),
  );
}

/** The children of a node, without punctuation. */
export function childrenOf(node: TreeNode): readonly TreeNode[] {
  const children: TreeNode[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** What kind of thing stands from one character to another. */
export interface Piece {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly isError: boolean;
}

/** Every node of a tree, parents first. */
export function piecesOf(tree: Tree): readonly Piece[] {
  const pieces: Piece[] = [];
  tree.iterate({
    enter: ({ type, from, to }) => {
      pieces.push({ name: type.name, from, to, isError: type.isError });
    },
  });
  return pieces;
}
