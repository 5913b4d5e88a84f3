import { RE2JS, RE2JSException } from 're2js';

/** Prometheus anchors every expression; since 3.0 its dot also matches a line break, which labels hardly ever hold. */
const compile = (pattern: string): RE2JS => RE2JS.compile(pattern, RE2JS.DOTALL);

/** What is wrong with a regular expression under RE2, which knows no lookaround and no back references. */
export function regexpProblem(pattern: string): string | undefined {
  try {
    compile(pattern);
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSException) return error.message;
    throw error;
  }
}

/** Whether a pattern matches the whole text, as a label matcher does. Throws where the pattern is not RE2. */
export function regexpMatches(pattern: string, text: string): boolean {
  return compile(pattern).testExact(text);
}
