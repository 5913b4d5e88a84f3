import type { Scalar, Text } from '../ast.ts';
import { roundNumber } from '../number.ts';

/** A number, rounded to the twelve significant digits that are printed. */
export function num(value: number): Scalar {
  return { type: 'scalar', node: { kind: 'number', value: roundNumber(value) } };
}

/** A string literal. */
export function str(value: string): Text {
  return { type: 'string', node: { kind: 'string', value } };
}
