/**
 * A Mimir evaluates some of the rules, for one tenant. Its ruler takes few rules in a group, so alerts are spread over
 * groups; each file is a namespace, and the README says how `mimirtool` loads them. promtool knows no namespaces, so the
 * tests of raw PromQL say how it judges them.
 */
import {
  above,
  alert,
  counter,
  httpStatus,
  mimir,
  promql,
  proved,
  rate,
  service,
  share,
  upTo,
  webhook,
} from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, main, P3, shopTeam } from '../example.ts';

const far = mimir({
  id: 'far',
  version: '2.7',
  scrapeInterval: '15s',
  evaluationInterval: '1m',
  retention: '90d',
  tenant: 'shop',
  limits: { rulesPerGroup: 2, groupsPerTenant: 70 },
  heartbeat: webhook({ url: 'https://switch.example.com/far' }),
});

const searches = counter('searches_total', { help: 'Searches.', labels: { status: httpStatus, shard: upTo(8, '1') } });
const failed = searches.where({ status: /5../ });
const told = {
  severity: P3,
  impact: 'Customers do not find what they want.',
  runbook: checkoutFails,
  for: '5m',
} as const;

const search = service({
  id: 'search',
  title: 'Search',
  team: shopTeam,
  tier: 'high',
  job: 'search',
  evaluator: far,
  requests: searches,
  alerts: {
    failing: alert({ ...told, title: 'Failed searches', when: above(share(failed, searches), '5%') }),
    flooded: alert({ ...told, title: 'Searches', when: above(rate(searches), '1000/s') }),
    slipping: alert({
      ...told,
      title: 'Searches by the hour before',
      when: proved(promql('ratio')`sum(rate(${searches}[5m])) / sum(rate(${searches}[5m] offset 1h)) < 0.5`, {
        given: { 'searches_total{status="200",shard="1"}': '0+600x70 42000+60x30 43800+600x80' },
        quietAt: '69m',
        firesAt: '85m',
        clearsAt: '115m',
      }),
    }),
    uneven: alert({ ...told, title: 'Searches of a shard', when: above(rate(searches, { by: ['shard'] }), '500/s') }),
  },
});

export default [exampleStack({ services: [search], evaluators: [main, far] })];

export const paths = [
  ...filesOfStack(),
  'example/prometheus/far/rules/stack.yaml',
  'example/prometheus/far/tests/search.yaml',
  ...filesOfService('search', ['checkout-fails']).map((path) => path.replace('prometheus/', 'prometheus/far/')),
];
