/** The Alertmanager is somebody else's: nothing is written for it, and our alerts are judged against its file. */
import { service } from 'signalbox';
import { exampleStack, filesOfService, filesOfStack, shopTeam } from '../example.ts';

const checkout = service({ id: 'checkout', title: 'Checkout', team: shopTeam, tier: 'critical', job: 'checkout' });

export default [
  exampleStack({
    services: [checkout],
    alertmanager: { version: '0.25', ownership: 'none', existing: 'existing.yaml' },
  }),
];

const theirs = ['example/alertmanager/alertmanager.yaml', 'example/alertmanager/templates/signalbox.tmpl'];

export const paths = [...filesOfStack().filter((path) => !theirs.includes(path)), ...filesOfService('checkout', [])];
