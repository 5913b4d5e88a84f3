import { quantity } from '../language/quantities.ts';
import { usualComparison } from '../model/figures.ts';
import type { Measure, Target } from '../model/stack.ts';
import type { Unit as UnitName } from '../policy/units.ts';
import { comparisonWith, isFigure, type Measured, soundMeasures } from './authored-alerts.ts';
import { firstBy, given, sortedBy } from './order.ts';
import type { Sound } from './soundness.ts';
import type { Unit } from './units.ts';

/** The figures of a unit by key, with what each is compared with. */
export function resolveMeasures(unit: Unit, sound: Sound): readonly Measure[] {
  const byKey = firstBy(soundMeasures(unit, sound), ({ key }) => key);
  return sortedBy([...byKey.values()], ({ key }) => key).map(resolveMeasure);
}

function resolveMeasure({ key, role, measure }: Measured): Measure {
  const { title, description } = measure;
  const head = { key, title, role, ...given({ description }) };
  if (measure.kind === 'measure') return { ...head, unit: measure.value.unit, value: measure.value, comparisons: [] };
  const { better, importance, target } = measure;
  if (measure.kind === 'displayed-kpi') {
    const { unit, from } = measure;
    return { ...head, unit, from, better, importance, ...given({ target: targetOf(target, unit) }), comparisons: [] };
  }
  const { value, baseline } = measure;
  const references = [...new Set([usualComparison, ...Object.keys(measure.versus ?? {})])].sort();
  const comparisons = references.flatMap((reference) => {
    const compared = comparisonWith(measure, reference);
    return compared === undefined ? [] : [{ key: reference, value: compared }];
  });
  const { unit } = value;
  return {
    ...head,
    unit,
    value,
    better,
    importance,
    ...given({ target: targetOf(target, unit), baseline }),
    comparisons,
  };
}

function targetOf(target: Parameters<typeof isFigure>[0], unit: UnitName): Target | undefined {
  if (target === undefined) return undefined;
  if (isFigure(target)) return { kind: 'figure', value: target };
  return { kind: 'fixed', at: quantity(unit, target) ?? 0, text: String(target) };
}
