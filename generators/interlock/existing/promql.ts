import { inside } from '../../diagnostics/diagnostic.ts';
import { type ExternalAlerts, placeIn } from '../../model/beside.ts';
import { check } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { shapeOf } from '../survey/shape.ts';
import { nameable } from './words.ts';

/** Of a thousand rules of one shape the first is checked, and the others where something is wrong with it. */
function findingsIn({ file, evaluator, alerts, recordings, address }: ExternalAlerts): readonly Finding[] {
  const { version } = evaluator;
  const rules = [
    ...alerts.map((one) => ({ ...one, name: nameable(one.alert) })),
    ...recordings.map((one) => ({ ...one, name: nameable(one.record) })),
  ];
  const sound = new Set<string>();
  return rules.flatMap(({ name, text, expr, line }) => {
    const shape = expr === undefined ? undefined : shapeOf(expr);
    if (shape !== undefined && sound.has(shape)) return [];
    const problems = check(text, { version });
    if (shape !== undefined && problems.length === 0) sound.add(shape);
    return problems.map((problem) => ({
      address: inside(address, name),
      message: `the PromQL of ${name} in ${placeIn(file, line)} is not valid in Prometheus ${version}: ${nameable(problem.message)}`,
      cure: 'Mend it where it is written; `promtool check rules` says more.',
    }));
  });
}

/** PromQL of others that their evaluator does not take. */
export const promql: Rule = {
  code: 'existing/promql',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'The expressions of others parse, in the version of the Prometheus that evaluates them.',
    cause:
      'Prometheus refuses the whole file for one broken expression, and the labels of such an alert are not known.',
    cure: 'Mend the expression where it is written, or say which `evaluator` of the stack evaluates the file.',
  },
  check: ({ stack }) => stack.external.flatMap(findingsIn),
};
