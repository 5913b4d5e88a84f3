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

/** The exporter's; hits and errors are counted by the clients. */
const job = 'redis';
const hits = lookups.where({ result: 'hit' });

const hitRateLow = runbook({
  id: 'cache-hit-rate',
  title: 'The cache misses too often',
  symptoms: 'Latency rises and the database gets more reads than usual.',
  firstSteps: [
    { do: 'Check eviction: does it rise while memory is full?', look: rate(redis.evictedKeys.where({ job })) },
    'Scale the cache when memory is full; look for a new key pattern when it is not.',
  ],
});

export const cache: Infrastructure = infrastructure({
  id: 'cache',
  title: 'Cache (Redis)',
  team: platformTeam,
  tier: 'critical',
  job: 'cache-clients',
  requests: lookups,
  utilisation: {
    memory: measure(ratioOf(total(redis.memoryUsed.where({ job })), total(redis.memoryMaximum.where({ job }))), {
      title: 'Memory',
      limits: { high: crowded('Keys are evicted, and the database gets more reads.', hitRateLow) },
    }),
    cpu: measure(rate(redis.cpuUserSeconds.where({ job })), { title: 'CPU cores in user mode' }),
  },
  saturation: {
    evictions: measure(rate(redis.evictedKeys.where({ job })), { title: 'Evictions' }),
  },
  errors: {
    connections: measure(rate(connectionErrors), { title: 'Connection errors' }),
    rejected: measure(rate(redis.connectionsRejected.where({ job })), { title: 'Connections rejected' }),
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
