/**
 * The watchers are watched: Prometheus, Mimir and Alertmanager are scraped under these jobs, so rules that fail, alerts that
 * are not sent and people who are not told have alerts, pages and a board. Nobody writes them.
 */
import { mimir, prometheus, service, webhook } from 'signalbox';
import { exampleStack, filesOfService, filesOfStack, shopTeam } from '../example.ts';

const main = prometheus({
  id: 'main',
  version: '2.42',
  scrapeInterval: '15s',
  evaluationInterval: '30s',
  retention: '45d',
  url: 'http://prometheus.example.com:9090',
  job: 'prometheus',
});

const far = mimir({
  id: 'far',
  version: '2.13',
  scrapeInterval: '15s',
  evaluationInterval: '1m',
  retention: '90d',
  url: 'https://mimir.example.com',
  tenant: 'shop',
  job: 'mimir/ruler',
  heartbeat: webhook({ url: 'https://switch.example.com/far' }),
});

const checkout = service({ id: 'checkout', title: 'Checkout', team: shopTeam, tier: 'critical', job: 'checkout' });

export default [
  exampleStack({
    services: [checkout],
    evaluators: [main, far],
    alertmanager: { version: '0.25', ownership: 'whole', job: 'alertmanager' },
  }),
];

const pages = [
  'alerts-not-sent',
  'configuration-refused',
  'notifications-fail',
  'remote-write',
  'rules-fail',
  'storage-fails',
];

/** Every other chapter is warned that nobody watches its servers: their files would hide what it is about. */
export const watched = true as const;

export const paths = [
  ...filesOfStack(),
  'example/grafana/overview/example-monitoring.json',
  'example/prometheus/far/rules/stack.yaml',
  'example/prometheus/tests/stack.yaml',
  ...pages.map((page) => `example/runbooks/stack/${page}.md`),
  ...filesOfService('checkout', []),
];
