import type { Compiled } from '../../model/observables.ts';
import type { Metric } from '../../model/stack.ts';
import type { Finding } from '../rule.ts';
import { surveyOf } from '../survey/index.ts';

/** How many series of one metric are worth a thought, and how many no server should hold. */
export const SERIES_BUDGET = 10_000;
export const SERIES_LIMIT = 1_000_000;

/** How many series one target can expose of a metric, and how they come about: `5 region × 63 status`. */
interface SeriesCount {
  readonly series: number;
  readonly factors: string;
}

/** Series of one combination of labels: buckets with `+Inf`, sum and count; quantiles, sum and count. */
function perCombination(metric: Metric): number {
  if (metric.kind === 'histogram') return metric.buckets.length + 3;
  return metric.kind === 'summary' ? Object.keys(metric.quantiles).length + 2 : 1;
}

/** Multiplies the sizes of a metric's labels. How many targets expose it is not known here. */
function seriesCount(metric: Metric): SeriesCount {
  const own = perCombination(metric);
  const sizes = Object.entries(metric.labels).map(([label, { atMost }]) => [label, atMost] as const);
  const factors = sizes.map(([label, atMost]) => `${atMost} ${label}`);
  return {
    series: sizes.reduce((product, [, atMost]) => product * atMost, own),
    factors: [...factors, ...(own === 1 ? [] : [`${own} of each ${metric.kind}`])].join(' × '),
  };
}

/** The metrics with more series than `bound`, and no more than `most`. */
export function metricsOver(compiled: Compiled, bound: number, most = Number.POSITIVE_INFINITY): readonly Finding[] {
  return [...surveyOf(compiled).declared.values()].flatMap(({ metric, address }) => {
    // Of what somebody else's program exposes no label can be left out.
    if (metric.exporter !== undefined) return [];
    const { series, factors } = seriesCount(metric);
    if (series <= bound || series > most) return [];
    const message = `${metric.name} can have ${series} series on each target (${factors}), and ${bound} are allowed`;
    return [{ address, message, cure: 'Leave out a label, or make its values fewer, for instance classes of status.' }];
  });
}
