/** A board that answers the engineer's questions in their order: how much, how fast, what fails, where the time goes, what runs. */
import {
  counter,
  gauge,
  highest,
  histogram,
  httpStatus,
  info,
  infrastructure,
  mean,
  measure,
  p99,
  rate,
  ratioOf,
  type Service,
  service,
  share,
  total,
  upTo,
} from 'signalbox';
import { exampleStack, filesOfInfrastructure, filesOfService, filesOfStack, shopTeam } from '../example.ts';

const requests = counter('feed_requests_total', { help: 'Feeds served.', labels: { status: httpStatus } });
const timeouts = counter('feed_timeouts_total', { help: 'Feeds that were given up.' });
const duration = histogram('feed_request_duration_seconds', {
  help: 'Time to serve a feed.',
  buckets: ['10ms', '20ms', '50ms', '100ms'],
});

const stageDuration = (stage: 'retrieval' | 'ranking') =>
  histogram(`feed_${stage}_duration_seconds`, { help: 'Time of a stage.', buckets: ['5ms', '10ms', '50ms'] });

const lookups = counter('feed_cache_lookups_total', { help: 'Questions to the cache.' });
const hits = counter('feed_cache_hits_total', { help: 'Questions that the cache answered.' });

const featureLookups = counter('features_lookups_total', { help: 'Features asked for.' });
const featureErrors = counter('features_errors_total', { help: 'Features not found.' });
const featureDuration = histogram('features_duration_seconds', { help: 'Time to look up.', buckets: ['1ms', '5ms'] });

const build = info('feed_build_info', {
  help: 'What an instance runs.',
  labels: { version: upTo(5, 'v1', 'v2'), track: upTo(2, 'stable', 'canary') },
});
const deployed = gauge('feed_deployed_timestamp_seconds', { help: 'When the last deployment ended.' });
const rollback = gauge('feed_rollback_ready', { help: '1 while the way back is open.', unit: 'count' });

const ready = gauge('feed_pods_ready', { help: 'Pods that serve.', unit: 'count' });
const most = gauge('feed_pods_max', { help: 'Pods that there may be.', unit: 'count' });
const memory = gauge('feed_memory_used_ratio', { help: 'Memory in use.' });

const connections = gauge('db_connections', { help: 'Connections in use.', unit: 'count' });
const database = infrastructure({
  id: 'profiles-db',
  title: 'Profiles database',
  team: shopTeam,
  tier: 'high',
  job: 'profiles-db',
  saturation: { connections: measure(total(connections), { title: 'Connections' }) },
});

const feed: Service = service({
  id: 'feed',
  title: 'Feed',
  team: shopTeam,
  tier: 'critical',
  job: 'feed',
  requests,
  duration,
  errors: { '5xx': requests.where({ status: /5../ }), Timeouts: timeouts },
  expected: { peakRate: '150000/s', errorRatio: '0.1%', p50: '20ms', p99: '50ms' },
  caches: { Redis: share(hits, lookups) },
  stages: { Retrieval: mean(stageDuration('retrieval')), Ranking: mean(stageDuration('ranking')) },
  sections: {
    'Feature store': {
      Lookups: rate(featureLookups),
      'Latency p99': p99(featureDuration),
      'Error rate': share(featureErrors, featureLookups),
    },
  },
  deployment: { instances: build, canary: build.where({ track: 'canary' }), last: deployed, rollback },
  capacity: { Pods: ratioOf(total(ready), total(most)), Memory: highest(memory) },
  dependsOn: () => [database],
});

export default [exampleStack({ services: [feed], infrastructure: [database] })];

export const paths = [...filesOfStack(), ...filesOfService('feed', []), ...filesOfInfrastructure('profiles-db', [])];
