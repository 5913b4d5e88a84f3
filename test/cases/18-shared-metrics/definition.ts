/**
 * One metric for every service, told apart by a label, as OpenTelemetry's instrumentations and many companies have it: each
 * service says once which series are its own. They are pushed, so there is no job to scrape.
 */
import { above, alert, availability, histogram, httpStatus, latency, p99, runbook, service, upTo } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, P3, shopTeam } from '../example.ts';

/**
 * https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration, its advised buckets;
 * `service_name` is the resource's, promoted to a label.
 */
const duration = histogram('http_server_request_duration_seconds', {
  help: 'Duration of HTTP server requests.',
  labels: { service_name: upTo(8, 'checkout', 'search'), http_response_status_code: httpStatus },
  buckets: [
    ...(['5ms', '10ms', '25ms', '50ms', '75ms', '100ms', '250ms'] as const),
    ...(['500ms', '750ms', '1s', '2500ms', '5s', '7500ms', '10s'] as const),
  ],
});
const failed = duration.where({ http_response_status_code: /5../ });

/** What it looks at is narrowed, because it is the runbook of one service. */
const searchSlow = runbook({
  id: 'search-slow',
  title: 'Search is slow',
  firstSteps: [
    { do: 'See since when.', look: p99(duration) },
    { do: 'Compare with the checkout.', look: p99(duration.where({ service_name: 'checkout' })) },
  ],
});

const promise = { objective: '99.9%', window: '30d', noTraffic: 'good' } as const;

const checkout = service({
  id: 'checkout',
  title: 'Checkout',
  team: shopTeam,
  tier: 'critical',
  selector: { service_name: 'checkout' },
  duration,
  slos: {
    availability: availability(duration, { ...promise, bad: failed, runbook: checkoutFails }),
    latency: latency(duration, { ...promise, objective: '99%', within: '500ms', runbook: checkoutFails }),
  },
});

const search = service({
  id: 'search',
  title: 'Search',
  team: shopTeam,
  tier: 'normal',
  selector: { service_name: ['search', 'suggest'] },
  duration,
  signals: { 'Slowest requests': p99(duration) },
  slos: {
    availability: availability(duration, { ...promise, bad: failed, runbook: checkoutFails }),
    latency: latency(duration, { ...promise, objective: '99%', within: '250ms', runbook: searchSlow }),
  },
  alerts: {
    slow: alert({
      when: above(p99(duration), '1s'),
      for: '5m',
      severity: P3,
      impact: 'Results come late.',
      runbook: searchSlow,
    }),
  },
});

export default [exampleStack({ services: [checkout, search] })];

const slos = ['slo-availability', 'slo-latency'];
export const paths = [
  ...filesOfStack(),
  ...filesOfService('checkout', ['checkout-fails', ...slos]),
  ...filesOfService('search', ['checkout-fails', 'search-slow', ...slos]),
];
