import { inside } from '../diagnostics/diagnostic.ts';
import type { Declared } from '../interlock/survey/declared.ts';
import { quantity } from '../language/quantities.ts';
import type { Metric } from '../model/stack.ts';
import { type Matcher, printNumber } from '../promql/index.ts';
import type { RealityCode } from './explanations.ts';
import { type Problem, realityProblem } from './problem.ts';
import type { View } from './view.ts';
import { matcherText, someOf } from './wording.ts';

/** What a histogram is cut at, or a summary computed for. */
interface Bounds {
  readonly code: RealityCode;
  readonly field: 'buckets' | 'quantiles';
  /** `a bucket` */
  readonly noun: 'bucket' | 'quantile';
  readonly label: 'le' | 'quantile';
  /** The series that carry them. */
  readonly name: string;
  /** As numbers, in the author's words. */
  readonly declared: ReadonlyMap<number, string>;
}

function boundsOf(metric: Metric): Bounds | undefined {
  if (metric.kind === 'histogram') {
    const declared = new Map(metric.buckets.map((one) => [quantity(metric.unit, one) ?? Number.NaN, String(one)]));
    const name = `${metric.name}_bucket`;
    return { code: 'exposition/bucket', field: 'buckets', noun: 'bucket', label: 'le', name, declared };
  }
  if (metric.kind !== 'summary') return undefined;
  const declared = new Map(Object.keys(metric.quantiles).map((one) => [Number(one), one]));
  const { name } = metric;
  return { code: 'exposition/quantile', field: 'quantiles', noun: 'quantile', label: 'quantile', name, declared };
}

/** `+Inf` and what is no number are no bounds. */
const numberOf = (text: string): number => (/^[+-]?inf/i.test(text) || text === '' ? Number.NaN : Number(text));

/** Decimal fractions are rounded before they are exposed. */
const isSame = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));

/** Buckets and quantiles that are declared and not there, or there and not declared, compared as numbers. */
export function boundProblems(declared: Declared, view: View): readonly Problem[] {
  const bounds = boundsOf(declared.metric);
  if (bounds === undefined || view.isCut(declared.metric)) return [];
  const exposed = view.valuesOf(bounds.name, bounds.label).map(numberOf).filter(Number.isFinite);
  if (exposed.length === 0) return [];
  const wanted = [...bounds.declared.keys()];
  const missing = wanted.filter((bound) => !exposed.some((one) => isSame(one, bound)));
  const more = exposed.filter((bound) => !wanted.some((one) => isSame(one, bound))).sort((a, b) => a - b);
  if (missing.length > 0) return [missingBounds(declared, bounds, missing, more)];
  // What a catalogue leaves out is not the author's to add.
  const theirs = more.length === 0 || declared.metric.exporter !== undefined;
  return theirs ? [] : [undeclaredBounds(declared, bounds, more)];
}

const listOf = (label: string, bounds: readonly number[]): string =>
  someOf(bounds.map((bound) => `${label}="${printNumber(bound)}"`));

function missingBounds(
  { metric, address }: Declared,
  { code, field, noun, label, declared }: Bounds,
  missing: readonly number[],
  more: readonly number[],
): Problem {
  const words = someOf(missing.map((bound) => `${declared.get(bound)} (${label}="${printNumber(bound)}")`));
  const others = more.length === 0 ? '' : `; there is ${listOf(label, more)}, which is not declared`;
  return realityProblem(
    code,
    inside(address, field),
    [
      `${metric.name} is exposed without the ${noun} ${words}${others}`,
      `Declare the ${field} that are exposed, or add this one where the service exposes the metric.`,
    ],
    { explains: (gap) => gap.kind === 'bound' && gap.metric.name === metric.name },
  );
}

function undeclaredBounds({ metric, address }: Declared, { code, field, label }: Bounds, more: readonly number[]) {
  const message = `${metric.name} is exposed with ${listOf(label, more)}, which is not declared`;
  const cure = `Declare the ${field} that are exposed.`;
  return realityProblem(code, inside(address, field), [message, cure], { level: 'warning' });
}

/** A bound that is there as a number, in a spelling that the selector does not know: `0.050`. */
export function misspeltBound({ metric, address }: Declared, matcher: Matcher): Problem {
  const bucket = matcher.label === 'le';
  return realityProblem(
    bucket ? 'exposition/bucket' : 'exposition/quantile',
    inside(address, bucket ? 'buckets' : 'quantiles'),
    [
      `no series of ${metric.name} has ${matcherText(matcher)}, though that number is exposed in another spelling`,
      'Expose the number as Prometheus prints it: 0.05, and neither 0.050 nor 5e-2.',
    ],
    { explains: (gap) => gap.kind === 'bound' && gap.metric.name === metric.name },
  );
}
