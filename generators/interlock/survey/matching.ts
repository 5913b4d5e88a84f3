import { type Matcher, meets, regexpProblem, type SelectorNode } from '../../promql/index.ts';

/** A variable of Grafana's, which can become any value. */
const variable = /\$(?:[a-zA-Z_]|\{)/;

/** Whether a matcher can be true of a value. What is not RE2 is another rule's matter, and what Grafana fills in is open. */
export function canMeet(matcher: Matcher, value: string): boolean {
  if (variable.test(matcher.value)) return true;
  const isPattern = matcher.op === '=~' || matcher.op === '!~';
  return (isPattern && regexpProblem(matcher.value) !== undefined) || meets(matcher, value);
}

/** The name of the series that a selector reads; undefined where only a pattern says it. */
export function nameOf({ name, matchers }: SelectorNode): string | undefined {
  return name ?? matchers.find(({ label, op }) => label === '__name__' && op === '=')?.value;
}
