/** One promise for each region instead of one for all: a region that burns is not hidden by those that do not. */
import { availability, counter, httpStatus, service } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, region, shopTeam } from '../example.ts';

const requests = counter('checkout_requests_total', {
  help: 'Orders that were sent.',
  labels: { region, status: httpStatus },
});

const checkout = service({
  id: 'checkout',
  title: 'Checkout',
  team: shopTeam,
  tier: 'critical',
  job: 'checkout',
  requests,
  slos: {
    availability: availability(requests, {
      bad: requests.where({ status: /5../ }),
      objective: '99.9%',
      window: '30d',
      per: ['region'],
      noTraffic: 'good',
      runbook: checkoutFails,
    }),
  },
});

export default [exampleStack({ services: [checkout], expects: { label: 'region', values: region } })];

export const paths = [...filesOfStack(), ...filesOfService('checkout', ['checkout-fails', 'slo-availability'])];
