/** An organisation that routes by labels of its own goes on doing so: their names are the stack's, their values those of the definitions. */
import { above, alert, availability, counter, httpStatus, rate, service, severity, team } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, P1, P3, shopTeam } from '../example.ts';

const critical = severity({ ...P1, label: 'critical' });
const warning = severity({ ...P3, label: 'warning' });
const shop = team({ ...shopTeam, label: 'shop-squad' });

const requests = counter('checkout_requests_total', {
  help: 'Orders that were sent.',
  labels: { status: httpStatus },
});

const checkout = service({
  id: 'checkout',
  title: 'Checkout',
  team: shop,
  tier: 'critical',
  job: 'checkout',
  requests,
  slos: {
    availability: availability(requests, {
      bad: requests.where({ status: /5../ }),
      objective: '99.9%',
      window: '30d',
      noTraffic: 'good',
      runbook: checkoutFails,
    }),
  },
  alerts: {
    rush: alert({
      when: above(rate(requests), '800/s'),
      for: '10m',
      severity: warning,
      impact: 'Orders take longer.',
      runbook: checkoutFails,
    }),
  },
});

const urgency = { page: critical, ticket: warning };

export default [
  exampleStack({
    services: [checkout],
    labels: { severity: 'priority', team: 'owner', environment: 'env' },
    environment: 'prod_eu-1',
    severities: [critical, warning],
    burn: { critical: urgency, high: urgency, normal: urgency, low: urgency },
    defaultTeam: shop,
  }),
];

export const paths = [...filesOfStack(), ...filesOfService('checkout', ['checkout-fails', 'slo-availability'])];
