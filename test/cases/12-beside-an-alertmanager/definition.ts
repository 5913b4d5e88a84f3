/** There is an Alertmanager already: our routes go first into its file, which stays as it is to the byte. */
import { service } from 'signalbox';
import { exampleStack, filesOfService, filesOfStack, shopTeam } from '../example.ts';

const checkout = service({ id: 'checkout', title: 'Checkout', team: shopTeam, tier: 'critical', job: 'checkout' });

export default [
  exampleStack({
    services: [checkout],
    alertmanager: { version: '0.25', ownership: 'subtree', existing: 'existing.yaml' },
  }),
];

export const paths = [...filesOfStack(), ...filesOfService('checkout', [])];
