import type { Rule } from '../rule.ts';
import { metricsOver, SERIES_BUDGET, SERIES_LIMIT } from './series-count.ts';

/** More series than a metric usually needs. */
export const seriesBudget: Rule = {
  code: 'labels/series-budget',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'A metric has at most 10,000 series on each target.',
    cause:
      'Labels multiply. Each combination is a series that is kept in memory, read by every query and paid for, on every target.',
    cure: 'Leave out a label that no alert and no panel reads, or group its values: status classes, size classes.',
  },
  check: (compiled) => metricsOver(compiled, SERIES_BUDGET, SERIES_LIMIT),
};
