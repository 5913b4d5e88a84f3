import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import type { Condition } from '../language/conditions.ts';
import type { Metric } from '../language/metrics.ts';
import { exampleOf, milliseconds, quantity } from '../language/quantities.ts';
import { shown } from '../language/shown.ts';
import { rateUnit, type Value } from '../language/values.ts';
import { metricsOfValue } from '../model/metrics-of.ts';
import type { Unit } from '../policy/units.ts';
import { labelProblems, partProblems } from './label-problems.ts';

/** What is wrong with a value whose shape is right. */
export function valueProblems(value: Value, address: Address): readonly Diagnostic[] {
  return [...unitProblems(value, address), ...readingProblems(value, address)];
}

/** The functions of the language give a value its metric's unit; a value made by hand may not. */
function unitProblems(value: Value, address: Address): readonly Diagnostic[] {
  const unit = unitOf(value);
  if (value.unit === unit) return [];
  const message = `${subjectOf(value)} is in ${unit}, not in ${shown(value.unit)}`;
  return [
    problem('shape/wrong-value', inside(address, 'unit'), message, 'Make the value with rate(…), p99(…) and the like.'),
  ];
}

/** The unit that a value has by what it is made of. */
function unitOf(value: Value): Unit {
  switch (value.kind) {
    case 'rate':
      return rateUnit(value.metric.unit);
    case 'share':
    case 'busy':
    case 'spent':
    case 'ratio-of':
    case 'lift':
    case 'one-minus':
      return 'ratio';
    case 'age':
      return 'seconds';
    case 'per':
      return value.part.unit;
    case 'before':
      return unitOf(value.value);
    default:
      return value.metric.unit;
  }
}

function readingProblems(value: Value, address: Address): readonly Diagnostic[] {
  const by = inside(address, 'by');
  switch (value.kind) {
    case 'share':
      return partProblems(value.by, [...value.part, value.whole], by);
    case 'per':
      return partProblems(value.by, [value.part, value.whole], by);
    case 'ratio-of':
    case 'lift':
      return comparedProblems(value.value, value.of, inside(address, 'of'));
    case 'one-minus':
      return wantedUnit(value.value, 'ratio', inside(address, 'value'), 'Pass a share or a ratio.');
    case 'before':
      return [];
    case 'busy':
      return [...labelProblems(value.by, value.metric, by), ...counted(value.metric, 'seconds', address)];
    case 'spent':
      return [...labelProblems(value.by, value.metric, by), ...counted(value.metric, 'usd', address)];
    case 'age':
      return [...labelProblems(value.by, value.metric, by), ...counted(value.metric, 'timestamp', address)];
    case 'client-quantile':
      return [...labelProblems(value.by, value.metric, by), ...quantileProblems(value, address)];
    default:
      return labelProblems(value.by, value.metric, by);
  }
}

/** Two values can be set against each other when they are in one unit and kept apart by the same labels. */
export function comparedProblems(value: Value, of: Value, address: Address): readonly Diagnostic[] {
  const [part, whole] = [subjectOf(value), subjectOf(of)];
  const other = wantedUnit(of, unitOf(value), address, `Compare ${part} with a value in ${unitOf(value)}.`);
  const apart = (one: Value): string => [...one.by].sort().join(', ') || 'nothing';
  if (apart(value) === apart(of)) return other;
  const message = `${part} is kept apart by ${apart(value)}, and ${whole} by ${apart(of)}: they do not match`;
  return [...other, problem('condition/part-of-whole', inside(address, 'by'), message, 'Give both the same `by`.')];
}

function wantedUnit(value: Value, unit: Unit, address: Address, cure: string): readonly Diagnostic[] {
  if (unitOf(value) === unit) return [];
  return [problem('condition/unit', address, `${subjectOf(value)} is in ${unitOf(value)}, not in ${unit}`, cure)];
}

