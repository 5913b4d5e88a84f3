import type { Unit } from '../policy/units.ts';
import { type LabelSpec, type Matcher, matchersOf, type Where } from './labels.ts';
import { capturePlace, type Placed, place } from './place.ts';
import type { Thresholds } from './quantities.ts';

/** The types that exporters confuse: `untyped` is a metric that has no type, a counter or a gauge in truth. */
export type ExposedAs = 'counter' | 'gauge' | 'untyped';

interface MetricBase<L extends LabelSpec> extends Placed {
  readonly name: string;
  readonly help: string;
  readonly unit: Unit;
  readonly labels: L;
  /** The choice of series made with `.where`, narrowing the metric. */
  readonly matchers: readonly Matcher[];
  /** What the exporter's `# TYPE` line says, where it says another type than the metric has. */
  readonly exposedAs?: ExposedAs;
  /** The program that exposes it, of a handle from a catalogue: its labels are not the author's to choose. */
  readonly exporter?: string;
}

/** A count that only grows: requests, failures. Read through `rate`, `share` and SLOs, never compared as it stands. */
export interface Counter<L extends LabelSpec = LabelSpec, U extends Unit = Unit> extends MetricBase<L> {
  readonly kind: 'counter';
  readonly unit: U;
  /** Set by `unsuffixedCounter`: the name may do without `_total`. */
  readonly unsuffixed?: true;
  /** The same counter, fewer series. */
  where(choice: Where<L>): Counter<L, U>;
}

/** A level that rises and falls. */
export interface Gauge<L extends LabelSpec = LabelSpec, U extends Unit = Unit> extends MetricBase<L> {
  readonly kind: 'gauge';
  readonly unit: U;
  where(choice: Where<L>): Gauge<L, U>;
}

/** A distribution in classic buckets (`_bucket`, `_sum`, `_count`), `le` in its base unit. */
export interface Histogram<L extends LabelSpec = LabelSpec, B = unknown, U extends Unit = Unit> extends MetricBase<L> {
  readonly kind: 'histogram';
  readonly unit: U;
  /** Upper bounds as written in the code that exposes them, ascending, without `+Inf`. */
  readonly buckets: readonly B[];
  where(choice: Where<L>): Histogram<L, B, U>;
}

/** A distribution without declared buckets: any threshold can be asked. Needs Prometheus 2.40 with native histograms. */
export interface NativeHistogram<L extends LabelSpec = LabelSpec, U extends Unit = Unit> extends MetricBase<L> {
  readonly kind: 'native-histogram';
  readonly unit: U;
  where(choice: Where<L>): NativeHistogram<L, U>;
}

/** Quantiles computed by the client: they can be shown and compared, never aggregated into another quantile. */
export interface Summary<L extends LabelSpec = LabelSpec, Q extends string = string, U extends Unit = Unit>
  extends MetricBase<L> {
  readonly kind: 'summary';
  readonly unit: U;
  readonly quantiles: Readonly<Record<Q, true>>;
  where(choice: Where<L>): Summary<L, Q, U>;
}

/** A series that is always 1 and says something by its labels: a build, a version. */
export interface Info<L extends LabelSpec = LabelSpec> extends MetricBase<L> {
  readonly kind: 'info';
  where(choice: Where<L>): Info<L>;
}

export type Metric = Counter | Gauge | Histogram | NativeHistogram | Summary | Info;

/** `where` is inherited and not enumerable: it is no field of the definition, and JSON does not see it. */
const narrowing: object = Object.create(null, {
  where: {
    value: function where(this: Metric, choice: object): object {
      return handle({ ...this, matchers: Object.freeze([...this.matchers, ...matchersOf(choice)]) }, where);
    },
  },
});

function handle(fields: object, by: (...args: never[]) => unknown): object {
  return Object.freeze(Object.assign(Object.create(narrowing), fields, { [place]: capturePlace(by) }));
}

/** The same handle with another choice of series; it stays where its author made it. */
export function withMatchers(metric: Metric, matchers: readonly Matcher[]): Metric {
  return Object.freeze(Object.assign(Object.create(narrowing), metric, { matchers: Object.freeze([...matchers]) }));
}

function metric(kind: Metric['kind'], name: string, input: object, by: (...args: never[]) => unknown): never {
  const unit = unitOfName(String(name));
  return handle({ labels: {}, unit, ...input, kind, name, matchers: [] }, by) as never;
}

const NAMED_UNITS: readonly (readonly [RegExp, Unit])[] = [
  [/_timestamp_seconds$/, 'timestamp'],
  [/_seconds(_total)?$/, 'seconds'],
  [/_milliseconds(_total)?$/, 'milliseconds'],
  [/_bytes_per_second$/, 'byterate'],
  [/_bytes(_total)?$/, 'bytes'],
  [/_ratio$/, 'ratio'],
  [/_percent$/, 'percent'],
  [/_celsius$/, 'celsius'],
  [/_(dollars|usd)(_total)?$/, 'usd'],
  [/_total$/, 'count'],
];

