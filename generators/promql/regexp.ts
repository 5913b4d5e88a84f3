import { RE2JS, RE2JSException } from 're2js';

/** Compiling takes a hundred times as long as matching, and the few matchers of a tree of routes meet every alert. */
const compiled = new Map<string, RE2JS>();
const MOST = 1000;

/** Prometheus anchors every expression; since 3.0 its dot also matches a line break, which labels hardly ever hold. */
function compile(pattern: string): RE2JS {
  const known = compiled.get(pattern);
  if (known !== undefined) return known;
  if (compiled.size >= MOST) compiled.clear();
  const made = RE2JS.compile(pattern, RE2JS.DOTALL);
  compiled.set(pattern, made);
  return made;
}

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
