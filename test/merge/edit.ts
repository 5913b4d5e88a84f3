import type { Alert, Infrastructure, KpiGroup, Runbook, Service, Slo, Stack } from 'signalbox';
import { type Figure, type LimitChange, limitsOf, withFigures, withLimits } from './figures.ts';
import { mapAll, mapKey } from './records.ts';
import { type Unit, type UnitChange, withUnits } from './units.ts';

/** One change of meaning that a person could make in one pull request. */
export interface Edit {
  /** What sort of change it is: `the for of an alert`. */
  readonly kind: string;
  /** Which one, and no other: `fyp-service: the for of an alert, latencyHigh`. */
  readonly name: string;
  /** The definition that changes: `fyp-service`, `team feed`, `severity P1`, `executive`, `stack`. */
  readonly of: string;
  readonly apply: (stack: Stack) => Stack;
}

function named(id: string, kind: string, part: string | undefined): Pick<Edit, 'kind' | 'name' | 'of'> {
  return { kind, name: part === undefined ? `${id}: ${kind}` : `${id}: ${kind}, ${part}`, of: id };
}

/** A change of one unit, found by its id. `part` tells several of a kind apart. */
export function unitEdit(id: string, kind: string, change: UnitChange, part?: string): Edit {
  const apply = (stack: Stack) => withUnits(stack, (unit) => (unit.id === id ? change(unit) : unit));
  return { ...named(id, kind, part), apply };
}

const changed = <T extends Unit>(list: readonly T[] | undefined, id: string, change: (one: T) => T): readonly T[] =>
  (list ?? []).map((one) => (one.id === id ? change(one) : one));

/** A change of what only services have. */
export function serviceEdit(id: string, kind: string, change: (service: Service) => Service, part?: string): Edit {
  const apply = (stack: Stack) => ({ ...stack, services: changed(stack.services, id, change) });
  return { ...named(id, kind, part), apply };
}

/** A change of what only infrastructure has. */
export function resourceEdit(id: string, kind: string, change: (one: Infrastructure) => Infrastructure): Edit {
  const apply = (stack: Stack) => ({ ...stack, infrastructure: changed(stack.infrastructure, id, change) });
  return { ...named(id, kind, undefined), apply };
}

/** A change of what only groups of KPIs have. */
export function kpiGroupEdit(id: string, kind: string, change: (one: KpiGroup) => KpiGroup, part?: string): Edit {
  const apply = (stack: Stack) => ({ ...stack, kpis: changed(stack.kpis, id, change) });
  return { ...named(id, kind, part), apply };
}

/** A change of one SLO of a unit. */
export function sloEdit(id: string, key: string, kind: string, change: (slo: Slo) => Slo): Edit {
  return unitEdit(id, kind, (unit) => ({ ...unit, slos: mapKey(unit.slos, key, change) }), key);
}

/** A change of one alert of a unit. */
export function alertEdit(id: string, key: string, kind: string, change: (alert: Alert) => Alert): Edit {
  return unitEdit(id, kind, (unit) => ({ ...unit, alerts: mapKey(unit.alerts, key, change) }), key);
}

/** A change of one figure of a unit. */
export function figureEdit(id: string, key: string, kind: string, change: <F extends Figure>(one: F) => F): Edit {
  return unitEdit(id, kind, (unit) => withFigures(unit, (one, at) => (at === key ? change(one) : one)), key);
}

/** A change of one limit of a figure. */
export function limitEdit(id: string, part: string, kind: string, change: LimitChange): Edit {
  return unitEdit(id, kind, (unit) => withLimits(unit, (one, at) => (at === part ? change(one, at) : one)), part);
}

/** A change of a runbook wherever a unit leads to it. */
export function runbookEdit(id: string, runbook: string, kind: string, change: (runbook: Runbook) => Runbook): Edit {
  const leading = <T extends { readonly runbook: Runbook }>(one: T): T =>
    one.runbook.id === runbook ? { ...one, runbook: change(one.runbook) } : one;
  const apply: UnitChange = (unit) => ({
    ...withLimits(unit, leading),
    slos: mapAll(unit.slos ?? {}, leading),
    alerts: mapAll(unit.alerts ?? {}, leading),
  });
  return unitEdit(id, kind, apply, runbook);
}

/** The runbooks that the alerts, limits and SLOs of a unit lead to, each once. */
export function runbooksOf(unit: Unit): readonly Runbook[] {
  const { slos, alerts } = unit;
  const all = [
    ...Object.values(slos ?? {}),
    ...Object.values(alerts ?? {}),
    ...limitsOf(unit).map(({ limit }) => limit),
  ];
  return [...new Set(all.map(({ runbook }) => runbook))];
}
