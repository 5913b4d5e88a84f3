import type { Compiled } from '../../model/observables.ts';
import type { Node, SelectorUse } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Survey, surveyOf } from '../survey/index.ts';
import { ofCounters } from './functions.ts';

/** `rate(sum(x)[5m:])`: the name of the function, where an aggregation is between it and the series. */
function overAggregation({ ancestors }: SelectorUse): string | undefined {
  const at = ancestors.findIndex((node, i) => node.kind === 'subquery' && isRate(ancestors[i - 1]));
  const call = ancestors[at - 1];
  const isAggregated = at > 0 && ancestors.slice(at).some(({ kind }) => kind === 'aggregate');
  return isAggregated && call?.kind === 'call' ? call.name : undefined;
}

const isRate = (node: Node | undefined): boolean => node?.kind === 'call' && ofCounters.has(node.name);

/** `rate(job:x:sum[5m])`: the name of the function over a series that a rule records. */
function overRecording({ selector, enclosing }: SelectorUse, { seriesOf }: Survey): string | undefined {
  const call = enclosing.findLast((one) => ofCounters.has(one));
  return call !== undefined && seriesOf(selector).kind === 'recorded' ? call : undefined;
}

function complaint(use: SelectorUse, survey: Survey): string | undefined {
  const aggregated = overAggregation(use);
  if (aggregated !== undefined) return `takes ${aggregated} of an aggregation`;
  const recorded = overRecording(use, survey);
  return recorded === undefined ? undefined : `takes ${recorded} of ${use.selector.name}, which a rule records`;
}

function findings(compiled: Compiled): readonly Finding[] {
  const survey = surveyOf(compiled);
  const cure = 'Take the rate of each series first and add the rates up: sum(rate(…)).';
  return [...survey.rules, ...survey.runbooks, ...survey.boards].flatMap(({ selectors, name, address }) => {
    const texts = new Set(selectors.flatMap((use) => complaint(use, survey) ?? []));
    return [...texts].map((text) => ({ address, message: `${name} ${text}`, cure }));
  });
}

/** The rate of a sum of counters. */
export const rateOfSum: Rule = {
  code: 'promql/rate-of-sum',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A rate is taken of raw counters, never of a sum of them or of a recorded series.',
    cause:
      'When one of many processes restarts, the sum falls by what that one had counted, and the rate of the sum reads it as a restart of all: a spike as high as everything there is.',
    cure: 'Write sum(rate(x[5m])) instead of rate(sum(x)[5m:]); add recorded rates up with sum_over_time.',
  },
  check: findings,
};
