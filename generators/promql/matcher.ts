import type { Matcher } from './ast.ts';
import { regexpMatches } from './regexp.ts';

/** Whether a label's value meets a matcher; a series without the label has the value `''`. Throws where it is not RE2. */
export function meets({ op, value }: Matcher, actual: string): boolean {
  switch (op) {
    case '=':
      return actual === value;
    case '!=':
      return actual !== value;
    case '=~':
      return regexpMatches(value, actual);
    case '!~':
      return !regexpMatches(value, actual);
  }
}
