/** A service and a promise: 99.9 % of its requests do not fail. Everything under `out/` follows from these lines. */
import { availability, counter, httpStatus, service } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, region, shopTeam } from '../example.ts';

const requests = counter('checkout_requests_total', {
  help: 'Orders that were sent.',
  labels: { region, status: httpStatus },
});
const failed = requests.where({ status: /5../ });

const checkout = service({
  id: 'checkout',
  title: 'Checkout',
  team: shopTeam,
  tier: 'critical',
  job: 'checkout',
  requests,
  errors: { '5xx': failed },
  slos: {
    availability: availability(requests, {
      bad: failed,
      objective: '99.9%',
      window: '30d',
      noTraffic: 'good',
      impact: 'Customers cannot pay.',
      runbook: checkoutFails,
    }),
  },
});

export default [exampleStack({ services: [checkout] })];

export const paths = [...filesOfStack(), ...filesOfService('checkout', ['checkout-fails', 'slo-availability'])];