/** The unit that the name of a counter, or of any other metric without `_total`, promises. */
export function unitOfName(name: string): Unit | undefined {
  return NAMED_UNITS.find(([suffix]) => suffix.test(name))?.[1];
}

/** The unit of what a counter counts: events, unless its name says another. */
export type UnitOfCounter<N extends string> = N extends `${infer Base}_total`
  ? [UnitOfName<Base>] extends [never]
    ? 'count'
    : UnitOfName<Base>
  : never;

/** The unit that a metric's name promises, by Prometheus' naming rules (https://prometheus.io/docs/practices/naming/). */
export type UnitOfName<N extends string> = N extends `${string}_timestamp_seconds`
  ? 'timestamp'
  : N extends `${string}_bytes_per_second`
    ? 'byterate'
    : N extends `${string}_seconds` | `${string}_milliseconds`
      ? N extends `${string}_seconds`
        ? 'seconds'
        : 'milliseconds'
      : N extends `${string}_bytes`
        ? 'bytes'
        : N extends `${string}_ratio`
          ? 'ratio'
          : N extends `${string}_percent`
            ? 'percent'
            : N extends `${string}_celsius`
              ? 'celsius'
              : N extends `${string}_dollars` | `${string}_usd`
                ? 'usd'
                : never;

/** `unit` may be left out only where the name says it. */
type UnitField<N extends string, U extends Unit> = [UnitOfName<N>] extends [never]
  ? { readonly unit: U }
  : { readonly unit?: U };

interface MetricInput<L extends LabelSpec> {
  /** One sentence, as in the exposition's `# HELP`. */
  readonly help: string;
  /** Every label the series carry beside the scrape's own, with its values. */
  readonly labels?: L;
  readonly exposedAs?: ExposedAs;
}

/** Declares a counter that the service exposes; its name ends in `_total`. It counts events, unless its name or `unit` says another. */
export function counter<
  const N extends `${string}_total`,
  const L extends LabelSpec = Record<never, never>,
  const U extends Unit = UnitOfCounter<N>,
>(name: N, input: MetricInput<L> & { readonly unit?: U }): Counter<L, U> {
  return metric('counter', name, input, counter);
}

/** As `counter`, for a name that does not end in `_total`, because some exporters expose such counters. */
export function unsuffixedCounter<
  const N extends string,
  const L extends LabelSpec = Record<never, never>,
  const U extends Unit = UnitOfCounter<`${N}_total`>,
>(name: N, input: MetricInput<L> & { readonly unit?: U }): Counter<L, U> {
  const unit = unitOfName(name) ?? 'count';
  return metric('counter', name, { unit, ...input, unsuffixed: true }, unsuffixedCounter);
}

/** Declares a gauge. The unit comes from the name (`_seconds`, `_bytes`, `_ratio`, …) or from `unit`. */
export function gauge<
  const N extends string,
  const L extends LabelSpec = Record<never, never>,
  const U extends Unit = UnitOfName<N>,
>(name: N, input: MetricInput<L> & UnitField<N, U>): Gauge<L, U> {
  return metric('gauge', name, input, gauge);
}

/** Declares a classic histogram with the buckets of the code that exposes it. */
export function histogram<
  const N extends string,
  const B extends Thresholds[U],
  const L extends LabelSpec = Record<never, never>,
  const U extends Unit = UnitOfName<N>,
>(name: N, input: MetricInput<L> & UnitField<N, U> & { readonly buckets: readonly [B, ...B[]] }): Histogram<L, B, U> {
  return metric('histogram', name, input, histogram);
}

/** Declares a native histogram; the stack's Prometheus must be 2.40 or newer and scrape native histograms. */
export function nativeHistogram<
  const N extends string,
  const L extends LabelSpec = Record<never, never>,
  const U extends Unit = UnitOfName<N>,
>(name: N, input: MetricInput<L> & UnitField<N, U>): NativeHistogram<L, U> {
  return metric('native-histogram', name, input, nativeHistogram);
}

/** Declares a summary with the quantiles that its client computes: `quantiles: { '0.5': true, '0.99': true }`. */
export function summary<
  const N extends string,
  const Q extends string,
  const L extends LabelSpec = Record<never, never>,
  const U extends Unit = UnitOfName<N>,
>(
  name: N,
  input: MetricInput<L> & UnitField<N, U> & { readonly quantiles: Readonly<Record<Q, true>> },
): Summary<L, Q, U> {
  return metric('summary', name, input, summary);
}

/** Declares an info series: always 1, told apart by labels. */
export function info<const L extends LabelSpec = Record<never, never>>(
  name: `${string}_info`,
  input: MetricInput<L>,
): Info<L> {
  return metric('info', name, { unit: 'count', ...input }, info);
}
