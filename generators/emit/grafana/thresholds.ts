import { ThresholdsConfigBuilder, ThresholdsMode } from '@grafana/grafana-foundation-sdk/dashboard';
import type { ThresholdStep } from '../../model/dashboard.ts';

/**
 * Grafana's steps: the first has no lower bound (`null`), the others ascend. Steps in another order would colour values
 * wrongly without a word, so they are refused.
 */
export function thresholdsConfig(steps: readonly ThresholdStep[]): ThresholdsConfigBuilder {
  const [base, ...rest] = steps;
  if (base === undefined || base.from !== undefined)
    throw new Error('the first threshold is the base colour, without from');
  let last = Number.NEGATIVE_INFINITY;
  const above = rest.map(({ from, colour }) => {
    if (from === undefined || !(from > last)) throw new Error(`thresholds must ascend, ${from} follows ${last}`);
    last = from;
    return { value: from, color: colour };
  });
  return new ThresholdsConfigBuilder()
    .mode(ThresholdsMode.Absolute)
    .steps([{ value: null, color: base.colour }, ...above]);
}
