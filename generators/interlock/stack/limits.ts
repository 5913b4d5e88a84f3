import type { Compiled } from '../../model/observables.ts';
import type { RuleFile } from '../../model/rules.ts';
import type { Evaluator } from '../../model/stack.ts';
import type { Finding, Rule } from '../rule.ts';

interface Ruler {
  readonly evaluator: Evaluator;
  readonly limits: { readonly rulesPerGroup: number; readonly groupsPerTenant: number };
  readonly tenant: string;
  readonly files: readonly RuleFile[];
}

/** The rulers that limit what they take, with the files of each. */
function rulers({ stack, observables }: Compiled): readonly Ruler[] {
  return stack.evaluators.flatMap((evaluator) => {
    if (evaluator.mimir === undefined) return [];
    const { limits, tenant } = evaluator.mimir;
    return [
      { evaluator, limits, tenant, files: observables.ruleFiles.filter((file) => file.evaluator === evaluator.id) },
    ];
  });
}

/** Groups of alerts are split where they are made; the rules of an SLO read each other, so theirs cannot be. */
function largeGroups({ evaluator, limits, files }: Ruler, { stack }: Compiled): readonly Finding[] {
  const most = limits.rulesPerGroup;
  if (most === 0) return [];
  return files.flatMap(({ unit, groups }) =>
    groups
      .filter(({ rules }) => rules.length > most)
      .map(({ name, rules }) => ({
        address: stack.services.find(({ id }) => id === unit)?.address ?? evaluator.address,
        message: `the group "${name}" has ${rules.length} rules, and ${evaluator.id} takes ${most} in a group`,
        cure: `Its rules read each other and stay together: raise ruler_max_rules_per_rule_group of the tenant, and write \`limits: { rulesPerGroup: ${rules.length} }\`.`,
      })),
  );
}

/** Evaluators of one Mimir and one tenant share what it takes. */
function manyGroups(ruler: Ruler, all: readonly Ruler[]): readonly Finding[] {
  const { evaluator, limits, tenant } = ruler;
  const sharing = all.filter((one) => one.tenant === tenant && one.evaluator.url === evaluator.url);
  const count = sharing.flatMap(({ files }) => files.flatMap(({ groups }) => groups)).length;
  const most = limits.groupsPerTenant;
  if (most === 0 || count <= most) return [];
  const message = `the tenant ${tenant} would have ${count} groups of rules, and ${evaluator.id} takes ${most}`;
  const cure = `Raise ruler_max_rule_groups_per_tenant, and write \`limits: { groupsPerTenant: ${count} }\`, or let another tenant evaluate some of the services.`;
  return [{ address: evaluator.address, message, cure }];
}

/** More rules than the ruler takes. */
export const limits: Rule = {
  code: 'evaluator/limits',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'An evaluator takes as many rules in a group, and as many groups, as it is given.',
    cause:
      "Mimir's ruler refuses a group with more than 20 rules and a tenant's 71st group, unless it is configured otherwise. What comes after is not loaded, and the alerts in it never fire.",
    cure: 'Raise the limits of the tenant and write them down, `mimir({ …, limits: { rulesPerGroup, groupsPerTenant } })`, or divide the services among tenants.',
  },
  check: (compiled) => {
    const all = rulers(compiled);
    return all.flatMap((ruler) => [...largeGroups(ruler, compiled), ...manyGroups(ruler, all)]);
  },
};
