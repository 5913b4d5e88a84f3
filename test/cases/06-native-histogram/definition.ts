/** A native histogram takes any threshold. The evaluator is newer and evaluates a minute late, for remote-written series. */
import { above, alert, nativeHistogram, nativeLatency, p95, prometheus, service } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, P3, region, shopTeam } from '../example.ts';

const duration = nativeHistogram('search_duration_seconds', { help: 'Time to answer a search.', labels: { region } });

const search = service({
  id: 'search',
  title: 'Search',
  team: shopTeam,
  tier: 'normal',
  job: 'search',
  duration,
  slos: {
    fast: nativeLatency(duration, {
      within: '120ms',
      objective: '99%',
      window: '30d',
      noTraffic: 'good',
      runbook: checkoutFails,
    }),
  },
  alerts: {
    slow: alert({
      when: above(p95(duration, { by: ['region'] }), '400ms'),
      for: '10m',
      severity: P3,
      impact: 'Customers wait for what they look for.',
      runbook: checkoutFails,
    }),
  },
});

const late = prometheus({
  id: 'main',
  version: '2.53',
  scrapeInterval: '15s',
  evaluationInterval: '30s',
  retention: '45d',
  queryOffset: '1m',
});

export default [exampleStack({ services: [search], evaluators: [late] })];

export const paths = [...filesOfStack(), ...filesOfService('search', ['checkout-fails', 'slo-fast'])];
