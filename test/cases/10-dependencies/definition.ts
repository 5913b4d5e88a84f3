/** Services that depend on each other, and on one of another repository. The function lets two files import each other. */
import { external, type Service, service } from 'signalbox';
import { exampleStack, filesOfService, filesOfStack, shopTeam } from '../example.ts';

const bank = external({ id: 'bank', title: 'Bank', url: 'https://status.bank.example.com' });

const basket: Service = service({
  id: 'basket',
  title: 'Basket',
  team: shopTeam,
  tier: 'high',
  job: 'basket',
  dependsOn: () => [payment],
});
const payment: Service = service({
  id: 'payment',
  title: 'Payment',
  team: shopTeam,
  tier: 'critical',
  job: 'payment',
  dependsOn: () => [basket, bank],
});

export default [exampleStack({ services: [basket, payment] })];

export const paths = [...filesOfStack(), ...filesOfService('basket', []), ...filesOfService('payment', [])];
