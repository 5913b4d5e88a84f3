/** The metrics of the first service. */
export const metricsFile = `import { counter, histogram, httpStatus } from 'signalbox';

/** What the service exposes; \`signalbox import metrics\` writes such declarations from what is there. */
export const requests = counter('http_requests_total', {
  help: 'Requests answered.',
  labels: { status: httpStatus },
});
export const duration = histogram('http_request_duration_seconds', {
  help: 'Time to answer a request.',
  buckets: ['50ms', '100ms', '250ms', '500ms', '1s', '2.5s'],
});
`;

/** What to do when it fails. */
export const runbooksFile = `import { runbook } from 'signalbox';

export const shopDown = runbook({
  id: 'shop-down',
  title: 'The shop fails',
  firstSteps: ['Roll back a deployment of the last hour.', 'Fail over to the other region.'],
});
`;

/** The first service itself. */
export const serviceFile = `import { availability, latency, type Service, service } from 'signalbox';
import { webTeam } from '../teams.ts';
import { duration, requests } from './shop.metrics.ts';
import { shopDown } from './shop.runbooks.ts';

export const shop: Service = service({
  id: 'shop',
  title: 'Shop',
  team: webTeam,
  tier: 'critical',
  job: 'shop',
  requests,
  duration,
  slos: {
    availability: availability(requests, {
      bad: requests.where({ status: /5../ }),
      objective: '99.9%',
      window: '30d',
      noTraffic: 'good',
      runbook: shopDown,
    }),
    latency: latency(duration, {
      within: '500ms',
      objective: '99%',
      window: '30d',
      noTraffic: 'good',
      runbook: shopDown,
    }),
  },
});
`;
