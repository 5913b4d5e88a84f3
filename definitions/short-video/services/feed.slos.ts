import { availability, latency } from 'signalbox';
import { duration, failed, requests } from './feed.metrics.ts';
import { feedDown, feedSlow } from './feed.runbooks.ts';

export const feedAvailability = availability(requests, {
  title: 'FYP Availability',
  bad: failed,
  objective: '99.99%',
  window: '30d',
  noTraffic: 'good',
  impact: 'People see an error instead of the feed.',
  runbook: feedDown,
});

export const feedLatency = latency(duration, {
  title: 'FYP Latency p99',
  within: '50ms',
  objective: '99%',
  window: '30d',
  noTraffic: 'good',
  impact: 'The feed opens slowly.',
  runbook: feedSlow,
});
