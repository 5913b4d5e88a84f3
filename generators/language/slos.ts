import type { Condition } from './conditions.ts';
import { type Defined, define } from './define.ts';
import type { LabelSpec } from './labels.ts';
import type { Counter, Gauge, Histogram, NativeHistogram } from './metrics.ts';
import type { Duration, Percent } from './quantities.ts';
import type { Runbook } from './runbook.ts';

interface SloBase<L extends LabelSpec> {
  readonly title?: string;
  /** The share of good events that is promised, e.g. `99.9%`. */
  readonly objective: Percent;
  /** The rolling window of the promise, e.g. `30d`. */
  readonly window: Duration;
  /** What a time without traffic means: `good` spends nothing, `unknown` has no figure, `bad` spends like an outage. */
  readonly noTraffic: 'good' | 'unknown' | 'bad';
  readonly runbook: Runbook;
  /** One promise for each value of these labels instead of one for all. */
  readonly per?: readonly Extract<keyof L, string>[];
  /** Nobody is paged for fewer bad events than this in the long window of a burn tier. */
  readonly minimumBadEvents?: number;
  /** What users feel, in one sentence; the alerts say it. */
  readonly impact?: string;
}

/** What counts events: a counter, or the observations of a histogram. */
type Events = Counter | Histogram | NativeHistogram;

export interface AvailabilityInput<L extends LabelSpec = LabelSpec> extends SloBase<L> {
  /** The events that broke the promise; several are added up. */
  readonly bad: Events | readonly Events[];
}
export interface RatioInput<L extends LabelSpec = LabelSpec> extends SloBase<L> {
  /** The events that kept the promise. */
  readonly good: Events | readonly Events[];
}
export interface LatencyInput<B = unknown, L extends LabelSpec = LabelSpec> extends SloBase<L> {
  /** The time within which an event is good: one of the histogram's buckets. */
  readonly within: B;
}
/** Nothing of its own: a probe that answers 1 is good. */
export type UptimeInput<L extends LabelSpec = LabelSpec> = SloBase<L>;
export interface FreshnessInput<L extends LabelSpec = LabelSpec> extends SloBase<L> {
  /** The age up to which data is fresh. */
  readonly within: Duration;
}
export interface TimeSliceInput extends SloBase<LabelSpec> {
  /** A minute is bad while this holds; `above` or `below`. */
  readonly badWhile: Condition;
}

export type Slo =
  | Defined<'availability', AvailabilityInput & { readonly total: Events }>
  | Defined<'ratio', RatioInput & { readonly total: Events }>
  | Defined<'latency', LatencyInput & { readonly metric: Histogram | NativeHistogram }>
  | Defined<'uptime', UptimeInput & { readonly metric: Gauge }>
  | Defined<'freshness', FreshnessInput & { readonly metric: Gauge }>
  | Defined<'time-slice', TimeSliceInput>;

/** A promise on requests that do not fail: `bad` of `total`. */
export function availability<L extends LabelSpec>(
  total: Counter<L> | Histogram<L> | NativeHistogram<L>,
  input: AvailabilityInput<NoInfer<L>>,
): Slo {
  return define('availability', { ...input, total }, availability);
}

/** A promise on any share of events: `good` of `total`. */
export function ratio<L extends LabelSpec>(
  total: Counter<L> | Histogram<L> | NativeHistogram<L>,
  input: RatioInput<NoInfer<L>>,
): Slo {
  return define('ratio', { ...input, total }, ratio);
}

/** A promise on the time that events take. The threshold is a bucket; a native histogram takes any. */
export function latency<L extends LabelSpec, B>(
  metric: Histogram<L, B, 'seconds' | 'milliseconds'>,
  input: LatencyInput<NoInfer<B>, NoInfer<L>>,
): Slo {
  return define('latency', { ...input, metric }, latency);
}

/** As `latency`, on a native histogram. */
export function nativeLatency<L extends LabelSpec>(
  metric: NativeHistogram<L, 'seconds' | 'milliseconds'>,
  input: LatencyInput<Duration, NoInfer<L>>,
): Slo {
  return define('latency', { ...input, metric }, nativeLatency);
}

/** A promise on the time that a probe (1 up, 0 down) answers. */
export function uptime<L extends LabelSpec>(metric: Gauge<L>, input: UptimeInput<NoInfer<L>>): Slo {
  return define('uptime', { ...input, metric }, uptime);
}

/** A promise on the age of data, from a gauge that holds the time of its last update. */
export function freshness<L extends LabelSpec>(metric: Gauge<L, 'timestamp'>, input: FreshnessInput<NoInfer<L>>): Slo {
  return define('freshness', { ...input, metric }, freshness);
}

/** A promise on good time: every evaluation in which `badWhile` holds is a bad slice. */
export function timeSlice(input: TimeSliceInput): Slo {
  return define('time-slice', input, timeSlice);
}
