import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import type { Condition } from '../language/conditions.ts';
import { exampleOf, milliseconds, quantity } from '../language/quantities.ts';
import { shown } from '../language/shown.ts';
import type { Value } from '../language/values.ts';
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

function unitOf(value: Value): Unit {
  if (value.kind === 'rate') return 'rate';
  return value.kind === 'share' ? 'ratio' : value.metric.unit;
}

function readingProblems(value: Value, address: Address): readonly Diagnostic[] {
  const by = inside(address, 'by');
  switch (value.kind) {
    case 'share':
      return partProblems(value.by, [...value.part, value.whole], by);
    case 'client-quantile':
      return [...labelProblems(value.by, value.metric, by), ...quantileProblems(value, address)];
    default:
      return labelProblems(value.by, value.metric, by);
  }
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
      return thresholdProblems(condition.value, condition.threshold, inside(address, 'threshold'));
    case 'outside':
      return bandProblems(condition, address);
    case 'fails-times':
      return labelProblems(condition.by, condition.metric, inside(address, 'by'));
    case 'raw':
      return proofProblems(condition, address);
    default:
      return [];
  }
}

function thresholdProblems(value: Value, threshold: unknown, address: Address): readonly Diagnostic[] {
  const unit = unitOf(value);
  if (quantity(unit, threshold) !== undefined) return [];
  const message = `${shown(threshold)} is not a threshold for ${subjectOf(value)}, which is in ${unit}`;
  return [problem('condition/unit', address, message, `Write for instance ${exampleOf[unit]}.`)];
}

/** `p99 of fyp_request_duration_seconds`, for messages. */
function subjectOf(value: Value): string {
  const metric = value.kind === 'share' ? value.whole : value.metric;
  const words = value.kind === 'quantile' ? `p${Number((value.q * 100).toPrecision(6))}` : value.kind.replace('-', ' ');
  return `the ${words} of ${metric.name}`;
}

function bandProblems(band: Condition & { readonly kind: 'outside' }, address: Address): readonly Diagnostic[] {
  const ends = (['low', 'high'] as const).flatMap((end) =>
    thresholdProblems(band.value, band[end], inside(address, end)),
  );
  if (ends.length > 0) return ends;
  const [low, high] = [band.low, band.high].map((end) => quantity(unitOf(band.value), end));
  if (low !== undefined && high !== undefined && low < high) return [];
  const message = `the low end ${shown(band.low)} is not below the high end ${shown(band.high)}`;
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
