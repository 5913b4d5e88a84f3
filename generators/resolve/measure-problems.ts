import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import { exampleOf, milliseconds, quantity } from '../language/quantities.ts';
import { valueKinds } from '../language/references.ts';
import { shown } from '../language/shown.ts';
import type { Value } from '../language/values.ts';
import { type Unit, units } from '../policy/units.ts';
import { type Bounded, bandProblems, boundedOf, comparedProblems, thresholdProblems } from './figures.ts';
import type { Sound } from './soundness.ts';
import { joined, type Tagged } from './walk.ts';

type Check = (definition: Tagged, address: Address, sound: Sound) => readonly Diagnostic[];

/** What a shape cannot say of a figure: whether its limits, its target and what it is compared with are in its unit. */
export const measureChecks: Readonly<Record<string, Check>> = {
  measure: ({ value, limits }, address, sound) =>
    isValue(value, sound) ? limitProblems(limits, boundedOf(value), address) : [],
  kpi: kpiProblems,
  'displayed-kpi': displayedProblems,
  executive: executiveProblems,
};

function isValue(value: unknown, sound: Sound): value is Value {
  return sound(value, ...valueKinds);
}

function recordOf(value: unknown): readonly (readonly [string, unknown])[] {
  return typeof value === 'object' && value !== null ? Object.entries(value) : [];
}

function limitProblems(limits: unknown, figure: Bounded, address: Address, field = 'limits'): readonly Diagnostic[] {
  return recordOf(limits).flatMap(([key, limit]) => {
    const at = inside(address, joined(field, key));
    const bounds = recordOf(limit).filter(([side, bound]) => isSide(side) && bound !== undefined);
    const [first, second] = bounds;
    if (first === undefined || second !== undefined) return [sidesProblem(bounds.length, at, figure)];
    const [side, bound] = first;
    if (side !== 'outside') return thresholdProblems(figure, bound, inside(at, side));
    if (!Array.isArray(bound) || bound.length !== 2) return [endsProblem(bound, inside(at, side), figure)];
    return bandProblems(figure, bound[0], bound[1], inside(at, side));
  });
}

const isSide = (field: string): boolean => ['above', 'below', 'outside'].includes(field);

function sidesProblem(sides: number, address: Address, { unit }: Bounded): Diagnostic {
  const cure = `Write for instance above: ${exampleOf[unit]}; for both ends use outside: [low, high], or two limits.`;
  if (sides === 0)
    return problem('shape/missing-field', address, 'the limit has none of `above`, `below` and `outside`', cure);
  return problem('shape/wrong-value', address, 'a limit has one of `above`, `below` and `outside`', cure);
}

function endsProblem(bound: unknown, address: Address, { unit }: Bounded): Diagnostic {
  const cure = `Write outside: [low, high], each end as for instance ${exampleOf[unit]}.`;
  return problem('shape/wrong-value', address, `${shown(bound)} does not have two ends`, cure);
}

function kpiProblems(kpi: Tagged, address: Address, sound: Sound): readonly Diagnostic[] {
  const { value, limits, target, baseline, versus } = kpi;
  if (!isValue(value, sound)) return [];
  const compared = (field: 'target' | 'baseline', other: unknown) =>
    isValue(other, sound) ? comparedProblems(value, other, inside(address, field)) : [];
  // Its own unit may be anything: what it is made of decides.
  const figure = boundedOf(value);
  return [
    ...limitProblems(limits, figure, address),
    ...(typeof target === 'object' ? compared('target', target) : fixedProblems(target, figure.unit, address)),
    ...compared('baseline', baseline),
    ...recordOf(versus).flatMap(([reference, some]) => versusProblems(reference, some, kpi, address)),
  ];
}

function fixedProblems(target: unknown, unit: Unit, address: Address): readonly Diagnostic[] {
  if (target === undefined || quantity(unit, target) !== undefined) return [];
  const message = `${shown(target)} is not a target in ${unit}`;
  return [problem('condition/unit', inside(address, 'target'), message, `Write for instance ${exampleOf[unit]}.`)];
}

function versusProblems(reference: string, limits: unknown, kpi: Tagged, address: Address): readonly Diagnostic[] {
  const field = joined('versus', reference);
  const at = inside(address, field);
  const missing = reference === 'baseline' ? kpi.baseline === undefined : typeof kpi.target !== 'object';
  if ((milliseconds(reference) ?? 0) > 0 || ((reference === 'baseline' || reference === 'target') && !missing)) {
    const other = milliseconds(reference) === undefined ? `its ${reference}` : `what it was ${reference} ago`;
    return limitProblems(limits, { unit: 'ratio', words: `a share of ${other}` }, address, field);
  }
  if (reference === 'baseline' || reference === 'target') {
    const message = `there is no ${reference} that could be compared with`;
    const cure = reference === 'baseline' ? 'Set `baseline`.' : 'Set `target` to a value; a fixed one is a limit.';
    return [problem('shape/missing-field', at, message, cure)];
  }
  const cure = "Write how long ago, for instance '7d', or 'baseline', or 'target'.";
  return [problem('shape/wrong-value', at, `${shown(reference)} is nothing that a figure can be compared with`, cure)];
}

function displayedProblems({ target, unit }: Tagged, address: Address): readonly Diagnostic[] {
  const known = Object.keys(units).find((one): one is Unit => one === unit);
  return known === undefined ? [] : fixedProblems(target, known, address);
}

function executiveProblems({ tiles, regions }: Tagged, address: Address, sound: Sound): readonly Diagnostic[] {
  const at = inside(address, 'regions');
  const apart = isValue(regions, sound) && regions.by.length !== 1;
  return [
    ...(recordOf(tiles).length === 0
      ? [problem('shape/missing-field', inside(address, 'tiles'), 'the board has no tile', 'Add a tile.')]
      : []),
    ...(apart
      ? [problem('shape/wrong-value', at, 'regions are kept apart by one label', "Write by: ['region'].")]
      : []),
  ];
}
