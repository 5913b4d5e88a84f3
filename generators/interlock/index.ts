import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Compiled } from '../model/observables.ts';
import { alertRules } from './alerts/index.ts';
import { dashboardRules } from './dashboards/index.ts';
import { existingRules } from './existing/index.ts';
import { labelRules } from './labels/index.ts';
import { linkRules } from './links/index.ts';
import { promqlRules } from './promql/index.ts';
import { routeRules } from './routes/index.ts';
import type { Rule } from './rule.ts';
import { sloRules } from './slos/index.ts';
import { stackRules } from './stack/index.ts';

/** Everything that must be true of a stack before it is written: one file, one code and one explanation each. */
export const rules: readonly Rule[] = [
  ...alertRules,
  ...dashboardRules,
  ...existingRules,
  ...labelRules,
  ...linkRules,
  ...promqlRules,
  ...routeRules,
  ...sloRules,
  ...stackRules,
];

/** Every rule's findings as problems. A stack's own levels and waivers come later. */
export function interlock(compiled: Compiled): readonly Diagnostic[] {
  return rules.flatMap(({ code, level, check }) => check(compiled).map((finding) => ({ code, level, ...finding })));
}
