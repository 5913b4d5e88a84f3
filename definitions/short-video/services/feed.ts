import { above, alert, average, mean, p99, rate, ratioOf, type Service, service, share, total } from 'signalbox';
import { cadvisor, kube } from 'signalbox/exporters';
import { cache } from '../infrastructure/cache.ts';
import { database } from '../infrastructure/database.ts';
import { gpuActive } from '../infrastructure/inference-gpus.metrics.ts';
import { P1, P2 } from '../severities.ts';
import { feedTeam } from '../teams.ts';
import { duration as featureDuration, lookups as featureLookups } from './feature-store.metrics.ts';
import {
  build,
  cacheLookups,
  duration,
  failed,
  inferenceFailures,
  lastDeployment,
  requests,
  rollbackReady,
  stageDuration,
  timeouts,
} from './feed.metrics.ts';
import { feedDown, feedSlow } from './feed.runbooks.ts';
import { feedAvailability, feedLatency } from './feed.slos.ts';
import { ranking } from './ranking.ts';

const cacheHits = (level: 'client' | 'redis' | 'feature') => cacheLookups.where({ level, result: 'hit' });
const cacheOf = (level: 'client' | 'redis' | 'feature') => share(cacheHits(level), cacheLookups.where({ level }));
const stage = (stage: 'retrieval' | 'ranking' | 're-ranking') => mean(stageDuration.where({ stage }));
const failedLookups = featureLookups.where({ result: 'failed' });
/** The name of its container, of its deployment and of its autoscaler. */
const container = 'fyp-service';

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
  dependsOn: () => [ranking, cache, database],
  dashboard: { uid: 'fyp-overview' },
  stages: { Retrieval: stage('retrieval'), Ranking: stage('ranking'), 'Re-ranking': stage('re-ranking') },
  caches: {
    'L1 (client)': cacheOf('client'),
    'L2 (Redis)': cacheOf('redis'),
    'L3 (feature)': cacheOf('feature'),
    // What misses the client is looked up in Redis.
    Overall: share([cacheHits('client'), cacheHits('redis')], cacheLookups.where({ level: 'client' })),
  },
  sections: {
    'Feature store': {
      'User lookups': rate(featureLookups.where({ of: 'user' })),
      'Video lookups': rate(featureLookups.where({ of: 'video' })),
      'Latency p99': p99(featureDuration),
      'Error rate': share(failedLookups, featureLookups),
    },
  },
  deployment: {
    instances: build,
    canary: build.where({ track: 'canary' }),
    last: lastDeployment,
    rollback: rollbackReady,
  },
  capacity: {
    Pods: ratioOf(
      total(kube.deploymentReplicasAvailable.where({ deployment: container })),
      total(kube.hpaReplicasMaximum.where({ horizontalpodautoscaler: container })),
    ),
    CPU: ratioOf(
      rate(cadvisor.cpuSeconds.where({ container })),
      total(kube.containerLimits.where({ container, resource: 'cpu' })),
    ),
    Memory: ratioOf(
      total(cadvisor.memoryWorkingSet.where({ container })),
      total(cadvisor.memoryLimit.where({ container })),
    ),
    GPU: average(gpuActive),
  },
  slos: { availability: feedAvailability, latency: feedLatency },
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
