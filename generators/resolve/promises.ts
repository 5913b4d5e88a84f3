import { inside } from '../diagnostics/diagnostic.ts';
import type * as author from '../language/index.ts';
import { placeOf } from '../language/place.ts';
import { exact, quantity, share } from '../language/quantities.ts';
import { alertName } from '../model/names.ts';
import type { Alert, Sli, Slo } from '../model/stack.ts';
import { narrowed, selectorOf } from './narrow.ts';
import { given, sortedBy } from './order.ts';
import { addressIn, type Scope, soundAlerts, soundSlos } from './scope.ts';
import { defaultImpact, defaultSignal, ms, words } from './words.ts';

/** The SLOs of a service by key; one whose runbook or severities do not resolve is left out, and reported elsewhere. */
export function resolveSlos(service: author.Service, scope: Scope): readonly Slo[] {
  const slos = soundSlos(service, scope.sound).flatMap(([key, slo]) => resolveSlo(key, slo, service, scope) ?? []);
  return sortedBy(slos, ({ key }) => key);
}

function resolveSlo(key: string, slo: author.Slo, service: author.Service, scope: Scope): Slo | undefined {
  const runbook = scope.runbooks.get(slo.runbook.id);
  const burn = scope.stack.burn[service.tier];
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
    sli: narrowed(sliOf(slo), selectorOf(service)),
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

/** The alerts of a service by key; one whose runbook or severity does not resolve is left out, and reported elsewhere. */
export function resolveAlerts(service: author.Service, scope: Scope): readonly Alert[] {
  const alerts = soundAlerts(service, scope.sound).flatMap(
    ([key, alert]) => resolveAlert(key, alert, service, scope) ?? [],
  );
  return sortedBy(alerts, ({ key }) => key);
}

function resolveAlert(key: string, alert: author.Alert, service: author.Service, scope: Scope): Alert | undefined {
  const runbook = scope.runbooks.get(alert.runbook.id);
  const severity = scope.severities.get(alert.severity.id);
  if (runbook === undefined || severity === undefined) return undefined;
  const { justification } = alert;
  return {
    key,
    id: `${service.id}/${key}`,
    serviceId: service.id,
    name: nameOf(key, alert, service),
    title: alert.title ?? `${service.title}: ${words(key)}`,
    when: narrowed(alert.when, selectorOf(service)),
    forMs: ms(alert.for ?? '0s'),
    keepFiringForMs: ms(alert.keepFiringFor ?? '0s'),
    severity,
    impact: alert.impact,
    runbook,
    signal: alert.signal ?? defaultSignal(alert.when),
    ...given({ justification }),
    address: inside(addressIn(scope.stack, service.id, service), `alerts.${key}`, placeOf(alert)),
  };
}

/** The value of an alert's `alertname`. */
export function nameOf(key: string, alert: author.Alert, service: author.Service): string {
  return alert.name ?? alertName(service.id, key);
}
