/** The board for those who do not operate: is it healthy, how is business against last week, which region is not well. */
import {
  availability,
  counter,
  executive,
  gauge,
  httpStatus,
  increase,
  lowest,
  rate,
  service,
  share,
  total,
} from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, region, shopTeam } from '../example.ts';

const requests = counter('shop_requests_total', { help: 'Requests.', labels: { region, status: httpStatus } });
const failed = requests.where({ status: /5../ });
const visitors = gauge('shop_visitors', { help: 'People in the shop now.', unit: 'count' });
const revenue = counter('shop_revenue_usd_total', { help: 'Money taken.' });
const healthy = gauge('shop_region_healthy', {
  help: 'Whether a region serves: 1 or 0.',
  unit: 'count',
  labels: { region },
});

const ordersWork = availability(requests, {
  bad: failed,
  objective: '99.9%',
  window: '30d',
  noTraffic: 'good',
  runbook: checkoutFails,
});

const shop = service({
  id: 'shop',
  title: 'Shop',
  team: shopTeam,
  tier: 'critical',
  job: 'shop',
  requests,
  slos: { availability: ordersWork },
});

const board = executive({
  title: 'Shop at a glance',
  tiles: {
    Visitors: { value: total(visitors), versus: '7d' },
    'Revenue today': { value: increase(revenue, { over: '1d' }), versus: '7d' },
    'Error rate': { value: share(failed, requests), versus: '1d', better: 'down', promise: ordersWork },
  },
  trend: {
    title: 'Engagement trend (24h)',
    values: { Visitors: total(visitors), Requests: rate(requests) },
  },
  regions: lowest(healthy, { by: ['region'] }),
});

export default [exampleStack({ services: [shop], executive: board, expects: { label: 'region', values: region } })];

export const paths = [
  ...filesOfStack(),
  ...filesOfService('shop', ['checkout-fails', 'slo-availability']),
  'example/grafana/overview/example-executive.json',
];
