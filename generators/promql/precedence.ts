import type { BinaryOp } from './ast.ts';

/** How tightly an operator binds, as in Prometheus' grammar (generated_parser.y). */
export const precedence: Readonly<Record<BinaryOp, number>> = {
  or: 1,
  and: 2,
  unless: 2,
  '==': 3,
  '!=': 3,
  '>': 3,
  '>=': 3,
  '<': 3,
  '<=': 3,
  '</': 3,
  '>/': 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
  atan2: 5,
  '^': 6,
};

/** A sign binds like a multiplication: `-a ^ b` is `-(a ^ b)`. */
export const unaryPrecedence = precedence['*'];

/** `a ^ b ^ c` is `a ^ (b ^ c)`; every other operator groups to the left. */
export const isRightAssociative = (op: BinaryOp): boolean => op === '^';

/** Whether a word or sign is a binary operator. */
export function isBinaryOp(text: string): text is BinaryOp {
  return Object.hasOwn(precedence, text);
}
