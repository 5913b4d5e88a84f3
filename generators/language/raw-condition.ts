import type { Unit } from '../policy/units.ts';
import type { Metric } from './metrics.ts';
import type { Duration } from './quantities.ts';

/** One piece of raw PromQL: text as written, or a metric handle that becomes a selector. */
export type RawPart = string | { readonly metric: Metric; readonly suffix: '' | '_bucket' | '_sum' | '_count' };

/** PromQL written by hand, true where it returns a series. Parsed and type-checked at build. */
export interface RawCondition {
  readonly kind: 'raw';
  readonly parts: readonly RawPart[];
  /** The unit of the figure that the expression returns, for its panel. */
  readonly unit: Unit;
  readonly test?: Proof;
}

/** The behaviour that promtool must confirm: series in, and when the condition holds. */
export interface Proof {
  /** Series in promtool's notation: `{ 'queue_depth{job="x"}': '0x10 500x20 0x20' }`, one sample a minute. */
  readonly given: Readonly<Record<string, string>>;
  readonly quietAt: Duration;
  readonly firesAt: Duration;
  readonly clearsAt: Duration;
}
