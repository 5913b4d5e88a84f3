// The checker of Prometheus' own editor, without the editor: CodeMirror would parse only the first 3,000 characters.
// Its ES modules do not load in Node.js, hence the path into its CommonJS build.
import { Parser } from '@prometheus-io/codemirror-promql/dist/cjs/parser/parser.js';
import type { PromqlProblem, Tree } from '../syntax/grammar.ts';

/** Two `__name__` matchers between braces are legal; the checker thinks they are not, and ours looks for itself. */
const falseAlarm = /^metric name must not be set twice/;

/** The checker's words for types, and Prometheus' own. */
const inPrometheusWords = (message: string): string =>
  message.replace(/\b(type|got) (matrix|vector)\b/g, (_, before, type) =>
    type === 'matrix' ? `${before} range vector` : `${before} instant vector`,
  );

/** What Prometheus' type checker says: arguments, operands, matching. */
export function typeProblems(tree: Tree, text: string): readonly PromqlProblem[] {
  const checker: Parser = Object.create(Parser.prototype, {
    tree: { value: tree },
    state: { value: { sliceDoc: (from?: number, to?: number) => text.slice(from, to) } },
    diagnostics: { value: [] },
  });
  checker.analyze();
  return checker
    .getDiagnostics()
    .filter(({ message, severity }) => severity === 'error' && !falseAlarm.test(message))
    .map(({ message, from, to }) => ({ message: inPrometheusWords(message), from, to }));
}
