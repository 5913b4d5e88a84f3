/** Promises that are not about failed or slow requests: a probe, the age of data, good minutes, any share of events. */
import { below, counter, freshness, gauge, labelValues, lowest, ratio, service, timeSlice, uptime } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, region, shopTeam } from '../example.ts';

const probe = gauge('probe_success', { help: 'Whether the catalogue answers.', unit: 'count', labels: { region } });
const imported = gauge('catalogue_import_timestamp_seconds', { help: 'When prices were imported last.' });
const stock = gauge('stock_ratio', { help: 'Share of articles in stock.', labels: { region } });
const views = counter('article_views_total', {
  help: 'Articles shown.',
  labels: { picture: labelValues('shown', 'missing') },
});
const promise = { window: '30d', noTraffic: 'good', runbook: checkoutFails } as const;

const catalogue = service({
  id: 'catalogue',
  title: 'Catalogue',
  team: shopTeam,
  tier: 'normal',
  job: 'catalogue',
  slos: {
    reachable: uptime(probe, { ...promise, objective: '99.9%', per: ['region'] }),
    fresh: freshness(imported, { ...promise, within: '2h', objective: '99%' }),
    stocked: timeSlice({ ...promise, badWhile: below(lowest(stock), '90%'), objective: '98%' }),
    pictures: ratio(views, { ...promise, good: views.where({ picture: 'shown' }), objective: '99.5%' }),
  },
});

export default [exampleStack({ services: [catalogue] })];

/** With 2 % to spend, a total outage burns fast enough to page only after 18 minutes; P1 promises 15. */
export const codes = ['route/response-time'];

export const paths = [
  ...filesOfStack(),
  ...filesOfService('catalogue', ['checkout-fails', 'slo-fresh', 'slo-pictures', 'slo-reachable', 'slo-stocked']),
];
