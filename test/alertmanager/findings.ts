import { routeRules } from '../../generators/interlock/routes/index.ts';
import type { Finding, Rule } from '../../generators/interlock/rule.ts';
import type { Compiled } from '../../generators/model/observables.ts';

function ruleOf(code: string): Rule {
  const rule = routeRules.find((one) => one.code === code);
  if (rule === undefined) throw new Error(`there is no rule ${code}`);
  return rule;
}

/** What a rule of this code finds. */
export const found = (code: string, compiled: Compiled): readonly Finding[] => ruleOf(code).check(compiled);
/** The same, as messages alone. */
export const messages = (code: string, compiled: Compiled) => found(code, compiled).map(({ message }) => message);
