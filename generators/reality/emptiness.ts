import { type Node, partsOf, type SelectorNode } from '../promql/index.ts';

/** What is known of an expression's result. */
export interface Outcome<C> {
  /** Surely nothing. Where this is false there may be something. */
  readonly empty: boolean;
  /**
   * Why it is empty. Where it is not: why another side of an `or`, or a NaN, answers for what finds nothing. None where the
   * expression answers as it was meant to.
   */
  readonly causes: readonly C[];
}

/** As it was meant. */
export const answers: Outcome<never> = { empty: false, causes: [] };

type Read<C> = (selector: SelectorNode) => Outcome<C>;

/**
 * Whether an expression returns nothing, given that of its selectors. It errs on the side of an answer: labels of the two
 * sides of an operator, values and comparisons are not looked at, only whether there is any series.
 */
export function outcomeOf<C>(node: Node, read: Read<C>): Outcome<C> {
  switch (node.kind) {
    case 'number':
    case 'string':
      return answers;
    case 'selector':
      return read(node);
    case 'call':
      return callOutcome(node.name, node.args, read);
    case 'binary':
      return binaryOutcome(node.op, node.left, node.right, read);
    case 'subquery':
    case 'unary':
      return outcomeOf(node.expr, read);
    case 'aggregate': {
      const inner = outcomeOf(node.expr, read);
      return inner.empty || node.param === undefined ? inner : all([inner, outcomeOf(node.param, read)]);
    }
  }
}

const absence: ReadonlySet<string> = new Set(['absent', 'absent_over_time']);

function callOutcome<C>(name: string, args: readonly Node[], read: Read<C>): Outcome<C> {
  // That nothing is found is what these are asked about.
  if (absence.has(name)) return answers;
  const outcomes = args.map((arg) => outcomeOf(arg, read));
  // NaN where there is nothing.
  if (name === 'scalar') return { ...all(outcomes), empty: false };
  // Without its second argument, `info` adds nothing to the first.
  if (name === 'info') return outcomes[0] ?? answers;
  return all(outcomes);
}

/** Nothing where one of the parts is nothing. */
function all<C>(outcomes: readonly Outcome<C>[]): Outcome<C> {
  const empty = outcomes.filter((one) => one.empty);
  return { empty: empty.length > 0, causes: (empty.length > 0 ? empty : outcomes).flatMap(({ causes }) => causes) };
}

function binaryOutcome<C>(op: string, leftNode: Node, rightNode: Node, read: Read<C>): Outcome<C> {
  const left = outcomeOf(leftNode, read);
  const right = outcomeOf(rightNode, read);
  switch (op) {
    case 'or':
      return orOutcome([left, leftNode], [right, rightNode]);
    case 'unless':
      // What would take something away and finds nothing takes nothing away.
      return left;
    default:
      return all([left, right]);
  }
}

type Side<C> = readonly [outcome: Outcome<C>, node: Node];

/** A side that watches for absence answers for the other one as it was meant to. */
function orOutcome<C>([left, leftNode]: Side<C>, [right, rightNode]: Side<C>): Outcome<C> {
  if (left.empty && !right.empty && watches(rightNode)) return right;
  if (right.empty && !left.empty && watches(leftNode)) return left;
  return { empty: left.empty && right.empty, causes: [...left.causes, ...right.causes] };
}

function watches(node: Node): boolean {
  return (node.kind === 'call' && absence.has(node.name)) || partsOf(node).some(watches);
}
