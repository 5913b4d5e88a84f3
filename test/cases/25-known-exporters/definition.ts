/** What known exporters expose is declared already: a Redis and its host, and a gateway whose Envoy counts milliseconds. */
import {
  availability,
  busy,
  infrastructure,
  latency,
  measure,
  oneMinus,
  rate,
  ratioOf,
  runbook,
  service,
  total,
} from 'signalbox';
import { envoy, node, redis } from 'signalbox/exporters';
import {
  checkoutFails,
  exampleStack,
  filesOfInfrastructure,
  filesOfService,
  filesOfStack,
  P3,
  shopTeam,
} from '../example.ts';

const full = runbook({ id: 'redis-full', title: 'Redis is full', firstSteps: ['See which keys never expire.'] });
const told = { severity: P3, runbook: full, impact: 'Carts are forgotten.' } as const;

const host = { instance: 'carts-redis-1:9100' };
const server = { job: 'carts-redis' };

const carts = infrastructure({
  id: 'carts-redis',
  title: 'Carts Redis',
  team: shopTeam,
  tier: 'high',
  job: 'carts-redis',
  utilisation: {
    cpu: measure(oneMinus(busy(node.cpuSeconds.where({ ...host, mode: 'idle' }))), { title: 'CPU' }),
    memory: measure(ratioOf(total(redis.memoryUsed.where(server)), total(redis.memoryMaximum.where(server))), {
      title: 'Memory',
      limits: { high: { ...told, above: '90%', for: '10m' } },
    }),
  },
  saturation: {
    // An exporter calls it untyped, and it is a counter.
    oomKills: measure(rate(node.oomKills.where(host)), { title: 'Processes killed for memory' }),
    evictions: measure(rate(redis.evictedKeys.where(server)), { title: 'Keys evicted' }),
  },
});

const ingress = { envoy_http_conn_manager_prefix: 'ingress_http' } as const;
const responses = envoy.downstreamResponses.where(ingress);
const time = envoy.downstreamTime.where(ingress);
const promise = { window: '30d', noTraffic: 'good', runbook: checkoutFails } as const;

const gateway = service({
  id: 'gateway',
  title: 'Gateway',
  team: shopTeam,
  tier: 'critical',
  job: 'envoy',
  requests: responses,
  duration: time,
  expected: { p99: '250ms' },
  slos: {
    availability: availability(responses, {
      ...promise,
      title: 'Answers that are no 5xx',
      bad: responses.where({ envoy_response_code_class: '5' }),
      objective: '99.9%',
    }),
    latency: latency(time, { ...promise, title: 'Fast answers', within: '250ms', objective: '99%' }),
  },
});

export default [exampleStack({ services: [gateway], infrastructure: [carts] })];

export const paths = [
  ...filesOfStack(),
  ...filesOfInfrastructure('carts-redis', ['redis-full']),
  ...filesOfService('gateway', ['checkout-fails', 'slo-availability', 'slo-latency']),
];
