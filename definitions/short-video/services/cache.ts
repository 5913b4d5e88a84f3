import { alert, below, runbook, type Service, service, share } from 'signalbox';
import { P3 } from '../severities.ts';
import { platformTeam } from '../teams.ts';
import { duration, lookups } from './cache.metrics.ts';

const hits = lookups.where({ result: 'hit' });

const hitRateLow = runbook({
  id: 'cache-hit-rate',
  title: 'The cache misses too often',
  symptoms: 'Latency rises and the database gets more reads than usual.',
  firstSteps: [
    'Check eviction: does it rise while memory is full?',
    'Scale the cache when memory is full; look for a new key pattern when it is not.',
  ],
});

export const cache: Service = service({
  id: 'cache',
  title: 'Cache and feature store',
  team: platformTeam,
  tier: 'critical',
  job: 'feature-store',
  requests: lookups,
  duration,
  signals: { 'Hit rate': share(hits, lookups) },
  alerts: {
    hitRateLow: alert({
      name: 'CacheHitRate',
      title: 'Cache hit rate',
      when: below(share(hits, lookups), '80%'),
      for: '10m',
      severity: P3,
      signal: 'saturation',
      impact: 'Latency rises and the database gets more reads.',
      runbook: hitRateLow,
    }),
  },
});
