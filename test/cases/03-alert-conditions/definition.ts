/**
 * Every condition that an alert can have: levels, bands, changes, events, silence. Without a `title` a key reads as the figure:
 * "Orders: declined share is above 5%".
 */
import {
  above,
  alert,
  any,
  average,
  below,
  counter,
  failsTimes,
  falling,
  gauge,
  histogram,
  labelValues,
  outside,
  p99,
  rate,
  rising,
  service,
  share,
  silent,
  total,
} from 'signalbox';
import { checkoutFails, exampleStack, filesOfService, filesOfStack, P1, P3, region, shopTeam } from '../example.ts';

const orders = counter('orders_total', {
  help: 'Orders that ended.',
  labels: { region, result: labelValues('paid', 'declined', 'lost') },
});
const duration = histogram('order_duration_seconds', { help: 'Time of an order.', buckets: ['500ms', '1s', '5s'] });
const baskets = gauge('open_baskets', { help: 'Baskets with something in them.', unit: 'count', labels: { region } });
const stock = gauge('stock_ratio', { help: 'Share of articles in stock.' });
const probe = gauge('probe_success', { help: 'Whether a test order worked.', unit: 'count', labels: { region } });

const declined = share(orders.where({ result: 'declined' }), orders);
const told = { severity: P3, runbook: checkoutFails, impact: 'Customers cannot order.' } as const;

const shop = service({
  id: 'orders',
  title: 'Orders',
  team: shopTeam,
  tier: 'normal',
  job: 'orders',
  requests: orders,
  duration,
  alerts: {
    p99: alert({ ...told, when: above(p99(duration), '1s'), for: '5m', severity: P1 }),
    rate: alert({ ...told, when: below(rate(orders, { over: '10m', by: ['region'] }), '2/s'), for: '15m' }),
    declinedShare: alert({ ...told, when: above(declined, '5%'), for: '5m', keepFiringFor: '10m' }),
    band: alert({ ...told, when: outside(declined, '0.1%', '20%'), for: '30m', title: 'Share of declined orders' }),
    openBaskets: alert({
      ...told,
      when: rising(total(baskets), { over: '1d', by: '150%' }),
      for: '10m',
      signal: 'traffic',
    }),
    stock: alert({ ...told, when: falling(average(stock), { over: '7d', by: '20%' }), for: '1h' }),
    lostOrders: alert({ ...told, when: any(orders.where({ result: 'lost' })), severity: P1 }),
    testOrder: alert({ ...told, when: failsTimes(probe, 3, { by: ['region'] }), severity: P1, signal: 'down' }),
    orders: alert({ ...told, when: silent(orders, { within: '20m' }), for: '5m', name: 'NoOrdersAtAll' }),
  },
});

export default [exampleStack({ services: [shop] })];

export const paths = [...filesOfStack(), ...filesOfService('orders', ['checkout-fails'])];
