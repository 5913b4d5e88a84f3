/** The definitions of a small stack as they are after resolving, written by hand. */
import * as s from 'signalbox';
import { planSlo } from '../../generators/derive/slo/plan.ts';
import { defaultLabelNames } from '../../generators/model/label-names.ts';
import type { SloPlan } from '../../generators/model/slo-plan.ts';
import type * as m from '../../generators/model/stack.ts';

const region = s.labelValues('us-east', 'eu-west');
export const requests = s.counter('fyp_requests_total', {
  help: 'Feed requests.',
  labels: { region, status: s.httpStatus },
});
export const duration = s.histogram('fyp_request_duration_seconds', {
  help: 'Time to serve a feed.',
  labels: { region },
  buckets: ['10ms', '50ms', '60ms', '100ms'],
});

export const address = (...path: string[]): { readonly path: readonly string[] } => ({
  path: ['short-video', ...path],
});

export const evaluator: m.Evaluator = {
  id: 'main',
  version: '2.42',
  scrapeMs: 15_000,
  evaluationMs: 30_000,
  retentionMs: 40 * 86_400_000,
  queryOffsetMs: 0,
  externalLabels: { cluster: 'prod' },
  url: 'http://prometheus:9090',
  address: address('main'),
};

const severity = (id: string, title: string, minutes: number, notify: m.Severity['notify']): m.Severity => ({
  id,
  label: id,
  title,
  responseMs: minutes * 60_000,
  notify,
  groupWaitMs: 30_000,
  groupIntervalMs: 300_000,
  repeatMs: 14_400_000,
  address: address(id),
});
export const P1 = severity('P1', 'Critical', 5, ['page', 'chat']);
export const P2 = severity('P2', 'High', 15, ['page']);
export const P3 = { ...severity('P3', 'Low', 1440, ['ticket', 'log']), examples: 'a slow burn' };

export const feedTeam: m.Team = {
  id: 'feed',
  label: 'feed',
  title: 'Feed team',
  receivers: {
    page: { kind: 'pagerduty', routingKeyFile: '/etc/secret/pagerduty-feed', escalationPolicy: 'feed-primary' },
    chat: { kind: 'slack', channel: '#feed-alerts', apiUrlFile: '/etc/secret/slack' },
    ticket: { kind: 'webhook', url: 'https://tickets.example.com/hook/T0K3N' },
  },
  contact: 'https://example.slack.com/archives/feed',
  address: address('feed'),
};

export const feedSlow: m.RunbookPage = {
  kind: 'runbook',
  id: 'fyp-latency',
  title: 'The feed is slow',
  symptoms: 'The app shows the skeleton screen for longer than a blink.\n\nUsers leave within two seconds.',
  firstSteps: [
    'Is it one region or all?',
    { do: 'Look at p99 by region.', look: s.p99(duration, { by: ['region'] }) },
    { do: 'Was anything deployed in the last hour?', command: 'kubectl -n feed rollout history deployment/fyp' },
  ],
  diagnosis: [{ do: 'Check the latency of ML inference.', link: 'https://grafana.example.com/d/inference' }],
  causes: [
    {
      cause: 'A deployment made it slow',
      signs: 'It began when a rollout began.',
      fix: [
        {
          do: 'Roll back.',
          command: 'kubectl -n feed rollout undo deployment/fyp\nkubectl -n feed rollout status deployment/fyp',
        },
      ],
    },
    {
      cause: 'The candidate pool is too large',
      signs: 'Ranking takes most of the time.',
      fix: ['Reduce the candidate pool.'],
    },
  ],
  escalation: 'After 15 minutes, or when customers report it: the feed lead.',
  aftercare: ['Write down when it began and what ended it.'],
  address: address('fyp-latency'),
};

export const feedDown: m.ExistingRunbook = {
  kind: 'existing-runbook',
  id: 'fyp-down',
  title: 'The feed is down',
  url: 'https://wiki.example.com/fyp-down',
  address: address('fyp-down'),
};

const sloBase = {
  serviceId: 'fyp-service',
  environment: 'production',
  labels: defaultLabelNames,
  windowMs: 30 * 86_400_000,
  noTraffic: 'good',
  per: [],
  minimumBadEvents: 10,
  impact: 'Viewers wait or see nothing.',
  page: P1,
  ticket: P3,
} as const;

export const availability: m.Slo = {
  ...sloBase,
  key: 'availability',
  id: 'fyp-service/availability',
  title: 'Feed availability',
  sli: { kind: 'availability', total: requests, bad: [requests.where({ status: /5../ })] },
  objective: 0.999,
  objectiveText: '99.9%',
  budget: 0.001,
  runbook: feedDown,
  address: address('fyp-service', 'slos.availability'),
};

export const latency: m.Slo = {
  ...sloBase,
  key: 'latency',
  id: 'fyp-service/latency',
  title: 'Feed latency',
  sli: { kind: 'latency', metric: duration, withinSeconds: 0.05 },
  objective: 0.9,
  objectiveText: '90%',
  budget: 0.1,
  noTraffic: 'unknown',
  minimumBadEvents: 0,
  per: ['region'],
  runbook: feedSlow,
  address: address('fyp-service', 'slos.latency'),
};

export const planOf = (slo: m.Slo): SloPlan => planSlo(slo, evaluator).plan;

export const latencyHigh: m.Alert = {
  key: 'latencyHigh',
  id: 'fyp-service/latencyHigh',
  serviceId: 'fyp-service',
  name: 'FypLatencyHigh',
  title: 'Feed latency',
  when: s.above(s.p99(duration), '60ms'),
  forMs: 300_000,
  keepFiringForMs: 0,
  severity: P2,
  impact: 'The feed opens slowly.',
  runbook: feedSlow,
  signal: 'latency',
  address: address('fyp-service', 'alerts.latencyHigh'),
};

export const feed: m.Service = {
  id: 'fyp-service',
  title: 'For You feed',
  description: 'Chooses what a viewer sees next.',
  team: feedTeam,
  tier: 'critical',
  page: P1,
  evaluator,
  requests,
  duration,
  errors: [{ name: '5xx', counter: requests.where({ status: /5../ }) }],
  expected: { peakRate: 150_000, errorRatio: 0.001, p50: 0.02 },
  kind: 'service',
  signals: [],
  stages: [],
  caches: [],
  sections: [],
  capacity: [],
  measures: [],
  dependsOn: [
    { id: 'ranking', title: 'Ranking', url: 'https://grafana.example.com/d/ranking' },
    { id: 'search', title: 'Search (other repository)' },
  ],
  slos: [availability, latency],
  alerts: [latencyHigh],
  dashboardUid: 'fyp-overview',
  links: [{ title: 'Source', url: 'https://git.example.com/feed' }],
  address: address('fyp-service'),
};

export const ranking: m.Service = {
  ...feed,
  id: 'ranking',
  title: 'Ranking',
  dependsOn: [],
  slos: [],
  alerts: [],
  links: [],
};
