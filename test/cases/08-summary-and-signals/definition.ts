/** What a service shows beside its requests. A summary's quantiles come from the client: shown and compared, not averaged. */
import { above, alert, clientQuantile, counter, gauge, highest, mean, rate, service, summary } from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, P3, region, shopTeam } from '../example.ts';

const render = summary('invoice_render_seconds', {
  help: 'Time to render an invoice.',
  labels: { region },
  quantiles: { '0.5': true, '0.99': true },
});
const queue = gauge('invoice_queue', { help: 'Invoices that wait.', unit: 'count', labels: { region } });
const memory = gauge('process_resident_memory_bytes', { help: 'Memory in use.' });
const sent = counter('invoice_mails_total', { help: 'Invoices mailed.' });

const invoices = service({
  id: 'invoices',
  title: 'Invoices',
  description: 'Renders and mails invoices.',
  team: shopTeam,
  tier: 'low',
  job: 'invoices',
  signals: {
    'Mails sent': rate(sent),
    'Mean time to render': mean(render),
    'Queue by region': highest(queue, { by: ['region'] }),
    Memory: highest(memory),
  },
  links: { 'Source code': 'https://git.example.com/shop/invoices' },
  alerts: {
    slow: alert({
      when: above(clientQuantile('0.99', render), '5s'),
      for: '15m',
      severity: P3,
      impact: 'Invoices arrive late.',
      runbook: checkoutFails,
    }),
    memory: alert({
      when: above(highest(memory), '4GiB'),
      for: '30m',
      severity: P3,
      impact: 'The process will be killed and invoices rendered twice.',
      signal: 'saturation',
      runbook: checkoutFails,
    }),
  },
});

export default [exampleStack({ services: [invoices] })];

export const paths = [...filesOfStack(), ...filesOfService('invoices', ['checkout-fails'])];