function counted(metric: Metric, unit: Unit, address: Address): readonly Diagnostic[] {
  if (metric.unit === unit) return [];
  const message = `${metric.name} is in ${metric.unit}, not in ${unit}`;
  return [problem('condition/unit', inside(address, 'metric'), message, `Pass a metric in ${unit}.`)];
}

function quantileProblems(
  value: Value & { readonly kind: 'client-quantile' },
  address: Address,
): readonly Diagnostic[] {
  const { quantiles, name } = value.metric;
  if (Object.hasOwn(quantiles, value.q)) return [];
  const message = `${shown(value.q)} is not a quantile that ${name} computes`;
  return [problem('shape/wrong-value', inside(address, 'q'), message, `Use ${Object.keys(quantiles).join(' or ')}.`)];
}

/** What is wrong with a condition whose shape is right. */
export function conditionProblems(condition: Condition, address: Address): readonly Diagnostic[] {
  switch (condition.kind) {
    case 'above':
    case 'below':
      return thresholdProblems(boundedOf(condition.value), condition.threshold, inside(address, 'threshold'));
    case 'outside':
      return bandProblems(boundedOf(condition.value), condition.low, condition.high, address);
    case 'fails-times':
      return labelProblems(condition.by, condition.metric, inside(address, 'by'));
    case 'raw':
      return proofProblems(condition, address);
    default:
      return [];
  }
}

/** What a threshold is on. */
export interface Bounded {
  readonly unit: Unit;
  /** `the p99 of fyp_request_duration_seconds` */
  readonly words: string;
}

export const boundedOf = (value: Value): Bounded => ({ unit: unitOf(value), words: subjectOf(value) });

/** What is wrong with a threshold. */
export function thresholdProblems(
  { unit, words }: Bounded,
  threshold: unknown,
  address: Address,
): readonly Diagnostic[] {
  if (quantity(unit, threshold) !== undefined) return [];
  const message = `${shown(threshold)} is not a threshold for ${words}, which is in ${unit}`;
  return [problem('condition/unit', address, message, `Write for instance ${exampleOf[unit]}.`)];
}

/** `the p99 of fyp_request_duration_seconds`, for messages. */
function subjectOf(value: Value): string {
  const [metric] = metricsOfValue(value);
  const words = value.kind === 'quantile' ? `p${Number((value.q * 100).toPrecision(6))}` : value.kind.replace('-', ' ');
  return `the ${words} of ${metric?.name ?? 'nothing'}`;
}

/** What is wrong with a place between two ends. */
export function bandProblems(figure: Bounded, low: unknown, high: unknown, address: Address): readonly Diagnostic[] {
  const ends = Object.entries({ low, high }).flatMap(([end, threshold]) =>
    thresholdProblems(figure, threshold, inside(address, end)),
  );
  if (ends.length > 0) return ends;
  const [least, most] = [low, high].map((end) => quantity(figure.unit, end));
  if (least !== undefined && most !== undefined && least < most) return [];
  const message = `the low end ${shown(low)} is not below the high end ${shown(high)}`;
  return [problem('condition/limits', address, message, 'Exchange the two, or correct one.')];
}

function proofProblems(raw: Condition & { readonly kind: 'raw' }, address: Address): readonly Diagnostic[] {
  const { test } = raw;
  if (raw.proof !== 'proved' || test === undefined) {
    const cure = 'Wrap it: proved(condition, { given, quietAt, firesAt, clearsAt }).';
    return [problem('condition/unproved', address, 'raw PromQL without its proof', cure)];
  }
  const [quiet, fires, clears] = [test.quietAt, test.firesAt, test.clearsAt].map(milliseconds);
  if (Number(quiet) < Number(fires) && Number(fires) < Number(clears)) return [];
  const message = `the condition is quiet at ${test.quietAt}, fires at ${test.firesAt} and clears at ${test.clearsAt}, which is not one after the other`;
  return [problem('shape/wrong-value', inside(address, 'test'), message, 'Write the three times in ascending order.')];
}
