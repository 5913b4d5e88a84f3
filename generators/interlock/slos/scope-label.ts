import { didYouMean } from '../../diagnostics/suggestion.ts';
import { metricsOfSli } from '../../model/metrics-of.ts';
import type { Slo } from '../../model/stack.ts';
import type { Rule } from '../rule.ts';

/** What lacks the label, and the labels that there are instead. */
interface Lack {
  readonly who: string;
  readonly known: readonly string[];
}

function lacksOf({ sli }: Slo, label: string): readonly Lack[] {
  const metrics = metricsOfSli(sli)
    .filter(({ labels }) => !Object.hasOwn(labels, label))
    .map(({ name, labels }) => ({ who: `${name} does not declare`, known: Object.keys(labels) }));
  if (sli.kind !== 'time-slice' || !('value' in sli.badWhile) || metrics.length > 0) return metrics;
  const { by } = sli.badWhile.value;
  return by.includes(label) ? [] : [{ who: 'its value does not keep apart', known: by }];
}

/** A promise for each value of a label that its events do not have. */
export const scopeLabel: Rule = {
  code: 'slo/scope-label',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'The labels of `per` are labels of every metric that the SLO counts with.',
    cause:
      'Good and bad events are matched by these labels. Where one side has no such label nothing matches, and nothing is ever bad.',
    cure: 'Promise `per` a label that all metrics of the SLO declare; a time slice keeps it apart with `by` in its value.',
  },
  check: ({ stack }) =>
    stack.services.flatMap(({ slos }) =>
      slos.flatMap((slo) =>
        slo.per.flatMap((label) =>
          lacksOf(slo, label).map(({ who, known }) => ({
            address: slo.address,
            message: `it is promised per \`${label}\`, which ${who}${didYouMean(label, known)}`,
            cure: 'Use a label that all of them have, or declare it where the series carry it.',
          })),
        ),
      ),
    ),
};
