/**
 * Beside everything that an organisation has: an Alertmanager for three teams, forty rules in two files, a dashboard. Our
 * alerts go under a route of their own; of theirs, each is followed to whoever hears of it, or named as lost.
 */
import { existingDashboard, externalAlerts, service, team } from 'signalbox';
import { exampleStack, filesOfService, filesOfStack, shopTeam } from '../example.ts';

const platform = team({ id: 'platform', title: 'Platform', contact: '#platform', receivers: {} });

const checkout = service({ id: 'checkout', title: 'Checkout', team: shopTeam, tier: 'critical', job: 'checkout' });

export default [
  exampleStack({
    services: [checkout],
    alertmanager: { version: '0.25', ownership: 'subtree', existing: 'existing/alertmanager.yaml' },
    beside: [
      externalAlerts('existing/kubernetes.yaml', {
        team: platform,
        note: 'Kept by the platform team since 2019. Ask there before you change a threshold.',
      }),
      externalAlerts('existing/databases.yaml'),
      existingDashboard('existing/hosts.json', { folder: 'hosts' }),
    ],
  }),
];

export const paths = [
  ...filesOfStack(),
  ...filesOfService('checkout', []),
  ...['kubernetes', 'databases'].flatMap((id) => [
    `example/alertmanager/routes/external-${id}.yaml`,
    `example/runbooks/external/${id}.md`,
  ]),
  'example/grafana/hosts/hosts-of-old.json',
];

/** One name twice, an old panel, and seven alerts that land in a mailbox or nowhere. */
export const codes = [
  'alert/name-taken',
  'existing/panel-unit',
  'existing/unknown-series',
  ...Array.from({ length: 7 }, () => 'route/external-lost'),
];
