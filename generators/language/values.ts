import type { Unit } from '../policy/units.ts';
import type { LabelSpec, scrapeLabels } from './labels.ts';
import type { Counter, Gauge, Histogram, NativeHistogram, Summary } from './metrics.ts';
import { capturePlace, type Placed, place } from './place.ts';
import type { Dollars, Duration } from './quantities.ts';

type ScrapeLabel = (typeof scrapeLabels)[number];

export type Labels<L extends LabelSpec> = Extract<keyof L, string>;

/** How a value is read: over which range (default 5m), kept apart by which labels (default none: one figure). */
export interface Reading<L extends LabelSpec = LabelSpec> {
  readonly over?: Duration;
  readonly by?: readonly (Labels<L> | ScrapeLabel)[];
}

interface ValueBase<U extends Unit> extends Placed {
  readonly unit: U;
  readonly over: Duration;
  readonly by: readonly string[];
}

/** Something with a number and a unit that a condition, a panel or an SLO can ask for. */
export type Value<U extends Unit = Unit> = ValueBase<U> &
  (
    | { readonly kind: 'rate'; readonly metric: Counter }
    | {
        readonly kind: 'share';
        readonly part: readonly Counter[];
        readonly whole: Counter | Histogram | NativeHistogram;
      }
    | { readonly kind: 'quantile'; readonly q: number; readonly metric: Histogram | NativeHistogram }
    | { readonly kind: 'client-quantile'; readonly q: string; readonly metric: Summary }
    | { readonly kind: 'mean'; readonly metric: Histogram | Summary }
    | { readonly kind: 'level'; readonly aggregate: 'sum' | 'max' | 'min' | 'avg'; readonly metric: Gauge }
    | { readonly kind: 'increase'; readonly metric: Counter }
    | { readonly kind: 'per'; readonly part: Counter; readonly whole: Counter }
    | { readonly kind: 'busy'; readonly aggregate: 'max' | 'avg'; readonly metric: Counter }
    | { readonly kind: 'spent'; readonly metric: Counter; readonly budget: Dollars; readonly per: Period }
    | { readonly kind: 'age'; readonly metric: Gauge }
    | { readonly kind: 'ratio-of' | 'lift'; readonly value: Value; readonly of: Value }
    | { readonly kind: 'one-minus'; readonly value: Value }
    | { readonly kind: 'before'; readonly value: Value; readonly ago: Duration }
  );

/** What a budget is for. */
export type Period = 'hour' | 'day' | 'week';

type Tail = { readonly kind: Value['kind'] } & Readonly<Record<string, unknown>>;

interface AnyReading {
  readonly over?: Duration;
  readonly by?: readonly string[];
}

/** Makes a value; `by` is the function that its author called. */
export function value<U extends Unit>(
  unit: U,
  reading: AnyReading | undefined,
  tail: Tail,
  by: (...args: never[]) => unknown,
) {
  // What the reading says beyond its own fields stays, so that the build can refuse it by name.
  const whole = { unit, over: '5m', by: [], ...reading, ...tail, [place]: capturePlace(by) };
  return Object.freeze(whole) as unknown as Value<U>;
}

/** The unit of a counter's growth per second. */
export type RateUnit<U extends Unit> = U extends 'bytes' ? 'byterate' : U extends 'seconds' ? 'count' : 'rate';

/** The unit of a counter's growth per second: data keeps being data, and seconds per second count workers, such as cores. */
export const rateUnit = (unit: Unit): Unit => (unit === 'bytes' ? 'byterate' : unit === 'seconds' ? 'count' : 'rate');

/** Events per second of a counter; of a counter of bytes the bytes per second, of CPU seconds the cores in use. */
export function rate<L extends LabelSpec, U extends Unit>(
  metric: Counter<L, U>,
  reading?: Reading<NoInfer<L>>,
): Value<RateUnit<U>> {
  return value(rateUnit(metric.unit), reading, { kind: 'rate', metric }, rate) as Value<RateUnit<U>>;
}

/** The share, 0 to 1, that some events have of all: `share(failures, requests)`. Several parts are added up. */
export function share<L extends LabelSpec>(
  part: Counter | readonly Counter[],
  whole: Counter<L> | Histogram<L> | NativeHistogram<L>,
  reading?: Reading<NoInfer<L>>,
): Value<'ratio'> {
  return value('ratio', reading, { kind: 'share', part: [part].flat(), whole }, share);
}

/** The q-quantile (0 < q < 1) of a distribution, from its buckets. */
export function quantile<L extends LabelSpec, U extends Unit>(
  q: number,
  metric: Histogram<L, unknown, U> | NativeHistogram<L, U>,
  reading?: Reading<NoInfer<L>>,
): Value<U> {
  return value(metric.unit, reading, { kind: 'quantile', q, metric }, quantile);
}

type Percentile = <L extends LabelSpec, U extends Unit>(
  metric: Histogram<L, unknown, U> | NativeHistogram<L, U>,
  reading?: Reading<NoInfer<L>>,
) => Value<U>;

const percentile = (q: number): Percentile =>
  function percentile(metric, reading) {
    return value(metric.unit, reading, { kind: 'quantile', q, metric }, percentile);
  };

export const p50: Percentile = percentile(0.5);
export const p90: Percentile = percentile(0.9);
export const p95: Percentile = percentile(0.95);
export const p99: Percentile = percentile(0.99);
export const p999: Percentile = percentile(0.999);

/** A quantile that the client computed; over several series it is the largest, because quantiles cannot be averaged. */
export function clientQuantile<L extends LabelSpec, Q extends string, U extends Unit>(
  q: NoInfer<Q>,
  metric: Summary<L, Q, U>,
  reading?: Reading<NoInfer<L>>,
): Value<U> {
  return value(metric.unit, reading, { kind: 'client-quantile', q, metric }, clientQuantile);
}

/** The mean of a distribution: its sum by its count over the range. */
export function mean<L extends LabelSpec, U extends Unit>(
  metric: Histogram<L, unknown, U> | Summary<L, string, U>,
  reading?: Reading<NoInfer<L>>,
): Value<U> {
  return value(metric.unit, reading, { kind: 'mean', metric }, mean);
}

type Level = <L extends LabelSpec, U extends Unit>(
  metric: Gauge<L, U>,
  reading?: Pick<Reading<NoInfer<L>>, 'by'>,
) => Value<U>;

const level = (aggregate: 'sum' | 'max' | 'min' | 'avg'): Level =>
  function level(metric, reading) {
    return value(metric.unit, reading, { kind: 'level', aggregate, metric }, level);
  };

/** All series of a gauge added up. */
export const total: Level = level('sum');
/** The largest of a gauge's series. */
export const highest: Level = level('max');
/** The smallest of a gauge's series. */
export const lowest: Level = level('min');
/** The unweighted mean of a gauge's series. */
export const average: Level = level('avg');
