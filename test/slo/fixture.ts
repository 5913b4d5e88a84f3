import { deriveSloAlerts } from '../../generators/derive/slo/alerts.ts';
import { planSlo } from '../../generators/derive/slo/plan.ts';
import { deriveRuleFiles } from '../../generators/derive/rule-files.ts';
import { deriveTelemetry } from '../../generators/derive/telemetry.ts';
import { counter, httpStatus } from '../../generators/language/index.ts';
import type { RuleFile } from '../../generators/model/rules.ts';
import type { SloPlan } from '../../generators/model/slo-plan.ts';
import type { Evaluator, Service, Severity, Slo, Stack, Team } from '../../generators/model/stack.ts';

const address = { path: ['test'] };
export const requests = counter('http_requests_total', { help: 'Requests.', labels: { status: httpStatus } });

const severity = (id: string): Severity => ({
  id,
  title: id,
  responseMs: 300_000,
  notify: ['page'],
  groupWaitMs: 0,
  groupIntervalMs: 300_000,
  repeatMs: 3600_000,
  address,
});

const team: Team = { id: 'web', title: 'Web', receivers: {}, address };

/** A Prometheus with these intervals in seconds. */
export function evaluator(scrape: number, evaluation: number): Evaluator {
  return {
    id: 'prometheus',
    version: '2.42',
    scrapeMs: scrape * 1000,
    evaluationMs: evaluation * 1000,
    retentionMs: 45 * 24 * 3600_000,
    queryOffsetMs: 0,
    externalLabels: {},
    address,
  };
}

/** Availability of `web` at 99.9 % over 30 days, changed as said. */
export function sloOf(changes: Partial<Slo> = {}): Slo {
  return {
    key: 'availability',
    id: 'web/availability',
    serviceId: 'web',
    title: 'Web Availability',
    sli: { kind: 'availability', total: requests, bad: [requests.where({ status: /5../ })] },
    objective: 0.999,
    objectiveText: '99.9%',
    budget: 0.001,
    windowMs: 30 * 24 * 3600_000,
    noTraffic: 'good',
    per: [],
    minimumBadEvents: 1,
    impact: 'Pages do not open.',
    runbook: { kind: 'existing-runbook', id: 'web-down', title: 'Web down', url: 'https://example.org/web-down', address },
    page: severity('P1'),
    ticket: severity('P3'),
    address,
    ...changes,
  };
}

/** One service with one SLO, as rules. */
export function compiledSlo(slo: Slo, at: Evaluator): { readonly plan: SloPlan; readonly file: RuleFile; readonly service: Service } {
  const service: Service = {
    id: 'web',
    title: 'Web',
    team,
    tier: 'critical',
    page: slo.page,
    evaluator: at,
    job: 'web',
    requests,
    errors: [],
    expected: {},
    signals: [],
    dependsOn: [],
    slos: [slo],
    alerts: [],
    dashboardUid: 'test-web',
    links: [],
    address,
  };
  const stack: Stack = {
    address,
    id: 'test',
    title: 'Test',
    environment: 'test',
    evaluators: [at],
    alertmanager: { version: '0.25', ownership: 'whole' },
    grafana: { version: '11.0', url: 'https://grafana.example.org', datasources: { metrics: 'prometheus' } },
    runbooksUrl: 'https://runbooks.example.org',
    annotations: { runbook: 'runbook_url', dashboard: 'dashboard_url' },
    severities: [slo.page, slo.ticket],
    teams: [team],
    defaultTeam: team,
    services: [service],
    runbooks: [],
    heartbeat: { everyMs: 60_000, receiver: { kind: 'webhook', url: 'http://localhost' }, address },
    levels: {},
    notes: [],
  };
  const { plan } = planSlo(slo, at);
  const alerts = [...deriveSloAlerts(stack, service, plan), ...deriveTelemetry(stack, service)];
  const [file] = deriveRuleFiles(stack, [plan], alerts);
  if (file === undefined) throw new Error('no rule file');
  return { plan, file, service };
}
