import type { Compiled } from '../../model/observables.ts';
import { type Instant, type Node, presenceOf, selectorsOf, walk } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Survey, surveyOf } from '../survey/index.ts';

/** The distributions of `histogram_quantile` calls. */
function distributionsIn(expr: Instant): readonly Node[] {
  const found: Node[] = [];
  walk(expr, (node) => {
    const of = node.kind === 'call' && node.name === 'histogram_quantile' ? node.args[1] : undefined;
    if (of !== undefined) found.push(of);
  });
  return found;
}

/** Native histograms carry their buckets in the sample. */
function isNative(node: Node, { seriesOf }: Survey): boolean {
  return selectorsOf({ type: 'instant', node }).some(({ selector }) => {
    const series = seriesOf(selector);
    return series.kind === 'declared' && series.metric.kind === 'native-histogram';
  });
}

function findings(compiled: Compiled): readonly Finding[] {
  const survey = surveyOf(compiled);
  const uses = [...survey.rules, ...survey.runbooks, ...survey.boards].filter(({ selectors }) =>
    selectors.some(({ enclosing }) => enclosing.includes('histogram_quantile')),
  );
  return uses.flatMap(({ expr, name, address }) =>
    distributionsIn(expr)
      .filter((node) => !isNative(node, survey))
      .filter((node) => presenceOf(survey.labelsOf({ type: 'instant', node }), 'le') === 'never')
      .map(() => ({
        address,
        message: `${name} takes histogram_quantile of series that have no label \`le\``,
        cure: 'Keep `le` when you aggregate, and read the buckets: sum by (le) (rate(x_bucket[5m])).',
      })),
  );
}

/** A quantile of a distribution whose buckets were added up. */
export const quantileWithoutLe: Rule = {
  code: 'promql/quantile-without-le',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'histogram_quantile gets the buckets of a classic histogram, told apart by `le`.',
    cause: 'Without `le` there are no buckets and the result is empty: the latency alert can never fire.',
    cure: 'Write sum by (le, …) around rate(x_bucket[…]), or declare a native histogram.',
  },
  check: findings,
};
