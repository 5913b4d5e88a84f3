import { didYouMean } from '../../diagnostics/suggestion.ts';
import type { Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';
import { surveyOf } from '../survey/index.ts';
import { groupingProblems } from './grouping-labels.ts';
import { selectorProblems } from './selector-problems.ts';

function findings(compiled: Compiled): readonly Finding[] {
  const survey = surveyOf(compiled);
  return [...survey.rules, ...survey.runbooks].flatMap((use) => {
    const selected = use.selectors.flatMap(({ selector }) => selectorProblems(selector, survey, compiled.stack));
    const grouped = groupingProblems(use.expr, survey.labelsOf).map(
      ({ label, known }) => `groups by \`${label}\`, which no series there carries${didYouMean(label, known)}`,
    );
    const texts = new Set([...selected.map(({ text }) => text), ...grouped]);
    return [...texts].map((text) => ({
      address: use.address,
      message: `${use.name} ${text}`,
      cure: 'Use a metric handle, or declare the metric, the label or the value as the service exposes it.',
    }));
  });
}

/** An expression over series that nobody has promised. */
export const undeclared: Rule = {
  code: 'promql/undeclared',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'An expression reads only metrics, labels and label values that are declared or recorded.',
    cause: 'A misspelt name is not an error for Prometheus: it selects nothing, and the alert never fires.',
    cure: 'Use the handle of the metric in the template, `${requests}`, or declare what the service exposes: `counter`, `gauge`, `labelValues`.',
  },
  check: findings,
};
