import { above, alert, availability, latency, p99, type Service, service, share } from 'signalbox';
import { P1, P2 } from '../severities.ts';
import { feedTeam } from '../teams.ts';
import { cache } from './cache.ts';
import { duration, inferenceFailures, requests, timeouts } from './feed.metrics.ts';
import { feedDown, feedSlow } from './feed.runbooks.ts';
import { ranking } from './ranking.ts';

const failed = requests.where({ status: /5../ });

export const feed: Service = service({
  id: 'fyp-service',
  title: 'For You feed',
  description: 'Answers the request for the next videos of a person.',
  team: feedTeam,
  tier: 'critical',
  job: 'fyp-service',
  requests,
  duration,
  errors: { '5xx': failed, Timeouts: timeouts, 'ML failures': inferenceFailures },
  expected: { peakRate: '150000/s', errorRatio: '0.1%', p50: '20ms', p99: '50ms' },
  dependsOn: () => [ranking, cache],
  dashboard: { uid: 'fyp-overview' },
  slos: {
    availability: availability(requests, {
      title: 'FYP Availability',
      bad: failed,
      objective: '99.99%',
      window: '30d',
      noTraffic: 'good',
      impact: 'People see an error instead of the feed.',
      runbook: feedDown,
    }),
    latency: latency(duration, {
      title: 'FYP Latency p99',
      within: '50ms',
      objective: '99%',
      window: '30d',
      noTraffic: 'good',
      impact: 'The feed opens slowly.',
      runbook: feedSlow,
    }),
  },
  alerts: {
    latencyHigh: alert({
      name: 'FYPLatencyHigh',
      title: 'FYP p99 latency',
      when: above(p99(duration), '60ms'),
      for: '5m',
      severity: P2,
      impact: 'The feed opens slowly.',
      runbook: feedSlow,
    }),
    errorRateHigh: alert({
      name: 'FYPErrorRateHigh',
      title: 'FYP error rate',
      when: above(share(failed, requests), '1%'),
      for: '2m',
      severity: P1,
      impact: 'People see an error instead of the feed.',
      runbook: feedDown,
    }),
  },
});
