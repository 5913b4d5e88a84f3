import { grafanaIntervals, type Span } from '../ast.ts';
import { parseNumber } from '../number.ts';
import { childrenOf, type TreeNode } from './grammar.ts';
import { complain, type Reading, textOf } from './reading.ts';

/** Milliseconds of a duration, or undefined where it is more than a sign and a literal. */
function milliseconds(reading: Reading, tree: TreeNode): number | undefined {
  const [first, second] = childrenOf(tree);
  if (first?.name === 'UnaryOp' && second !== undefined) {
    const ms = milliseconds(reading, second);
    return ms !== undefined && textOf(reading, first) === '-' ? -ms : ms;
  }
  if (first?.name !== 'NumberDurationLiteralInDurationContext' || second !== undefined) return undefined;
  const seconds = parseNumber(textOf(reading, first));
  return seconds === undefined ? undefined : Math.round(seconds * 1000);
}

/** The milliseconds of an offset, negative where it looks forward. */
export function readOffset(reading: Reading, tree: TreeNode): number {
  const ms = milliseconds(reading, tree);
  if (ms !== undefined && Number.isSafeInteger(ms)) return ms;
  complain(reading, tree, 'arithmetic with durations (Prometheus 3.4) is not supported here; write the duration out');
  return 0;
}

/** The length of a range or a step. */
export function readSpan(reading: Reading, tree: TreeNode): Span {
  const interval = grafanaIntervals.find((name) => name === textOf(reading, tree));
  if (interval !== undefined) return interval;
  const ms = readOffset(reading, tree);
  if (ms <= 0) complain(reading, tree, 'a range or step must be longer than nothing');
  return ms;
}
