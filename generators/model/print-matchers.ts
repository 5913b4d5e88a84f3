import type { Matcher } from './stack.ts';

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n' };

/**
 * A matcher as both parsers of Alertmanager read it, the classic one and that of 0.27: the value in double quotes, with
 * `\\`, `\"` and `\n` escaped.
 */
export function printMatcher({ label, op, value }: Matcher): string {
  return `${label}${op}"${value.replace(/[\\"\n]/g, (one) => escapes[one] ?? one)}"`;
}

/** Matchers as one text: `{severity="P1",team="feed"}`. */
export const printMatchers = (matchers: readonly Matcher[]): string => `{${matchers.map(printMatcher).join(',')}}`;
