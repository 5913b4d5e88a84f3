/**
 * Each service's rules belong to one Prometheus. The second is newer and late, has a folder of its own, and a dead man's
 * switch of its own: one that heard both would be content with either.
 */
import { prometheus, service, webhook } from 'signalbox';
import { exampleStack, filesOfService, filesOfStack, main, shopTeam } from '../example.ts';

const edge = prometheus({
  id: 'edge',
  version: '2.53',
  scrapeInterval: '30s',
  evaluationInterval: '1m',
  retention: '15d',
  queryOffset: '1m',
  externalLabels: { cluster: 'edge-1' },
  heartbeat: webhook({ url: 'https://switch.example.com/edge' }),
});

const checkout = service({ id: 'checkout', title: 'Checkout', team: shopTeam, tier: 'critical', job: 'checkout' });
const cache = service({
  id: 'cache',
  title: 'Edge cache',
  team: shopTeam,
  tier: 'high',
  job: 'cache',
  evaluator: edge,
});

export default [exampleStack({ services: [checkout, cache], evaluators: [main, edge] })];

export const paths = [
  ...filesOfStack(),
  'example/prometheus/edge/rules/stack.yaml',
  ...filesOfService('checkout', []),
  ...filesOfService('cache', []).map((path) => path.replace('prometheus/', 'prometheus/edge/')),
];
