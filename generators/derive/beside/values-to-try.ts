import { type Known, otherValue } from '../../model/route-certainty.ts';
import type { Route } from '../../model/routing.ts';

/** The values of a label that can make a difference to a tree of routes, unlikely to be taken first. */
export type ValuesToTry = (label: string, known: Known) => readonly string[];

/** What a tree's matchers say of each label: their values, and the words of which their patterns are alternatives. */
export function valuesToTry(root: Route): ValuesToTry {
  const named = new Map<string, Set<string>>();
  for (const { matchers } of routesIn(root)) {
    for (const { label, op, value } of matchers) {
      const values = named.get(label) ?? new Set();
      named.set(label, values);
      for (const one of op === '=' || op === '!=' ? [value] : wordsOf(value)) values.add(one);
    }
  }
  return (label, known) => {
    const others = [...(named.get(label) ?? [])].filter((value) => value !== '');
    const missing = known.kind === 'open' && known.mayBeMissing ? [''] : [];
    return [otherValue, ...missing, ...others];
  };
}

const routesIn = (route: Route): readonly Route[] => [route, ...route.routes.flatMap(routesIn)];

/** `(db|cache)-.*` → `db-x`, `cache-x` where that is easily said; what is not a word in the end is left out. */
function wordsOf(pattern: string): readonly string[] {
  const simple = pattern.replace(/^\^|\$$/g, '').replace(/\.[*+]\??/g, 'x');
  const [, before = '', group = simple, after = ''] = /^([^()|]*)\(([^()]*)\)([^()|]*)$/.exec(simple) ?? [];
  return group
    .split('|')
    .map((one) => `${before}${one}${after}`)
    .filter((one) => /^[\w-]+$/.test(one));
}
