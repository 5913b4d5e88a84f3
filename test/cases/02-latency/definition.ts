/** A promise on time: it names a bucket of the histogram, because only what is counted can be promised. */
import { histogram, latency, service } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, region, shopTeam } from '../example.ts';

const duration = histogram('checkout_duration_seconds', {
  help: 'Time to place an order.',
  labels: { region },
  buckets: ['100ms', '250ms', '1s', '5s'],
});

const checkout = service({
  id: 'checkout',
  title: 'Checkout',
  team: shopTeam,
  tier: 'high',
  job: 'checkout',
  duration,
  expected: { p50: '80ms', p99: '250ms' },
  slos: {
    fast: latency(duration, {
      title: 'Orders within a second',
      within: '1s',
      objective: '99%',
      window: '28d',
      noTraffic: 'good',
      impact: 'Customers wait and give up.',
      runbook: checkoutFails,
    }),
  },
});

export default [exampleStack({ services: [checkout] })];

export const paths = [...filesOfStack(), ...filesOfService('checkout', ['checkout-fails', 'slo-fast'])];
