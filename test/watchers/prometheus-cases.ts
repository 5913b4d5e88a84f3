import { after, type Case, shareOf } from './case.ts';
import { BEGINS, born, ends, grows, jumps, LASTS, MINUTE, type Series, shows } from './incidents.ts';

const of = (name: string, more = ''): string => `${name}{job="prometheus",instance="p:9090"${more}}`;
const GROUP = ',rule_group="r.yaml;a"';
const ONE = ',alertmanager="http://a/api/v2/alerts"';
const REMOTE = ',remote_name="far"';
const failures = of('prometheus_rule_evaluation_failures_total', GROUP);
const missed = of('prometheus_rule_group_iterations_missed_total', GROUP);
const dropped = of('prometheus_notifications_dropped_total');
const walFailed = of('prometheus_tsdb_wal_writes_failed_total');
const compactionFailed = of('prometheus_tsdb_compactions_failed_total');
const evaluations = of('prometheus_rule_evaluations_total', GROUP);
const pair = (a: string, b: string, value: number, most: number): readonly Series[] => [
  shows(a, most / 100, value),
  shows(b, most, most),
];

export const ofPrometheus: readonly Case[] = [
  {
    alert: 'MonitoringRulesFail',
    what: 'a rule fails at every evaluation',
    ill: [grows(failures, 0, 2)],
    firesAfter: after(7),
    clearsAfter: after(6),
    under: {
      'one run of a group of twenty fails': [jumps(failures, 20)],
      'the first run of a new group fails': [born(failures, 5)],
    },
  },
  {
    alert: 'MonitoringRulesFail',
    what: 'a new group fails from its first evaluation',
    ill: [born(failures, 1, 2)],
    firesAfter: after(7),
    clearsAfter: Number.POSITIVE_INFINITY,
    under: {},
  },
  {
    alert: 'MonitoringRulesMissed',
    what: 'every second run is left out',
    ill: [grows(missed, 0, 1)],
    firesAfter: after(7),
    clearsAfter: after(6),
    under: { 'one run is left out': [jumps(missed, 1)] },
  },
  {
    alert: 'MonitoringRulesSlow',
    what: 'a group takes 40 of its 30 seconds',
    ill: [
      shows(of('prometheus_rule_group_last_duration_seconds', GROUP), 2, 40),
      shows(of('prometheus_rule_group_interval_seconds', GROUP), 30, 30),
    ],
    firesAfter: after(10),
    clearsAfter: after(0),
    under: {
      'it takes 29': pair(
        of('prometheus_rule_group_last_duration_seconds', GROUP),
        of('prometheus_rule_group_interval_seconds', GROUP),
        29,
        30,
      ),
    },
  },
  {
    alert: 'MonitoringRulesUnseen',
    what: 'no rule is evaluated',
    ill: [grows(evaluations, 60, 0)],
    firesAfter: after(15),
    clearsAfter: after(1),
    under: { 'rules are evaluated seldom': [grows(evaluations, 60, 0.5)] },
  },
  {
    alert: 'MonitoringRulesUnseen',
    what: 'it is not scraped any more',
    ill: [ends(grows(evaluations, 60, 60))],
    firesAfter: after(15),
    clearsAfter: after(1),
    under: {},
  },
  {
    alert: 'MonitoringAlertsDropped',
    what: 'no Alertmanager takes the heartbeat that is sent every minute',
    ill: [grows(dropped, 0, 1)],
    firesAfter: after(3),
    clearsAfter: after(2),
    under: { 'Alertmanager restarts': [jumps(dropped, 30)] },
  },
  {
    alert: 'MonitoringAlertsRefused',
    what: 'an Alertmanager refuses one of twenty',
    ill: shareOf(of('prometheus_notifications_errors_total', ONE), of('prometheus_notifications_sent_total', ONE), 5),
    firesAfter: after(11),
    clearsAfter: after(5),
    under: {
      'one of two hundred': shareOf(
        of('prometheus_notifications_errors_total', ONE),
        of('prometheus_notifications_sent_total', ONE),
        0.5,
      ),
    },
  },
  {
    alert: 'MonitoringAlertsWaiting',
    what: 'the queue is more than half full',
    ill: pair(of('prometheus_notifications_queue_length'), of('prometheus_notifications_queue_capacity'), 6000, 10_000),
    firesAfter: after(10),
    clearsAfter: after(0),
    under: {
      'less than half': pair(
        of('prometheus_notifications_queue_length'),
        of('prometheus_notifications_queue_capacity'),
        4900,
        10_000,
      ),
    },
  },
  {
    alert: 'MonitoringNoAlertmanager',
    what: 'none is known',
    ill: [shows(of('prometheus_notifications_alertmanagers_discovered'), 2, 0)],
    firesAfter: after(2),
    clearsAfter: after(0),
    under: {
      'one of two is known': [shows(of('prometheus_notifications_alertmanagers_discovered'), 2, 1)],
      'none for a minute': [shows(of('prometheus_notifications_alertmanagers_discovered'), 2, 0, MINUTE)],
    },
  },
  {
    alert: 'MonitoringConfigurationRefused',
    what: 'a reload fails',
    ill: [shows(of('prometheus_config_last_reload_successful'), 1, 0)],
    firesAfter: after(10),
    clearsAfter: after(0),
    under: { 'and is repaired within minutes': [shows(of('prometheus_config_last_reload_successful'), 1, 0, 300)] },
  },
  {
    alert: 'MonitoringSamplesLost',
    what: 'one write fails',
    ill: [jumps(walFailed, 1, 0)],
    firesAfter: after(0),
    clearsAfter: after(5),
    under: { 'some failed last month': [jumps(walFailed, 0, 12)] },
  },
  {
    alert: 'MonitoringSamplesLost',
    what: 'the counter is born with its first failure',
    ill: [born(walFailed, 1)],
    firesAfter: after(0),
    clearsAfter: after(5),
    under: {},
  },
  {
    alert: 'MonitoringCompactionFails',
    what: 'one compaction fails',
    ill: [jumps(compactionFailed, 1, 0)],
    firesAfter: after(0),
    clearsAfter: after(180),
    under: { 'some failed last month': [jumps(compactionFailed, 0, 12)] },
  },
  ...(['failed', 'retried'] as const).map((way) => ({
    alert: 'MonitoringRemoteWriteFails',
    what: `one sample of twenty is ${way}`,
    ill: shareOf(
      of(`prometheus_remote_storage_samples_${way}_total`, REMOTE),
      of('prometheus_remote_storage_samples_total', REMOTE),
      5,
    ),
    firesAfter: after(11),
    clearsAfter: after(5),
    under: {
      'one of two hundred': shareOf(
        of(`prometheus_remote_storage_samples_${way}_total`, REMOTE),
        of('prometheus_remote_storage_samples_total', REMOTE),
        0.5,
      ),
    },
  })),
  {
    alert: 'MonitoringRemoteWriteBehind',
    what: 'what is sent is five minutes old',
    ill: behind(300),
    firesAfter: after(10),
    clearsAfter: after(0),
    under: { 'it is a minute old': behind(60) },
  },
];

function behind(seconds: number): readonly Series[] {
  return [
    grows(of('prometheus_remote_storage_highest_timestamp_in_seconds'), 60, 60),
    [
      of('prometheus_remote_storage_queue_highest_sent_timestamp_seconds', REMOTE),
      (at) => 1000 + at - (at >= BEGINS && at < BEGINS + LASTS ? seconds : 1),
    ],
  ];
}
