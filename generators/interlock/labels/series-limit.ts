import type { Rule } from '../rule.ts';
import { metricsOver, SERIES_LIMIT } from './series-count.ts';

/** More series than a Prometheus holds beside everything else. */
export const seriesLimit: Rule = {
  code: 'labels/series-limit',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A metric has at most 1,000,000 series on each target.',
    cause:
      'A million series of one metric take some gigabytes of memory: the first busy day ends with the server killed.',
    cure: 'Leave out a label, or group its values until the product of the sizes is below 10,000.',
  },
  check: (compiled) => metricsOver(compiled, SERIES_LIMIT),
};
