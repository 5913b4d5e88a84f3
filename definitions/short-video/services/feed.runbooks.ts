import { p99, runbook } from 'signalbox';
import { duration as featureStore } from './feature-store.metrics.ts';
import { duration } from './feed.metrics.ts';
import { inferenceDuration } from './ranking.metrics.ts';

export const feedSlow = runbook({
  id: 'fyp-latency',
  title: 'The feed is slow',
  symptoms: 'The feed opens slowly; people see a spinner before the first video.',
  firstSteps: [
    {
      do: 'Check ML inference latency: is ranking slower than 50 ms at the 99th percentile?',
      look: p99(inferenceDuration),
    },
    { do: 'Check the feature store: are lookups slower than 3 ms at the 99th percentile?', look: p99(featureStore) },
    'Reduce the candidate pool when ranking is the slow part: quality falls a little, latency at once.',
  ],
  diagnosis: [
    {
      do: 'See which region is slow; one region alone points at its cache or its GPU pool.',
      look: p99(duration, { by: ['region'] }),
    },
    'Compare with the last deployment of the feed and of the ranking model.',
  ],
  causes: [
    {
      cause: 'Ranking is saturated',
      signs: 'Inference p99 rises with the request rate, the queue of the model grows.',
      fix: ['Reduce the candidate pool.', 'Add ranking replicas.'],
    },
    {
      cause: 'The cache lost its working set',
      signs: 'The hit rate fell at the same minute, often after a restart or an eviction storm.',
      fix: ['Follow the runbook of the cache hit rate.', 'Slow the traffic to the cold region until it is warm.'],
    },
    {
      cause: 'A new version is slower',
      signs: 'The step begins with a deployment.',
      fix: ['Roll back.'],
    },
  ],
  aftercare: ['Note what the incident cost of the error budget; the SLO dashboard lists it.'],
});

export const feedDown = runbook({
  id: 'fyp-errors',
  title: 'The feed fails',
  symptoms: 'People see an empty feed or an error instead of videos.',
  firstSteps: [
    'Check the dependencies on the dashboard: ranking, cache, database. A dependency that fails first is the cause.',
    'Roll back when a deployment began within the last hour.',
    'Fail over when one region alone fails: follow the regional failover runbook.',
  ],
  causes: [
    {
      cause: 'A dependency is down',
      signs: 'Its own page fired first, or timeouts rise before 5xx.',
      fix: ['Serve the cached feed until it is back.'],
    },
    { cause: 'A bad release', signs: 'Errors begin with a deployment.', fix: ['Roll back.'] },
  ],
  aftercare: ['Write the postmortem; the SLO dashboard shows what the incident cost.'],
});
