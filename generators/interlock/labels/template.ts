import type { Compiled } from '../../model/observables.ts';
import { type Labels, presenceOf } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { surveyOf } from '../survey/index.ts';
import type { RuleUse } from '../survey/uses.ts';

/** Names after `$labels.` and `$externalLabels.` in the actions of a Go template. */
function labelsNamed(text: string, variable: '$labels' | '$externalLabels'): readonly string[] {
  const actions = [...text.matchAll(/\{\{(?<action>.*?)\}\}/gs)].map(({ groups }) => groups?.action ?? '');
  const pattern = new RegExp(`${variable.replace('$', '\\$')}\\.(?<label>\\w+)`, 'g');
  return actions.flatMap((action) => [...action.matchAll(pattern)].map(({ groups }) => groups?.label ?? ''));
}

function textsOf({ rule }: RuleUse): readonly (readonly [string, string])[] {
  if (rule.kind === 'recording') return [];
  return [...Object.entries(rule.annotations), ...Object.entries(rule.labels)];
}

/**
 * `$labels` are those of the expression's result: neither the rule's own labels nor the server's external ones are among
 * them (tried with promtool 2.42: both print nothing).
 */
function missing(use: RuleUse, labels: () => Labels): readonly Pick<Finding, 'message' | 'cure'>[] {
  const { rule, evaluator, name } = use;
  const cure = 'Keep the label apart in the expression (`by`), or take it out of the text.';
  return textsOf(use).flatMap(([field, text]) => [
    ...labelsNamed(text, '$labels')
      .filter((label) => presenceOf(labels(), label) === 'never')
      .map((label) => {
        const why =
          label in rule.labels
            ? 'which only the rule adds, after the text is written'
            : 'which the expression does not carry';
        return { message: `the ${field} of ${name} prints $labels.${label}, ${why}`, cure };
      }),
    ...labelsNamed(text, '$externalLabels')
      .filter((label) => !(label in evaluator.externalLabels))
      .map((label) => ({
        message: `the ${field} of ${name} prints $externalLabels.${label}, which ${evaluator.id} does not have`,
        cure: "Declare it in the evaluator's `externalLabels`, or take it out of the text.",
      })),
  ]);
}

function findings(compiled: Compiled): readonly Finding[] {
  const { rules, labelsOf } = surveyOf(compiled);
  return rules.flatMap((use) =>
    missing(use, () => labelsOf(use.expr)).map((one) => ({ address: use.address, ...one })),
  );
}

/** `Latency is high in ` — in what? */
export const template: Rule = {
  code: 'labels/template',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A text prints only labels that its alert carries.',
    cause:
      'Prometheus prints nothing for a missing label: "Latency is high in " reaches a phone, and nobody knows where.',
    cure: "Keep the label apart in the condition, `p99(duration, { by: ['region'] })`, or take it out of the text.",
  },
  check: findings,
};
