import { after, type Case, shareOf } from './case.ts';
import { grows, shows } from './incidents.ts';

const am = (name: string, more = '', instance = 'a'): string =>
  `${name}{job="alertmanager",instance="${instance}"${more}}`;
const PAGER = ',integration="pagerduty"';

const received = am('alertmanager_alerts_received_total', ',status="firing"');

export const ofAlertmanager: readonly Case[] = [
  {
    alert: 'AlertmanagerNotificationsFail',
    what: 'the pager refuses one of twenty',
    ill: shareOf(
      am('alertmanager_notifications_failed_total', PAGER),
      am('alertmanager_notifications_total', PAGER),
      5,
    ),
    firesAfter: after(7),
    clearsAfter: after(5),
    under: {
      'one of two hundred': shareOf(
        am('alertmanager_notifications_failed_total', PAGER),
        am('alertmanager_notifications_total', PAGER),
        0.5,
      ),
    },
  },
  {
    alert: 'AlertmanagerHearsNothing',
    what: 'it receives nothing, not even heartbeats',
    ill: [grows(received, 2, 0)],
    firesAfter: after(15),
    clearsAfter: after(1),
    under: { 'heartbeats alone': [grows(received, 20, 1)] },
  },
  {
    alert: 'AlertmanagerConfigurationRefused',
    what: 'a reload fails',
    ill: [shows(am('alertmanager_config_last_reload_successful'), 1, 0)],
    firesAfter: after(10),
    clearsAfter: after(0),
    under: { 'and is repaired within minutes': [shows(am('alertmanager_config_last_reload_successful'), 1, 0, 300)] },
  },
  {
    alert: 'AlertmanagerClusterSplit',
    what: 'one of two members is alone',
    ill: [shows(am('alertmanager_cluster_members'), 2, 2), shows(am('alertmanager_cluster_members', '', 'b'), 2, 1)],
    firesAfter: after(10),
    clearsAfter: after(0),
    under: { 'there is only one': [shows(am('alertmanager_cluster_members'), 1, 1)] },
  },
];
