import { excerpt } from '../exposition/excerpt.ts';
import type { Matcher } from '../promql/index.ts';

/** Things that a message names before it counts the rest. */
const MOST_NAMED = 4;

/** Some of many, in code-unit order unless they have one: `a, b, c, d and 12 more`. */
export function someOf(all: readonly string[], most: number = MOST_NAMED): string {
  const named = all.slice(0, most).join(', ');
  return all.length > most ? `${named} and ${all.length - most} more` : named;
}

/** A name that a server made up, as code where it is an ordinary one. */
export function nameText(name: string): string {
  return /^[\w:.-]{1,200}$/.test(name) ? `\`${name}\`` : excerpt(name);
}

/** `` `code`, `pod` and 3 more`` */
export const namesText = (names: readonly string[]): string => someOf([...names].sort().map(nameText));

/** `"200", "404"`; without the label, a series has no value. */
export function valuesText(values: readonly string[]): string {
  return someOf(
    values
      .filter((value) => value !== '')
      .sort()
      .map(excerpt),
  );
}

/** `result="failed"` */
export const matcherText = ({ label, op, value }: Matcher): string => `${label}${op}${JSON.stringify(value)}`;
