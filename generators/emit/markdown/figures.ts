import { printDuration } from '../../promql/duration.ts';
import { printNumber, roundNumber } from '../../promql/number.ts';

const dayMs = 86_400_000;

/** A length of time as people read it: to a tenth of a second below a minute, to the second above. */
export function time(ms: number): string {
  return ms < 60_000 ? `${roundNumber(Math.round(ms / 100) / 10)}s` : printDuration(Math.round(ms / 1000) * 1000);
}

/** A length of time that is never exceeded: rounded up to the second. */
export function timeAtMost(ms: number): string {
  return printDuration(Math.ceil(roundNumber(ms / 1000)) * 1000);
}

/** A window in days where it is whole days: `28d`, as people promise it, not `4w`. */
export function period(ms: number): string {
  return ms >= dayMs && ms % dayMs === 0 ? `${ms / dayMs}d` : printDuration(ms);
}

/** A share of one: `0.144%`. */
export function percent(share: number): string {
  return `${plain(share * 100)}%`;
}

/** A number to six digits, without binary noise. */
export function plain(value: number): string {
  return printNumber(Number(value.toPrecision(6)));
}

/** A count with its thousands apart: `38,880,000`. */
export function count(value: number): string {
  return String(Math.floor(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `a`, `a and b`, `a, b and c` */
export function listing(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
