/** A small compiled stack, written by hand: what the emitters of text get. */
import { judge } from '../../generators/derive/conditions.ts';
import { defaultLabelNames } from '../../generators/model/label-names.ts';
import type { AlertEntry, Compiled } from '../../generators/model/observables.ts';
import type * as m from '../../generators/model/stack.ts';
import {
  address,
  availability,
  evaluator,
  feed,
  feedDown,
  feedSlow,
  feedTeam,
  latency,
  latencyHigh,
  P1,
  P2,
  P3,
  planOf,
  ranking,
} from './sample-definitions.ts';

function alertEntry(alert: m.Alert): AlertEntry {
  const { expr } = judge(alert.when, { evaluator });
  return {
    id: alert.id,
    source: 'alert',
    unit: 'fyp-service',
    service: feed,
    team: feedTeam,
    severity: alert.severity,
    signal: alert.signal,
    title: alert.title,
    impact: alert.impact,
    condition: 'p99 of fyp_request_duration_seconds is above 60ms for 5m',
    rule: {
      kind: 'alerting',
      alert: alert.name,
      expr,
      forMs: alert.forMs,
      keepFiringForMs: 0,
      labels: {},
      annotations: {},
    },
    runbook: alert.runbook,
    panel: { dashboardUid: 'fyp-overview', key: 'latency' },
    address: alert.address,
  };
}

function burnEntry(slo: m.Slo, name: string): AlertEntry {
  const high = alertEntry(latencyHigh);
  return {
    ...high,
    id: `${slo.id}/page`,
    source: 'slo-page',
    slo: planOf(slo),
    severity: slo.page,
    title: `${slo.title} budget burn`,
    impact: slo.impact,
    condition: 'the error ratio is above 1.44% over 1h and over 5m',
    rule: { ...high.rule, alert: name, forMs: 0, keepFiringForMs: 300_000 },
    runbook: slo.runbook,
    address: slo.address,
  };
}

export const entries: readonly AlertEntry[] = [
  alertEntry(latencyHigh),
  burnEntry(latency, 'FypServiceLatencyBurn'),
  burnEntry(availability, 'FypServiceAvailabilityBurn'),
];

export const stack: m.Stack = {
  address: address(),
  id: 'short-video',
  title: 'Short video',
  environment: 'prod',
  labels: defaultLabelNames,
  evaluators: [evaluator],
  alertmanager: { version: '0.25', ownership: 'whole', url: 'http://alertmanager:9093', existing: 'password: hunter2' },
  grafana: { version: '11.4', url: 'https://grafana.example.com/', datasources: { metrics: 'prom' } },
  runbooksUrl: 'https://runbooks.example.com',
  runbooksSuffix: '',
  annotations: { runbook: 'runbook_url', dashboard: 'dashboard_url' },
  severities: [P1, P2, P3],
  teams: [feedTeam],
  defaultTeam: feedTeam,
  services: [feed, ranking],
  runbooks: [feedDown, feedSlow],
  heartbeat: {
    everyMs: 60_000,
    receiver: { kind: 'webhook', urlFile: '/etc/secret/deadman' },
    address: address('heartbeat'),
  },
  external: [],
  existingDashboards: [],
  watch: { page: P1, ticket: P3 },
  expects: { label: 'region', values: ['us-east', 'eu-west'] },
  waivers: [
    {
      code: 'alert/cause-pages',
      of: 'short-video › fyp-service › alerts.cpuHigh',
      reason: 'The pool cannot grow before March.',
      owner: 'Feed team',
      until: '2027-03-01',
    },
  ],
  levels: { 'alert/cause-pages': 'warning' },
  notes: ['A budget of 45 % at 99.85 % is a slip of the drawing: it is spent.'],
};

const panels = [{ kind: 'text', key: 'latency', title: 'Latency', width: 12, height: 8, markdown: '' }] as const;

export const compiled: Compiled = {
  stack,
  observables: {
    slos: [planOf(availability), planOf(latency)],
    alerts: entries,
    ruleFiles: [{ unit: 'fyp-service', evaluator: 'main', groups: [] }],
    ruleTests: [
      {
        unit: 'fyp-service',
        evaluator: 'main',
        tests: [
          {
            name: 'slow',
            intervalMs: 60_000,
            series: [],
            expectations: [{ atMs: 0, alert: 'FypLatencyHigh', fires: true }],
          },
        ],
      },
    ],
    routing: {
      ownership: 'whole',
      root: { receiver: 'default', matchers: [], groupBy: [], continue: false, routes: [] },
      ours: [],
      receivers: [],
      inhibitions: [],
      insertions: [],
      problems: [],
    },
    external: [],
    dashboards: [
      {
        uid: 'fyp-overview',
        title: 'For You feed',
        description: '',
        folder: 'services',
        tags: [],
        from: 'now-6h',
        refresh: '1m',
        variables: [],
        annotations: [],
        links: [],
        rows: [{ key: 'red', title: 'RED', panels }],
      },
    ],
    diagnostics: [],
  },
};
