import { derive } from '../../generators/derive/index.ts';
import { counter, httpStatus, labelValues } from '../../generators/language/index.ts';
import { defaultLabelNames } from '../../generators/model/label-names.ts';
import type { Compiled } from '../../generators/model/observables.ts';
import type { SloPlan } from '../../generators/model/slo-plan.ts';
import type { Evaluator, Service, Severity, Slo, Stack, Team } from '../../generators/model/stack.ts';

const address = { path: ['test'] };

/** Regions are also what lets one run of promtool hold many incidents: a region for each. */
const labels = { status: httpStatus, region: labelValues('eu', 'us') };
export const requests = counter('http_requests_total', { help: 'Requests.', labels });
const failed = requests.where({ status: /5../ });

const severity = (id: string): Severity => ({
  id,
  label: id,
  title: id,
  responseMs: 300_000,
  notify: ['page'],
  groupWaitMs: 0,
  groupIntervalMs: 300_000,
  repeatMs: 3600_000,
  address,
});

const team: Team = { id: 'web', label: 'web', title: 'Web', receivers: {}, address };

/** A Prometheus that scrapes and evaluates every so many seconds. */
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
    environment: 'test',
    labels: defaultLabelNames,
    title: 'Web Availability',
    sli: { kind: 'availability', total: requests, bad: [failed] },
    objective: 0.999,
    objectiveText: '99.9%',
    budget: 0.001,
    windowMs: 30 * 24 * 3600_000,
    noTraffic: 'good',
    per: [],
    minimumBadEvents: 1,
    impact: 'Pages do not open.',
    runbook: { kind: 'existing-runbook', id: 'web-down', title: 'Web down', url: 'https://example.org/web', address },
    page: severity('P1'),
    ticket: severity('P3'),
    address,
    ...changes,
  };
}

export interface CompiledSlo {
  readonly compiled: Compiled;
  readonly plan: SloPlan;
}

/** One service with one SLO, compiled; `stack` changes what is around it. */
export function compiledSlo(slo: Slo, at: Evaluator, stack: Partial<Stack> = {}): CompiledSlo {
  const compiled = derive({ ...stackOf(serviceOf(slo, at)), ...stack });
  const [plan] = compiled.observables.slos;
  if (plan === undefined) throw new Error('no plan');
  return { compiled, plan };
}

function serviceOf(slo: Slo, at: Evaluator): Service {
  return {
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
    kind: 'service',
    signals: [],
    stages: [],
    caches: [],
    sections: [],
    capacity: [],
    measures: [],
    dependsOn: [],
    slos: [slo],
    alerts: [],
    dashboardUid: 'test-web',
    links: [],
    address,
  };
}

function stackOf(service: Service): Stack {
  const [slo] = service.slos;
  return {
    address,
    id: 'test',
    title: 'Test',
    environment: 'test',
    labels: defaultLabelNames,
    evaluators: [service.evaluator],
    alertmanager: { version: '0.25', ownership: 'whole' },
    grafana: { version: '11.0', url: 'https://grafana.example.org', datasources: { metrics: 'prometheus' } },
    runbooksUrl: 'https://runbooks.example.org',
    runbooksSuffix: '',
    annotations: { runbook: 'runbook_url', dashboard: 'dashboard_url' },
    severities: slo === undefined ? [] : [slo.page, slo.ticket],
    teams: [team],
    defaultTeam: team,
    services: [service],
    runbooks: [],
    heartbeat: { everyMs: 60_000, receiver: { kind: 'webhook', url: 'http://localhost' }, address },
    external: [],
    existingDashboards: [],
    watch: { page: severity('P1'), ticket: severity('P3') },
    waivers: [],
    levels: {},
    notes: [],
  };
}
