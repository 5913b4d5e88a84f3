/** Where the conditions do not reach there is PromQL, over the same handles, and only with the test that shows it firing. */
import { alert, gauge, labelValues, promql, proved, service } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, P3, shopTeam } from '../example.ts';

const depth = gauge('mail_queue_depth', {
  help: 'Mails that wait.',
  unit: 'count',
  labels: { queue: labelValues('invoices', 'newsletter') },
});
const waiting = depth.where({ queue: 'invoices' });

const mail = service({
  id: 'mail',
  title: 'Mail',
  team: shopTeam,
  tier: 'low',
  job: 'mail',
  alerts: {
    stuck: alert({
      when: proved(promql('count')`min_over_time(${waiting}[10m]) > 500`, {
        given: { 'mail_queue_depth{queue="invoices"}': '0x10 900x30 0x20' },
        quietAt: '15m',
        firesAt: '35m',
        clearsAt: '55m',
      }),
      for: '5m',
      severity: P3,
      title: 'Invoices that wait',
      impact: 'Invoices arrive late.',
      runbook: checkoutFails,
    }),
  },
});

export default [exampleStack({ services: [mail] })];

export const paths = [
  ...filesOfStack(),
  ...filesOfService('mail', ['checkout-fails']),
  // The proof, for promtool.
  'example/prometheus/tests/mail.yaml',
];
