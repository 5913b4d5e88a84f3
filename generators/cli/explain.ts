import { coreExplanations, type Explanation } from '../diagnostics/explanations.ts';
import { nearest } from '../diagnostics/suggestion.ts';
import { rules } from '../interlock/index.ts';
import { realityExplanations } from '../reality/explanations.ts';

/** Every code there is, with what it means. */
export const explanations: Readonly<Record<string, Explanation>> = {
  ...coreExplanations,
  ...realityExplanations,
  ...Object.fromEntries(rules.map(({ code, explanation }) => [code, explanation])),
};

export type Answer =
  | { readonly kind: 'explained'; readonly text: string }
  | { readonly kind: 'unknown'; readonly text: string };

/** What `signalbox explain CODE` prints. */
export function explain(code: string): Answer {
  const found = Object.hasOwn(explanations, code) ? explanations[code] : undefined;
  if (found === undefined) return { kind: 'unknown', text: unknown(code) };
  const { title, cause, cure, since } = found;
  return { kind: 'explained', text: `${code} (since ${since})\n\n${title}\n\nWhy: ${cause}\n\nCure: ${cure}\n` };
}

function unknown(code: string): string {
  const codes = Object.keys(explanations).sort();
  const meant = nearest(code, codes) ?? codes.find((one) => one.endsWith(`/${code}`));
  const hint = meant === undefined ? `The codes are:\n  ${codes.join('\n  ')}` : `Did you mean ${meant}?`;
  return `There is no code ${JSON.stringify(code)}. ${hint}\n`;
}
