import type { Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';
import { surveyOf } from '../survey/index.ts';
import type { Series } from '../survey/series.ts';
import { ofCounters } from './functions.ts';

/** What a series is, where it is something that may fall. */
function fallingKind(series: Series): string | undefined {
  if (series.kind !== 'declared') return undefined;
  const { metric, suffix } = series;
  if (metric.kind === 'gauge') return 'a gauge';
  if (metric.kind === 'info') return 'an info series';
  return metric.kind === 'summary' && suffix === '' ? 'a quantile of a summary' : undefined;
}

function findings(compiled: Compiled): readonly Finding[] {
  const { rules, runbooks, boards, seriesOf } = surveyOf(compiled);
  return [...rules, ...runbooks, ...boards].flatMap(({ selectors, name, address }) =>
    selectors.flatMap(({ selector, enclosing }): readonly Finding[] => {
      const call = enclosing.findLast((one) => ofCounters.has(one));
      const kind = call === undefined ? undefined : fallingKind(seriesOf(selector));
      if (kind === undefined) return [];
      const message = `${name} takes ${call} of ${selector.name}, which is ${kind}`;
      const cure = 'Use delta or deriv for a gauge, or declare the metric as the counter that it is.';
      return [{ address, message, cure }];
    }),
  );
}

/** `increase` of a gauge counts every fall as a restart. */
export const rateOfGauge: Rule = {
  code: 'promql/rate-of-gauge',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'rate, irate, increase and resets are taken of counters.',
    cause:
      'They read every fall as a restart of a counter and add up what was there before: a gauge that goes up and down seems to grow without end.',
    cure: 'Use delta, deriv or a comparison for a gauge; declare the metric with `counter` when it only grows.',
  },
  check: findings,
};
