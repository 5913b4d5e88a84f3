import type {
  ArithmeticOp,
  BinaryNode,
  BinaryOp,
  ComparisonOp,
  Instant,
  Node,
  Scalar,
  SetOp,
  VectorMatching,
} from '../ast.ts';
import { labelNameOf } from '../names.ts';
import { roundNumber } from '../number.ts';
import { type Figure, figure } from './functions.ts';

/** The labels on which series of two vectors must agree: these, or all but these. */
export type On =
  | { readonly on: readonly string[]; readonly ignoring?: never }
  | { readonly ignoring: readonly string[]; readonly on?: never };

/** The side that may have many series per match, with the labels that it takes over from the other side. */
type ManySide =
  | { readonly groupLeft?: readonly string[]; readonly groupRight?: never }
  | { readonly groupRight: readonly string[]; readonly groupLeft?: never };

export type Matching = On & ManySide;

/** Makes a comparison answer 0 or 1 instead of filtering. */
export interface Bool {
  readonly bool: true;
}

/** Every option that some operator takes. */
interface Options {
  readonly on?: readonly string[];
  readonly ignoring?: readonly string[];
  readonly groupLeft?: readonly string[];
  readonly groupRight?: readonly string[];
  readonly bool?: true;
}

function groupOf({ groupLeft, groupRight }: Options): Pick<VectorMatching, 'group'> {
  if (groupLeft !== undefined) return { group: { side: 'left', labels: groupLeft.map(labelNameOf) } };
  return groupRight === undefined ? {} : { group: { side: 'right', labels: groupRight.map(labelNameOf) } };
}

function matchingOf(options: Options): Pick<BinaryNode, 'matching'> {
  const { on, ignoring } = options;
  if (on !== undefined) return { matching: { kind: 'on', labels: on.map(labelNameOf), ...groupOf(options) } };
  if (ignoring === undefined) return {};
  return { matching: { kind: 'ignoring', labels: ignoring.map(labelNameOf), ...groupOf(options) } };
}

type Operand = Instant | Figure;

const operandOf = (side: Operand): Instant | Scalar => (typeof side === 'number' ? figure(side) : side);

function binary(op: BinaryOp, left: Operand, right: Operand, options: Options = {}): Instant | Scalar {
  const l = operandOf(left);
  const r = operandOf(right);
  const bool = options.bool === true ? { bool: true as const } : {};
  const node: Node = { kind: 'binary', op, left: l.node, right: r.node, ...bool, ...matchingOf(options) };
  return l.type === 'scalar' && r.type === 'scalar' ? { type: 'scalar', node } : { type: 'instant', node };
}

function arithmetic(op: ArithmeticOp) {
  function operate(left: Figure, right: Figure): Scalar;
  function operate(left: Instant, right: Figure): Instant;
  function operate(left: Figure, right: Instant): Instant;
  function operate(left: Instant, right: Instant, matching?: Matching): Instant;
  function operate(left: Operand, right: Operand, matching?: Matching): Instant | Scalar {
    return binary(op, left, right, matching);
  }
  return operate;
}

export const add = arithmetic('+');
export const sub = arithmetic('-');
export const mul = arithmetic('*');
export const div = arithmetic('/');
export const mod = arithmetic('%');
export const pow = arithmetic('^');

/** Compares; keeps the left side's samples for which it holds, or with `bool` answers 0 or 1. */
function comparison(op: ComparisonOp) {
  function compare(left: Figure, right: Figure, bool: Bool): Scalar;
  function compare(left: Instant, right: Figure, bool?: Bool): Instant;
  function compare(left: Figure, right: Instant, bool?: Bool): Instant;
  function compare(left: Instant, right: Instant, options?: Matching | Bool | (Matching & Bool)): Instant;
  function compare(left: Operand, right: Operand, options?: Options): Instant | Scalar {
    return binary(op, left, right, options);
  }
  return compare;
}

export const gt = comparison('>');
export const ge = comparison('>=');
export const lt = comparison('<');
export const le = comparison('<=');
export const eq = comparison('==');
export const ne = comparison('!=');

const setOperation =
  (op: SetOp) =>
  (left: Instant, right: Instant, matching?: On): Instant => ({
    type: 'instant',
    node: { kind: 'binary', op, left: left.node, right: right.node, ...matchingOf(matching ?? {}) },
  });

/** The left side's series that have a match on the right. */
export const and = setOperation('and');
/** The left side's series, and those of the right that have no match among them. */
export const or = setOperation('or');
/** The left side's series that have no match on the right. */
export const unless = setOperation('unless');

/** The negation of a node; a number's is a number. */
export function negated(node: Node): Node {
  return node.kind === 'number' ? { kind: 'number', value: roundNumber(-node.value) } : { kind: 'unary', expr: node };
}

/** The value times minus one. */
export function neg(of: Scalar): Scalar;
export function neg(of: Instant): Instant;
export function neg(of: Scalar | Instant): Scalar | Instant {
  return of.type === 'scalar'
    ? { type: 'scalar', node: negated(of.node) }
    : { type: 'instant', node: negated(of.node) };
}
