/** A service and a database with everything that an engineer would draw on their boards. */
import {
  above,
  alert,
  availability,
  busiest,
  busy,
  counter,
  gauge,
  highest,
  histogram,
  httpStatus,
  type Infrastructure,
  info,
  infrastructure,
  labelValues,
  mean,
  measure,
  oneMinus,
  p99,
  rate,
  ratioOf,
  type Service,
  service,
  share,
  total,
  upTo,
} from 'signalbox';
import { checkoutFails, exampleStack, P1, P3, region, shopTeam } from '../cases/example.ts';

const cpu = counter('db_cpu_busy_seconds_total', { help: 'CPU time.' });
const disk = counter('db_disk_busy_seconds_total', { help: 'Disk time.', labels: { region } });
const connections = gauge('db_connections', { help: 'In use.', unit: 'count' });
const mostConnections = gauge('db_max_connections', { help: 'At most.', unit: 'count' });
const queries = counter('db_queries_total', { help: 'Queries.' });
const failedQueries = counter('db_query_errors_total', { help: 'Queries that failed.' });
const deadlocks = counter('db_deadlocks_total', { help: 'Deadlocks.' });
const told = { for: '5m', severity: P3, runbook: checkoutFails, impact: 'Queries wait.' } as const;

export const database: Infrastructure = infrastructure({
  id: 'database',
  title: 'Database',
  team: shopTeam,
  tier: 'critical',
  job: 'database',
  utilisation: {
    cpu: measure(busy(cpu), { title: 'CPU', limits: { high: { ...told, above: '80%' } } }),
    disk: measure(busiest(disk, { by: ['region'] }), {
      title: 'Disk I/O',
      limits: { high: { ...told, above: '90%' } },
    }),
  },
  saturation: {
    connections: measure(ratioOf(total(connections), total(mostConnections)), {
      title: 'Connection pool',
      limits: {
        high: { ...told, above: '80%' },
        full: { ...told, above: '95%', severity: P1, justification: 'The next query fails.' },
      },
    }),
  },
  errors: {
    queries: measure(share(failedQueries, queries), { title: 'Query errors' }),
    deadlocks: measure(rate(deadlocks), { title: 'Deadlocks' }),
  },
});

const requests = counter('fyp_requests_total', { help: 'Feeds served.', labels: { status: httpStatus } });
const timeouts = counter('fyp_timeouts_total', { help: 'Feeds given up.' });
const modelFailures = counter('fyp_model_failures_total', { help: 'Feeds without a ranking.' });
const duration = histogram('fyp_request_duration_seconds', {
  help: 'Time to serve a feed.',
  buckets: ['10ms', '20ms', '50ms', '100ms'],
});
const stage = (name: string) =>
  mean(histogram(`fyp_${name}_duration_seconds`, { help: 'Time of a stage.', buckets: ['10ms', '50ms'] }));
const lookups = counter('fyp_cache_lookups_total', {
  help: 'Lookups.',
  labels: { level: labelValues('client', 'redis', 'feature') },
});
const hits = counter('fyp_cache_hits_total', {
  help: 'Lookups answered.',
  labels: { level: labelValues('client', 'redis', 'feature') },
});
const level = (name: 'client' | 'redis' | 'feature') =>
  share(hits.where({ level: name }), lookups.where({ level: name }));
const users = counter('features_user_lookups_total', { help: 'Users looked up.' });
const videos = counter('features_video_lookups_total', { help: 'Videos looked up.' });
const featureErrors = counter('features_errors_total', { help: 'Features not found.' });
const featureDuration = histogram('features_duration_seconds', { help: 'Time to look up.', buckets: ['1ms', '5ms'] });

const instances = info('fyp_build_info', {
  help: 'What an instance runs.',
  labels: { version: upTo(5, 'v3.42.1', 'v3.43.0'), track: upTo(2, 'stable', 'canary') },
});
const last = gauge('fyp_deployed_timestamp_seconds', { help: 'When the last deployment ended.' });
const rollback = gauge('fyp_rollback_ready', { help: '1 while the way back is open.', unit: 'count' });
const pods = gauge('fyp_pods_ready', { help: 'Pods that serve.', unit: 'count' });
const mostPods = gauge('fyp_pods_max', { help: 'Pods that there may be.', unit: 'count' });
const available = gauge('fyp_memory_available_bytes', { help: 'Memory left.' });
const memory = gauge('fyp_memory_size_bytes', { help: 'Memory that there is.' });
const gpu = gauge('fyp_gpu_used_ratio', { help: 'GPU in use.' });

const bad = requests.where({ status: /5../ });
const promise = { objective: '99.99%', window: '30d', noTraffic: 'good', runbook: checkoutFails } as const;

export const feed: Service = service({
  id: 'fyp',
  title: 'FYP service',
  team: shopTeam,
  tier: 'critical',
  job: 'fyp',
  requests,
  duration,
  errors: { '5xx errors': bad, Timeouts: timeouts, 'ML failures': modelFailures },
  expected: { peakRate: '150000/s', errorRatio: '0.1%', p50: '20ms', p99: '50ms' },
  caches: {
    'L1 (client)': level('client'),
    'L2 (Redis)': level('redis'),
    'L3 (feature)': level('feature'),
    Overall: share(hits, lookups.where({ level: 'client' })),
  },
  stages: { Retrieval: stage('retrieval'), Ranking: stage('ranking'), 'Re-ranking': stage('reranking') },
  sections: {
    'Feature store': {
      'User lookups': rate(users),
      'Video lookups': rate(videos),
      'Latency p99': p99(featureDuration),
      'Error rate': share(featureErrors, featureDuration),
    },
  },
  deployment: { instances, canary: instances.where({ track: 'canary' }), last, rollback },
  capacity: {
    Pods: ratioOf(total(pods), total(mostPods)),
    CPU: busy(cpu),
    Memory: oneMinus(ratioOf(total(available), total(memory))),
    GPU: highest(gpu),
  },
  dependsOn: () => [database],
  slos: { availability: availability(requests, { ...promise, bad }) },
  alerts: {
    slow: alert({
      when: above(p99(duration), '60ms'),
      for: '5m',
      severity: P3,
      impact: 'The feed opens slowly.',
      title: 'p99 latency',
      runbook: checkoutFails,
    }),
  },
});

export const drawn = exampleStack({ services: [feed], infrastructure: [database] });
