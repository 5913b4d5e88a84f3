import type { Expr } from '../ast.ts';
import { grafanaIntervalsIn, type PromqlProblem } from '../syntax/grammar.ts';
import { walk } from '../walk.ts';
import type { Gap } from './gaps.ts';

/** `$var`, `${var}` and `${var:regex}`; not `$1` or a dollar at the end, which mean something in a regular expression. */
const variable = /\$(?:[a-zA-Z_]\w*|\{[a-zA-Z_][\w.]*(?::\w+)?\})/g;

/** A matcher's value with something ordinary in the place of each variable. */
export const withoutVariables = (value: string): string => value.replace(variable, 'x');

/** Variables in the place of a range or a step. */
export function intervalProblems(text: string): readonly PromqlProblem[] {
  return grafanaIntervalsIn(text).map(({ name, from }) => ({
    message: `${name} means something only to Grafana`,
    from,
    to: from + name.length,
  }));
}

/** Variables in a matcher's value. */
export function variableGaps(expr: Expr): readonly Gap[] {
  const gaps: Gap[] = [];
  walk(expr, (node) => {
    if (node.kind !== 'selector') return;
    for (const { label, value } of node.matchers) {
      for (const [name] of value.matchAll(variable)) {
        gaps.push({ message: `${name} in the matcher of ${label} means something only to Grafana`, node });
      }
    }
  });
  return gaps;
}
