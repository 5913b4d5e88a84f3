import {
  alert,
  below,
  type Infrastructure,
  infrastructure,
  measure,
  rate,
  ratioOf,
  runbook,
  share,
  total,
} from 'signalbox';
import { redis } from 'signalbox/exporters';
import { P3 } from '../severities.ts';
import { platformTeam } from '../teams.ts';
import { connectionErrors, lookups } from './cache.metrics.ts';
import { crowded } from './limits.ts';

const hits = lookups.where({ result: 'hit' });

const hitRateLow = runbook({
  id: 'cache-hit-rate',
  title: 'The cache misses too often',
  symptoms: 'Latency rises and the database gets more reads than usual.',
  firstSteps: [
    { do: 'Check eviction: does it rise while memory is full?', look: rate(redis.evictedKeys) },
    'Scale the cache when memory is full; look for a new key pattern when it is not.',
  ],
});

export const cache: Infrastructure = infrastructure({
  id: 'cache',
  title: 'Cache (Redis)',
  team: platformTeam,
  tier: 'critical',
  job: 'redis',
  requests: lookups,
  utilisation: {
    memory: measure(ratioOf(total(redis.memoryUsed), total(redis.memoryMaximum)), {
      title: 'Memory',
      limits: { high: crowded('Keys are evicted, and the database gets more reads.', hitRateLow) },
    }),
    cpu: measure(rate(redis.cpuUserSeconds), { title: 'CPU cores in use' }),
  },
  saturation: {
    evictions: measure(rate(redis.evictedKeys), { title: 'Evictions' }),
  },
  errors: {
    connections: measure(rate(connectionErrors), { title: 'Connection errors' }),
    rejected: measure(rate(redis.connectionsRejected), { title: 'Connections rejected' }),
  },
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
