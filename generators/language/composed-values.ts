import type { Unit } from '../policy/units.ts';
import type { LabelSpec } from './labels.ts';
import type { Counter, Gauge } from './metrics.ts';
import type { Dollars, Duration } from './quantities.ts';
import { type Labels, type Period, type Reading, type Value, value } from './values.ts';

/** How much a counter grew over the range (default 5m), in its own unit: `increase(revenue, { over: '1d' })`. */
export function increase<L extends LabelSpec, U extends Unit>(
  metric: Counter<L, U>,
  reading?: Reading<NoInfer<L>>,
): Value<U> {
  return value(metric.unit, reading, { kind: 'increase', metric }, increase);
}

/** How much of one comes to one of the other: `per(videosWatched, sessions)`, `per(watchSeconds, videosWatched)`. */
export function per<L extends LabelSpec, U extends Unit>(
  part: Counter<LabelSpec, U>,
  whole: Counter<L>,
  reading?: Reading<NoInfer<L>>,
): Value<U> {
  return value(part.unit, reading, { kind: 'per', part, whole }, per);
}

type Busy = <L extends LabelSpec>(metric: Counter<L, 'seconds'>, reading?: Reading<NoInfer<L>>) => Value<'ratio'>;

const busyTime = (aggregate: 'max' | 'avg'): Busy =>
  function busyTime(metric, reading) {
    return value('ratio', reading, { kind: 'busy', aggregate, metric }, busyTime);
  };

/** The share of time, 0 to 1, that devices were busy, from a counter of busy seconds; the mean over its series. */
export const busy: Busy = busyTime('avg');
/** As `busy`, of the busiest of the series. */
export const busiest: Busy = busyTime('max');

/** The share of a budget that was spent within the last hour, day or week: 1 is all of it. */
export function spentOf<L extends LabelSpec>(
  cost: Counter<L, 'usd'>,
  {
    budget,
    per,
    by = [],
  }: { readonly budget: Dollars; readonly per: Period; readonly by?: readonly Labels<NoInfer<L>>[] },
): Value<'ratio'> {
  return value('ratio', { by }, { kind: 'spent', metric: cost, budget, per }, spentOf);
}

/** How long ago the moment was that a gauge holds; of several series the oldest. */
export function age<L extends LabelSpec>(
  moment: Gauge<L, 'timestamp'>,
  reading?: Pick<Reading<NoInfer<L>>, 'by'>,
): Value<'seconds'> {
  return value('seconds', reading, { kind: 'age', metric: moment }, age);
}

/** One value as a share of another of the same unit: `ratioOf(total(used), total(limit))`. Both are kept apart alike. */
export function ratioOf<U extends Unit>(part: Value<U>, of: Value<NoInfer<U>>): Value<'ratio'> {
  return value('ratio', { over: part.over, by: part.by }, { kind: 'ratio-of', value: part, of }, ratioOf);
}

/** What is left of a ratio: `oneMinus(ratioOf(total(available), total(size)))` is the share in use. */
export function oneMinus(ratio: Value<'ratio'>): Value<'ratio'> {
  return value('ratio', { over: ratio.over, by: ratio.by }, { kind: 'one-minus', value: ratio }, oneMinus);
}

/** How much larger a value is than what it is compared with: 0.1 is ten percent more. */
export function lift<U extends Unit>(now: Value<U>, baseline: Value<NoInfer<U>>): Value<'ratio'> {
  return value('ratio', { over: now.over, by: now.by }, { kind: 'lift', value: now, of: baseline }, lift);
}

/** A value as it was some time ago. */
export function before<U extends Unit>(now: Value<U>, ago: Duration): Value<U> {
  return value(now.unit, { over: now.over, by: now.by }, { kind: 'before', value: now, ago }, before);
}
