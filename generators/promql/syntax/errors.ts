import { type Piece, type PromqlProblem, piecesOf, type Tree } from './grammar.ts';

/** Functions that Prometheus no longer has, and what to use. */
const gone: Readonly<Record<string, string>> = {
  holt_winters:
    'Prometheus 3.0 renamed it to double_exponential_smoothing, behind a feature flag; use deriv or predict_linear',
};

/**
 * The first error of a tree; what the grammar makes of the text after it is guesswork. Every error node counts: Prometheus'
 * own editor passes over those that reach the end of the text, so that `foo bar` and `(foo` look right to it.
 */
export function syntaxErrors(tree: Tree, text: string): readonly PromqlProblem[] {
  if (text.trim() === '') return [{ message: 'the expression is empty', from: 0, to: text.length }];
  const first = piecesOf(tree).find(({ isError }) => isError);
  return first === undefined ? [] : [syntaxError(first, text)];
}

function syntaxError({ from, to }: Piece, text: string): PromqlProblem {
  const rest = text.slice(from).trimStart();
  if (rest === '') return { message: 'the expression ends too early', from, to };
  const called = /^\(/.test(rest) ? /([a-zA-Z_]\w*)\s*$/.exec(text.slice(0, from))?.[1] : undefined;
  if (called !== undefined) return { message: unknownFunction(called), from: from - called.length, to };
  const word = /^(?:[\w:]+|[^\s\w])/.exec(rest)?.[0] ?? rest;
  return { message: `unexpected ${JSON.stringify(word)}`, from, to: Math.max(to, from + 1) };
}

function unknownFunction(name: string): string {
  const cure = gone[name];
  return cure === undefined ? `no function is called ${name}` : `${name} is gone: ${cure}`;
}
