import { inside } from '../diagnostics/diagnostic.ts';
import type * as author from '../language/index.ts';
import { placeOf } from '../language/place.ts';
import { exact, quantity, share } from '../language/quantities.ts';
import { alertName } from '../model/names.ts';
import type { Alert, Sli, Slo } from '../model/stack.ts';
import { type AuthoredAlert, authoredAlerts } from './authored-alerts.ts';
import { given, sortedBy } from './order.ts';
import { addressIn, type Scope, soundSlos } from './scope.ts';
import type { Unit } from './units.ts';
import { defaultImpact, defaultSignal, ms, words } from './words.ts';

/** The SLOs of a service by key; one whose runbook or severities do not resolve is left out, and reported elsewhere. */
export function resolveSlos(service: Unit, scope: Scope): readonly Slo[] {
  const slos = soundSlos(service, scope.sound).flatMap(([key, slo]) => resolveSlo(key, slo, service, scope) ?? []);
  return sortedBy(slos, ({ key }) => key);
}

function resolveSlo(key: string, slo: author.Slo, service: Unit, scope: Scope): Slo | undefined {
  const runbook = scope.runbooks.get(slo.runbook.id);
  const burn = scope.stack.burn[tierOf(service)];
  const page = scope.severities.get(burn.page.id);
  const ticket = scope.severities.get(burn.ticket.id);
  if (runbook === undefined || page === undefined || ticket === undefined) return undefined;
  const objective = share(slo.objective) ?? 0;
  return {
    key,
    id: `${service.id}/${key}`,
    serviceId: service.id,
    environment: scope.stack.environment,
    labels: scope.labels,
    title: slo.title ?? `${service.title} ${words(key)}`,
    sli: sliOf(slo),
    objective,
    objectiveText: slo.objective,
    budget: exact(1 - objective),
    windowMs: ms(slo.window),
    noTraffic: slo.noTraffic,
    per: [...new Set(slo.per ?? [])].sort(),
    minimumBadEvents: slo.minimumBadEvents ?? 0,
    impact: slo.impact ?? defaultImpact(slo.kind, service.title),
    runbook,
    page,
    ticket,
    address: inside(addressIn(scope.stack, service.id, service), `slos.${key}`, placeOf(slo)),
  };
}

function sliOf(slo: author.Slo): Sli {
  switch (slo.kind) {
    case 'availability':
      return { kind: slo.kind, total: slo.total, bad: [slo.bad].flat() };
    case 'ratio':
      return { kind: slo.kind, total: slo.total, good: [slo.good].flat() };
    case 'latency':
      return { kind: slo.kind, metric: slo.metric, withinSeconds: quantity('seconds', slo.within) ?? 0 };
    case 'uptime':
      return { kind: slo.kind, metric: slo.metric };
    case 'freshness':
      return { kind: slo.kind, metric: slo.metric, withinSeconds: quantity('seconds', slo.within) ?? 0 };
    case 'time-slice':
      return { kind: slo.kind, badWhile: slo.badWhile };
  }
}

/** How much an organisation loses when a unit is gone; figures that are missing hurt least. */
export function tierOf(unit: Unit): author.Tier {
  return unit.tier ?? 'low';
}

/** The alerts of a unit by key; one whose runbook or severity does not resolve is left out, and reported elsewhere. */
export function resolveAlerts(unit: Unit, scope: Scope): readonly Alert[] {
  const alerts = authoredAlerts(unit, scope.sound).flatMap((one) => resolveAlert(one, unit, scope) ?? []);
  return sortedBy(alerts, ({ key }) => key);
}

function resolveAlert({ key, field, alert, limitOf }: AuthoredAlert, unit: Unit, scope: Scope): Alert | undefined {
  const runbook = scope.runbooks.get(alert.runbook.id);
  const severity = scope.severities.get(alert.severity.id);
  if (runbook === undefined || severity === undefined) return undefined;
  const { justification } = alert;
  return {
    key,
    id: `${unit.id}/${key}`,
    serviceId: unit.id,
    name: nameOf(key, alert, unit),
    title: alert.title ?? `${unit.title}: ${words(key)}`,
    when: alert.when,
    forMs: ms(alert.for ?? '0s'),
    keepFiringForMs: ms(alert.keepFiringFor ?? '0s'),
    severity,
    impact: alert.impact,
    runbook,
    signal: alert.signal ?? defaultSignal(alert.when),
    ...given({ justification, limitOf }),
    address: inside(addressIn(scope.stack, unit.id, unit), field, placeOf(alert)),
  };
}

/** The value of an alert's `alertname`. */
export function nameOf(key: string, alert: author.Alert, unit: Unit): string {
  return alert.name ?? alertName(unit.id, key);
}
