import { emitRules } from '../../generators/emit/prometheus.ts';
import type { Compiled } from '../../generators/model/observables.ts';
import type { RuleGroup } from '../../generators/model/rules.ts';

export type Part = 'base' | 'page' | 'rollups' | 'ticket' | 'budget' | 'telemetry';

/** The last word of a group's name, and how many of its rules; the base and the roll-ups come first in theirs. */
const parts: Readonly<Record<Part, readonly [group: string, rules: number]>> = {
  base: ['page', 2],
  page: ['page', Number.POSITIVE_INFINITY],
  rollups: ['ticket', 2],
  ticket: ['ticket', Number.POSITIVE_INFINITY],
  budget: ['budget', Number.POSITIVE_INFINITY],
  telemetry: ['telemetry', Number.POSITIVE_INFINITY],
};

/** The rule file of `web`, or only those parts of it that a scenario reads: each rule costs at each evaluation. */
export function rulesText(compiled: Compiled, only?: readonly Part[]): string {
  const { observables } = compiled;
  const ruleFiles = observables.ruleFiles
    .filter(({ unit }) => unit === 'web')
    .map((file) => ({
      ...file,
      groups: only === undefined ? file.groups : only.flatMap((part) => partOf(file.groups, part)),
    }));
  const [artifact] = emitRules({ ...compiled, observables: { ...observables, ruleFiles } });
  if (artifact === undefined) throw new Error('no rules');
  return artifact.content;
}

function partOf(groups: readonly RuleGroup[], part: Part): readonly RuleGroup[] {
  const [group, rules] = parts[part];
  const found = groups.filter(({ name }) => name.endsWith(` ${group}`));
  if (found.length === 0) throw new Error(`no rules of ${part}`);
  return found.map((one) => ({ ...one, rules: one.rules.slice(0, rules) }));
}
