import type { DisplayedKpi, Kpi, Limit, Limits, Measure } from 'signalbox';
import { mapAll } from './records.ts';
import type { Unit } from './units.ts';

/** What is drawn and may be bounded: a measure, a KPI, or a KPI that is only shown. */
export type Figure = Measure | Kpi | DisplayedKpi;

/** The figures of a unit by key. */
export function figuresOf(unit: Unit): Readonly<Record<string, Figure>> {
  if (unit.kind === 'service') return {};
  return unit.kind === 'kpi-group' ? unit.kpis : { ...unit.utilisation, ...unit.saturation, ...unit.errors };
}

/** The unit with every figure changed. */
export function withFigures<U extends Unit>(unit: U, change: <F extends Figure>(figure: F, key: string) => F): U {
  return { ...unit, ...fieldsOf(unit, change) };
}

function fieldsOf(unit: Unit, change: <F extends Figure>(figure: F, key: string) => F): Partial<Unit> {
  if (unit.kind === 'service') return {};
  if (unit.kind === 'kpi-group') return { kpis: mapAll(unit.kpis, (one, key) => change(one, key)) };
  const { utilisation = {}, saturation = {}, errors = {} } = unit;
  const changed = (measures: typeof errors) => mapAll(measures, (one, key) => change(one, key));
  return { utilisation: changed(utilisation), saturation: changed(saturation), errors: changed(errors) };
}

/** A limit, and where in its unit it stands: `memory.high`, of a comparison `giftRevenue.target.missed`. */
export interface Limited {
  readonly part: string;
  readonly limit: Limit;
}

/** The limits of all figures of a unit. */
export function limitsOf(unit: Unit): readonly Limited[] {
  return Object.entries(figuresOf(unit)).flatMap(([key, figure]) => {
    if (figure.kind === 'displayed-kpi') return [];
    const versus = figure.kind === 'kpi' ? Object.entries(figure.versus ?? {}) : [];
    return [
      ...limitsIn(key, figure.limits ?? {}),
      ...versus.flatMap(([reference, limits]) => limitsIn(`${key}.${reference}`, limits ?? {})),
    ];
  });
}

const limitsIn = (of: string, limits: Limits): readonly Limited[] =>
  Object.entries(limits).map(([key, limit]) => ({ part: `${of}.${key}`, limit }));

/** Changes a limit and leaves what it bounds. */
export type LimitChange = <L extends Limit>(limit: L, part: string) => L;

/** The unit with every limit of its figures changed. */
export function withLimits<U extends Unit>(unit: U, change: LimitChange): U {
  return withFigures(unit, (figure, key) => ({ ...figure, ...bounds(figure, key, change) }));
}

function bounds(figure: Figure, of: string, change: LimitChange): Pick<Kpi, 'limits' | 'versus'> {
  if (figure.kind === 'displayed-kpi') return {};
  const changed = <L extends Limit>(limits: Readonly<Record<string, L>>, where: string) =>
    mapAll(limits, (one, key) => change(one, `${where}.${key}`));
  const own = figure.limits === undefined ? {} : { limits: changed(figure.limits, of) };
  if (figure.kind === 'measure' || figure.versus === undefined) return own;
  const versus = Object.entries(figure.versus).map(
    ([key, limits = {}]) => [key, changed(limits, `${of}.${key}`)] as const,
  );
  return { ...own, versus: Object.fromEntries(versus) };
}
