/** One mistake of each common sort, with the types bypassed where they would refuse it. The tests name the lines. */
import * as s from 'signalbox';

const region = s.labelValues('us-east', 'us-west');
const requests = s.counter('http_requests_total', { help: 'Requests.', labels: { region, status: s.httpStatus } });
const buckets = ['10ms', '50ms', '60ms', '100ms'] as const;
const duration = s.histogram('http_request_duration_seconds', { help: 'Time.', labels: { region }, buckets });

const pager = s.pagerduty({ routingKeyFile: '/etc/alertmanager/feed', escalationPolicy: 'Feed' });
const feedTeam = s.team({ id: 'feed', title: 'Feed', receivers: { page: pager } });
const P1 = s.severity({ id: 'P1', title: 'Critical', responseWithin: '5m', notify: ['page'] });
const slow = s.runbook({ id: 'slow', title: 'Slow', firstSteps: ['Look at the dashboard.'] });

const promise = { objective: '99.9%', window: '30d', noTraffic: 'good', runbook: slow } as const;
const told = { for: '5m', severity: P1, impact: 'The feed opens slowly.', runbook: slow } as const;

const wrongLabel = requests.where({ regoin: 'us-east' } as never);
const wrongValue = requests.where({ region: 'us-eats' } as never);
const lookAhead = requests.where({ status: /5(?!00)../ });

const search = s.service({ id: 'search', title: 'Search', team: feedTeam, tier: 'low' });

export const feed = s.service({
  id: 'feed',
  title: 'Feed',
  team: feedTeam,
  tier: 'critical',
  onwer: 'feed',
  requests,
  duration,
  errors: { label: wrongLabel, value: wrongValue, regexp: lookAhead },
  dependsOn: [search],
  slos: {
    latency: s.latency(duration, { ...promise, within: '55ms' as never }),
    perfect: s.availability(requests, { ...promise, bad: requests, objective: '100%' }),
  },
  alerts: {
    unitless: s.alert({ ...told, when: s.above(s.p99(duration), 60 as never) }),
    unproved: s.alert({ ...told, when: s.promql('count')`up == 0` as never }),
    orphan: s.alert({ when: s.any(requests), severity: P1, impact: 'Requests are lost.' } as never),
  },
} as never);

const ranking = s.service({ id: 'ranking', title: 'Ranking', team: 'feed' as never, tier: 'high' });
const profile = s.service({ id: 'my profile', title: 'Profile', team: feedTeam, tier: 'high' });

export default s.stack({
  id: 'prod',
  title: 'Production',
  environment: 'production',
  evaluators: [
    s.prometheus({
      id: 'main',
      version: '2.42',
      scrapeInterval: '15s',
      evaluationInterval: '30s',
      retention: '40d',
      job: 'prometheus',
    }),
  ],
  alertmanager: { version: '0.25', ownership: 'whole', job: 'alertmanager' },
  grafana: { version: '11.0', url: 'https://grafana.example.com', datasources: { metrics: 'prometheus' } },
  runbooks: { url: 'https://runbooks.example.com' },
  severities: [P1],
  burn: {
    critical: { page: P1, ticket: P1 },
    high: { page: P1, ticket: P1 },
    normal: { page: P1, ticket: P1 },
    low: { page: P1, ticket: P1 },
  },
  defaultTeam: feedTeam,
  services: [feed, ranking, profile, search],
  heartbeat: s.heartbeat({ receiver: s.webhook({ url: 'https://switch.example.com/beat' }), every: '1m' }),
});
