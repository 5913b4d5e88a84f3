import { printDeclarations } from '../../generators/declarations/print-declarations.ts';
import { parseExposition } from '../../generators/exposition/parse.ts';

/** What is declared of an exposition. */
export function print(
  lines: readonly string[],
  wish: { readonly match?: RegExp; readonly without?: readonly string[] } = {},
) {
  return printDeclarations(parseExposition(`${lines.join('\n')}\n`).observed, { source: '"x"', without: [], ...wish });
}

/** Behind the header and the imports. */
export function bodyOf(lines: readonly string[]): readonly string[] {
  return print(lines).text.split('\n\n').slice(2).join('\n\n').trimEnd().split('\n');
}

/** A histogram without labels of its own. */
export const histogram = (name: string, ...bounds: readonly string[]) => [
  `# TYPE ${name} histogram`,
  ...[...bounds, '+Inf'].map((le) => `${name}_bucket{le="${le}"} 1`),
  `${name}_sum 1`,
  `${name}_count 1`,
];
/** Series of `m` with so many values of a label. */
export const many = (label: string, count: number, of = (index: number) => `v${index + 100}`) =>
  Array.from({ length: count }, (_, index) => `m{${label}="${of(index)}"} 1`);
