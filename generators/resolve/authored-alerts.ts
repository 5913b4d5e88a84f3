import { before, ratioOf } from '../language/composed-values.ts';
import type { Condition } from '../language/conditions.ts';
import type * as author from '../language/index.ts';
import { place } from '../language/place.ts';
import type { Value } from '../language/values.ts';
import type { Alert } from '../model/stack.ts';
import type { Sound } from './soundness.ts';
import type { Unit } from './units.ts';
import { joined } from './walk.ts';

/** An alert that an author wrote as one, or as the limit of a figure. */
export interface AuthoredAlert {
  readonly key: string;
  /** Where in its unit it is written: `alerts.latencyHigh`, `utilisation.cpu.limits.high`. */
  readonly field: string;
  readonly alert: author.Alert;
  readonly limitOf?: NonNullable<Alert['limitOf']>;
}

/** The alerts of a unit that can be compiled, those that its limits make included. */
export function authoredAlerts(unit: Unit, sound: Sound): readonly AuthoredAlert[] {
  const written = Object.entries(unit.alerts ?? {})
    .filter(([, one]) => sound(one, 'alert'))
    .map(([key, alert]): AuthoredAlert => ({ key, field: `alerts.${key}`, alert }));
  return [...written, ...soundMeasures(unit, sound).flatMap((measured) => alertsOfMeasure(measured))];
}

/** A figure with limits, under its key. */
export interface Measured {
  readonly key: string;
  readonly field: string;
  readonly role: 'utilisation' | 'saturation' | 'errors' | 'kpi';
  /** The resource that it is a figure of; a KPI speaks for itself. */
  readonly of?: string;
  readonly measure: author.Measure | author.Kpi | author.DisplayedKpi;
}

const roles = ['utilisation', 'saturation', 'errors'] as const;

/** The figures of a unit that can be compiled. */
export function soundMeasures(unit: Unit, sound: Sound): readonly Measured[] {
  const of = unit.kind === 'infrastructure' ? { of: unit.title } : {};
  const measured = (role: Measured['role'], field: string, record: object | undefined): readonly Measured[] =>
    Object.entries(record ?? {}).flatMap(([key, measure]) =>
      sound(measure, 'measure', 'kpi', 'displayed-kpi')
        ? [{ key, field: joined(field, key), role, measure, ...of }]
        : [],
    );
  if (unit.kind === 'infrastructure') return roles.flatMap((role) => measured(role, role, unit[role]));
  return unit.kind === 'kpi-group' ? measured('kpi', 'kpis', unit.kpis) : [];
}

function alertsOfMeasure(measured: Measured): readonly AuthoredAlert[] {
  const { key, field, measure } = measured;
  if (measure.kind === 'displayed-kpi') return [];
  const own = limitsOf(measured, measure.limits, { value: measure.value, key, field: `${field}.limits` });
  if (measure.kind === 'measure') return own;
  const compared = Object.entries(measure.versus ?? {}).flatMap(([reference, limits]) => {
    const value = comparisonWith(measure, reference);
    if (value === undefined) return [];
    const at = { key: `${key}Versus${capitalised(reference)}`, field: joined(`${field}.versus`, reference) };
    return limitsOf(measured, limits, { ...at, value, comparison: reference });
  });
  return [...own, ...compared];
}

/** A KPI as a share of itself some time ago, of its baseline or of its target; undefined where that is no figure. */
export function comparisonWith(kpi: author.Kpi, reference: string): Value | undefined {
  if (reference === 'baseline') return kpi.baseline === undefined ? undefined : ratioOf(kpi.value, kpi.baseline);
  if (reference === 'target') return isFigure(kpi.target) ? ratioOf(kpi.value, kpi.target) : undefined;
  return ratioOf(kpi.value, before(kpi.value, reference as author.Duration));
}

/** Whether a target is a figure that somebody exposes, and not one that stands in the definition. */
export function isFigure(target: author.KpiInput['target']): target is Value {
  return typeof target === 'object';
}

/** What limits are on, and where they stand. */
interface Limited {
  readonly value: Value;
  readonly key: string;
  readonly field: string;
  readonly comparison?: string;
}

function limitsOf(
  { key: measure, of, role, measure: { title, [place]: written } }: Measured,
  limits: author.Limits | undefined,
  { value, key, field, comparison }: Limited,
): readonly AuthoredAlert[] {
  const versus = comparison === undefined ? {} : { comparison };
  return Object.entries(limits ?? {}).map(([name, { above, below, outside, ...limit }]) => ({
    key: `${key}${capitalised(name)}`,
    field: joined(field, name),
    alert: Object.freeze({
      title: of === undefined ? title : `${of}: ${title}`,
      signal: signals[role],
      ...limit,
      kind: 'alert' as const,
      when: conditionOf(value, { above, below, outside }),
      ...(written === undefined ? {} : { [place]: written }),
    }),
    limitOf: { measure, ...versus },
  }));
}

const signals = { utilisation: 'saturation', saturation: 'saturation', errors: 'errors', kpi: 'quality' } as const;

type Bound = { readonly [K in 'above' | 'below' | 'outside']: author.Limit[K] | undefined };

function conditionOf(value: Value, { above, below, outside }: Bound): Condition {
  const proof = 'proved' as const;
  if (outside !== undefined) return { kind: 'outside', proof, value, low: outside[0], high: outside[1] };
  return above === undefined
    ? { kind: 'below', proof, value, threshold: below ?? 0 }
    : { kind: 'above', proof, value, threshold: above };
}

const capitalised = (key: string): string => key.charAt(0).toUpperCase() + key.slice(1);
