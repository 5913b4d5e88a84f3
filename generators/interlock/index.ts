import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Compiled } from '../model/observables.ts';
import type { Rule } from './rule.ts';

export const rules: readonly Rule[] = [];

/** Every rule's findings as problems. */
export function interlock(compiled: Compiled): readonly Diagnostic[] {
  return rules.flatMap(({ code, level, check }) => check(compiled).map((finding) => ({ code, level, ...finding })));
}
