import { deriveExternal } from '../../generators/derive/beside/index.ts';
import { deriveRouting } from '../../generators/derive/routing/index.ts';
import { defaultLabelNames } from '../../generators/model/label-names.ts';
import type { AlertEntry, Compiled } from '../../generators/model/observables.ts';
import type { Routing } from '../../generators/model/routing.ts';
import type {
  Alertmanager,
  Evaluator,
  Receiver,
  Service,
  Severity,
  Stack,
  Team,
} from '../../generators/model/stack.ts';
import { gt, selector, vector } from '../../generators/promql/index.ts';

const at = (...path: readonly string[]) => ({ path: ['shop', ...path] });

export function severityOf(id: string, changes: Partial<Severity> = {}): Severity {
  const times = { responseMs: 900_000, groupWaitMs: 30_000, groupIntervalMs: 300_000, repeatMs: 14_400_000 };
  return { id, label: id, title: id, notify: ['chat'], ...times, address: at('severities', id), ...changes };
}

export const P1 = severityOf('P1', {
  notify: ['page', 'chat'],
  responseMs: 300_000,
  groupWaitMs: 10_000,
  repeatMs: 3_600_000,
});
export const P2 = severityOf('P2', { notify: ['page'], groupWaitMs: 300_000 });
const P3 = severityOf('P3', { notify: ['chat'], responseMs: 3_600_000 });
const P4 = severityOf('P4', { notify: ['ticket'], responseMs: 14_400_000 });
export const P5 = severityOf('P5', { notify: ['log'], responseMs: 86_400_000 });

export const pager = (id: string): Receiver => ({
  kind: 'pagerduty',
  routingKeyFile: `/etc/alertmanager/secrets/pagerduty-${id}`,
  escalationPolicy: `${id}: primary, "secondary", {{ manager }} 😀`,
});
export const channel = (id: string): Receiver => ({
  kind: 'slack',
  channel: `#alerts-${id}`,
  apiUrlFile: '/etc/alertmanager/secrets/slack',
});
const tickets: Receiver = { kind: 'webhook', url: 'http://tickets.internal:8080/alertmanager' };

export function teamOf(id: string, receivers?: Team['receivers']): Team {
  const all = {
    page: pager(id),
    chat: channel(id),
    ticket: tickets,
    email: { kind: 'email', to: `${id}@example.org` },
  } as const;
  return { id, label: id, title: id, receivers: receivers ?? all, address: at('teams', id) };
}

const evaluator: Evaluator = {
  id: 'prometheus',
  version: '2.42',
  scrapeMs: 15_000,
  evaluationMs: 30_000,
  retentionMs: 45 * 86_400_000,
  queryOffsetMs: 0,
  externalLabels: {},
  address: at('prometheus'),
};

export function serviceOf(id: string, team: Team): Service {
  return {
    id,
    title: id,
    team,
    tier: 'critical',
    page: P1,
    evaluator,
    errors: [],
    expected: {},
    kind: 'service',
    signals: [],
    stages: [],
    caches: [],
    sections: [],
    capacity: [],
    measures: [],
    dependsOn: [],
    slos: [],
    alerts: [],
    dashboardUid: `shop-${id}`,
    links: [],
    address: at(id),
  };
}

export function stackOf(teams: readonly [Team, ...Team[]], changes: Partial<Stack> = {}): Stack {
  return {
    address: at(),
    id: 'shop',
    title: 'Shop',
    environment: 'production',
    labels: defaultLabelNames,
    evaluators: [evaluator],
    alertmanager: { version: '0.25', ownership: 'whole', smtp: { from: 'alerts@example.org', smarthost: 'mail:25' } },
    grafana: { version: '11.0', url: 'https://grafana.internal', datasources: { metrics: 'prometheus' } },
    runbooksUrl: 'https://runbooks.internal',
    runbooksSuffix: '',
    annotations: { runbook: 'runbook_url', dashboard: 'dashboard_url' },
    severities: [P1, P2, P3, P4, P5],
    teams,
    defaultTeam: teams[0],
    services: [],
    runbooks: [],
    heartbeat: {
      everyMs: 60_000,
      receiver: { kind: 'webhook', url: 'http://switch.internal/shop' },
      address: at('heartbeat'),
    },
    external: [],
    existingDashboards: [],
    watch: { page: P1, ticket: P3 },
    waivers: [],
    levels: {},
    notes: [],
    ...changes,
  };
}

export function alertOf(service: Service, severity: Severity, changes: Partial<AlertEntry> = {}): AlertEntry {
  const name = `${service.id}${severity.id}`;
  const labels = {
    environment: 'production',
    service: service.id,
    severity: severity.id,
    signal: 'errors',
    team: service.team.id,
  };
  return {
    id: `${service.id}/${severity.id}`,
    source: 'alert',
    unit: service.id,
    service,
    team: service.team,
    severity,
    signal: 'errors',
    title: name,
    impact: 'Orders fail.',
    condition: 'errors are above 1%',
    rule: {
      kind: 'alerting',
      alert: name,
      expr: gt(selector('errors'), 1),
      forMs: 60_000,
      keepFiringForMs: 0,
      labels,
      annotations: {},
    },
    address: at(service.id, `alerts.${severity.id}`),
    ...changes,
  };
}

/** The alert with other labels: an undefined one is taken away. */
export function labelled(alert: AlertEntry, changes: Readonly<Record<string, string | undefined>>): AlertEntry {
  const labels: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...alert.rule.labels, ...changes }))
    if (value !== undefined) labels[name] = value;
  return { ...alert, rule: { ...alert.rule, labels } };
}

export function heartbeatOf(stack: Stack): AlertEntry {
  const { team, severity, ...rest } = alertOf(serviceOf('stack', stack.defaultTeam), P5);
  const rule = { ...rest.rule, alert: 'Heartbeat', expr: vector(1), labels: { environment: stack.environment } };
  const { service: _, ...entry } = rest;
  return {
    ...entry,
    id: 'stack/heartbeat',
    source: 'heartbeat',
    team,
    severity,
    rule,
    address: stack.heartbeat.address,
  };
}

/** A stack with alerts, and its routing changed as said. */
export function compiledOf(
  stack: Stack,
  alerts: readonly AlertEntry[],
  change: (routing: Routing) => Routing = (one) => one,
): Compiled {
  const routing = change(deriveRouting(stack));
  const external = deriveExternal(stack, routing);
  const none = { slos: [], ruleFiles: [], ruleTests: [], dashboards: [], diagnostics: [] };
  const observables = { ...none, alerts, routing, external };
  return { stack, observables };
}

const web = teamOf('web');
const pay = teamOf('pay');

/** Two teams, three services, an alert of every severity each, and the heartbeat. */
export function shop(alertmanager?: Alertmanager): Compiled {
  const services = [serviceOf('cart', web), serviceOf('search', web), serviceOf('payment', pay)];
  const stack = stackOf([web, pay], { services, ...(alertmanager === undefined ? {} : { alertmanager }) });
  const alerts = services.flatMap((service) => stack.severities.map((severity) => alertOf(service, severity)));
  return compiledOf(stack, [...alerts, heartbeatOf(stack)]);
}
