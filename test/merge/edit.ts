import type { Alert, Runbook, Service, Slo, Stack } from 'signalbox';

/** One change of meaning that a person could make in one pull request. */
export interface Edit {
  /** What sort of change it is: `the for of an alert`. */
  readonly kind: string;
  /** Which one, and no other: `fyp-service: the for of an alert, latencyHigh`. */
  readonly name: string;
  /** The definition that changes: `fyp-service`, `team feed`, `severity P1`, `stack`. */
  readonly of: string;
  readonly apply: (stack: Stack) => Stack;
}

/** A change of one service, found by its id. `part` tells several of a kind apart. */
export function serviceEdit(id: string, kind: string, change: (service: Service) => Service, part?: string): Edit {
  const apply = (stack: Stack) => ({
    ...stack,
    services: stack.services.map((service) => (service.id === id ? change(service) : service)),
  });
  return { kind, name: part === undefined ? `${id}: ${kind}` : `${id}: ${kind}, ${part}`, of: id, apply };
}

/** A change of one SLO of a service. */
export function sloEdit(id: string, key: string, kind: string, change: (slo: Slo) => Slo): Edit {
  return serviceEdit(id, kind, (service) => ({ ...service, slos: mapKey(service.slos, key, change) }), key);
}

/** A change of one alert of a service. */
export function alertEdit(id: string, key: string, kind: string, change: (alert: Alert) => Alert): Edit {
  return serviceEdit(id, kind, (service) => ({ ...service, alerts: mapKey(service.alerts, key, change) }), key);
}

/** A change of a runbook wherever a service leads to it. */
export function runbookEdit(id: string, runbook: string, kind: string, change: (runbook: Runbook) => Runbook): Edit {
  const changed = (one: Runbook) => (one.id === runbook ? change(one) : one);
  const apply = (service: Service) => ({
    ...service,
    slos: mapAll(service.slos ?? {}, (slo) => ({ ...slo, runbook: changed(slo.runbook) })),
    alerts: mapAll(service.alerts ?? {}, (alert) => ({ ...alert, runbook: changed(alert.runbook) })),
  });
  return serviceEdit(id, kind, apply, runbook);
}

/** The runbooks that the alerts and SLOs of a service lead to, each once. */
export function runbooksOf({ slos, alerts }: Service): readonly Runbook[] {
  const all = [...Object.values(slos ?? {}), ...Object.values(alerts ?? {})].map(({ runbook }) => runbook);
  return [...new Set(all)];
}

function mapAll<T>(record: Readonly<Record<string, T>>, change: (one: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, change(one)]));
}

function mapKey<T>(record: Readonly<Record<string, T>> | undefined, key: string, change: (one: T) => T) {
  const one = record?.[key];
  if (record === undefined || one === undefined) throw new Error(`there is no ${key}`);
  return { ...record, [key]: change(one) };
}
