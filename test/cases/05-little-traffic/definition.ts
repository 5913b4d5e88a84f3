/** At night one failure of three requests is a third: a floor of bad events, and what a time without requests means. */
import { availability, counter, labelValues, service } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, shopTeam } from '../example.ts';

const refunds = counter('refunds_total', {
  help: 'Refunds that ended.',
  labels: { result: labelValues('paid', 'failed') },
});
const payouts = counter('payouts_total', {
  help: 'Payouts to sellers; there is always one under way.',
  labels: { result: labelValues('paid', 'failed') },
});
const promise = { objective: '99%', window: '30d', runbook: checkoutFails } as const;

const payments = service({
  id: 'payments',
  title: 'Payments',
  team: shopTeam,
  tier: 'low',
  job: 'payments',
  slos: {
    refunds: availability(refunds, {
      ...promise,
      title: 'Refunds',
      bad: refunds.where({ result: 'failed' }),
      noTraffic: 'unknown',
      minimumBadEvents: 10,
    }),
    payouts: availability(payouts, {
      ...promise,
      title: 'Payouts',
      bad: payouts.where({ result: 'failed' }),
      noTraffic: 'bad',
    }),
  },
});

export default [exampleStack({ services: [payments] })];

export const paths = [
  ...filesOfStack(),
  ...filesOfService('payments', ['checkout-fails', 'slo-payouts', 'slo-refunds']),
];
