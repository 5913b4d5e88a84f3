import type { Expr, ExprType, Instant, Range, Scalar } from '../ast.ts';
import { labelNameOf } from '../names.ts';
import { num, str } from './literals.ts';

/** A scalar: an expression, or a plain number that stands for one. */
export type Figure = Scalar | number;

/** The expression that a figure stands for. */
export const figure = (value: Figure): Scalar => (typeof value === 'number' ? num(value) : value);

function call<T extends ExprType>(type: T, name: string, ...args: readonly Expr[]): Expr<T> {
  return { type, node: { kind: 'call', name, args: args.map(({ node }) => node) } };
}

const overRange =
  (name: string) =>
  (over: Range): Instant =>
    call('instant', name, over);

const perSeries =
  (name: string) =>
  (of: Instant): Instant =>
    call('instant', name, of);

const perSeriesWith =
  (name: string) =>
  (of: Instant, value: Figure): Instant =>
    call('instant', name, of, figure(value));

// Of counters: growth, resets accounted for.
/** Growth per second. */
export const rate = overRange('rate');
/** Growth over the whole range. */
export const increase = overRange('increase');
/** Growth per second between the last two samples. */
export const irate = overRange('irate');
/** How often a counter fell. */
export const resets = overRange('resets');

// Of gauges.
/** Difference between the ends of the range. */
export const delta = overRange('delta');
/** Difference between the last two samples. */
export const idelta = overRange('idelta');
/** Slope per second, by linear regression. */
export const deriv = overRange('deriv');
/** How often the value changed. */
export const changes = overRange('changes');
/** The value so many seconds from now, by linear regression. */
export const predictLinear = (over: Range, seconds: Figure): Instant =>
  call('instant', 'predict_linear', over, figure(seconds));

// Each series over its own samples in the range.
export const avgOverTime = overRange('avg_over_time');
export const minOverTime = overRange('min_over_time');
export const maxOverTime = overRange('max_over_time');
export const sumOverTime = overRange('sum_over_time');
export const countOverTime = overRange('count_over_time');
export const stddevOverTime = overRange('stddev_over_time');
export const stdvarOverTime = overRange('stdvar_over_time');
/** The newest sample; keeps the metric's name. */
export const lastOverTime = overRange('last_over_time');
/** One where there was any sample. */
export const presentOverTime = overRange('present_over_time');
/** A quantile (0 to 1) of the samples. */
export const quantileOverTime = (quantile: Figure, over: Range): Instant =>
  call('instant', 'quantile_over_time', figure(quantile), over);

/** One, with the labels of the selector's `=` matchers, where the vector is empty. */
export const absent = perSeries('absent');
/** One, with the labels of the selector's `=` matchers, where the range held no sample. */
export const absentOverTime = overRange('absent_over_time');

// Of histograms.
/** A quantile (0 to 1) of a histogram; classic ones need the label `le`. */
export const histogramQuantile = (quantile: Figure, of: Instant): Instant =>
  call('instant', 'histogram_quantile', figure(quantile), of);
/** The share (0 to 1) of observations between two bounds; classic histograms since Prometheus 3.4. */
export const histogramFraction = (lower: Figure, upper: Figure, of: Instant): Instant =>
  call('instant', 'histogram_fraction', figure(lower), figure(upper), of);
/** The number of observations of a native histogram. */
export const histogramCount = perSeries('histogram_count');
/** The sum of observations of a native histogram. */
export const histogramSum = perSeries('histogram_sum');

// Of single values.
export const abs = perSeries('abs');
export const ceil = perSeries('ceil');
export const floor = perSeries('floor');
export const exp = perSeries('exp');
export const ln = perSeries('ln');
export const log2 = perSeries('log2');
export const log10 = perSeries('log10');
export const sqrt = perSeries('sqrt');
/** -1, 0 or 1. */
export const sgn = perSeries('sgn');
export const clampMin = perSeriesWith('clamp_min');
export const clampMax = perSeriesWith('clamp_max');
/** Bounds a value on both sides. */
export const clamp = (of: Instant, lower: Figure, upper: Figure): Instant =>
  call('instant', 'clamp', of, figure(lower), figure(upper));
/** The nearest multiple of `to`, or whole number. */
export const round = (of: Instant, to?: Figure): Instant =>
  to === undefined ? call('instant', 'round', of) : call('instant', 'round', of, figure(to));

// Order, for tables: alerts and graphs have none.
export const sort = perSeries('sort');
export const sortDesc = perSeries('sort_desc');

// Times.
/** Unix seconds at which the expression is evaluated. */
export const time = (): Scalar => call('scalar', 'time');
/** Unix seconds of each sample. */
export const timestamp = perSeries('timestamp');
const ofTime =
  (name: string) =>
  (of?: Instant): Instant =>
    of === undefined ? call('instant', name) : call('instant', name, of);
/** Parts of a date, in UTC, of the given Unix seconds or of now. */
export const minute = ofTime('minute');
export const hour = ofTime('hour');
export const dayOfWeek = ofTime('day_of_week');
export const dayOfMonth = ofTime('day_of_month');
export const daysInMonth = ofTime('days_in_month');
export const month = ofTime('month');
export const year = ofTime('year');

// Between kinds.
/** A vector of one series without labels. */
export const vector = (value: Figure): Instant => call('instant', 'vector', figure(value));
/** The value of the only series; NaN where there is not exactly one. */
export const scalar = (of: Instant): Scalar => call('scalar', 'scalar', of);

// Of labels.
/** Sets `target` to `replacement` (with `$1`, …) where the whole of `source` matches `pattern`. */
export const labelReplace = (of: Instant, target: string, replacement: string, source: string, pattern: string) =>
  call('instant', 'label_replace', of, ...[labelNameOf(target), replacement, source, pattern].map(str));
/** Sets `target` to the values of `sources`, joined. */
export const labelJoin = (of: Instant, target: string, separator: string, sources: readonly string[]): Instant =>
  call('instant', 'label_join', of, ...[labelNameOf(target), separator, ...sources.map(labelNameOf)].map(str));
