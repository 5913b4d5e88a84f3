/**
 * Alertmanager's own metrics: whether what fires is told.
 *
 * Source: the exposition of Alertmanager 0.25, and https://github.com/prometheus/alertmanager/tree/main/doc/alertmanager-mixin
 * (which of them its maintainers alert on). The names are those of 0.25, the oldest version that Signalbox
 * writes for.
 *
 * From 0.26 on the failures have a label `reason` besides (https://github.com/prometheus/alertmanager/pull/3599), and behind a
 * feature flag there is `receiver_name` (https://github.com/prometheus/alertmanager/pull/3045).
 */
import { counter, gauge, histogram, labelValues, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

const integration = upTo(20, 'email', 'opsgenie', 'pagerduty', 'slack', 'sns', 'webhook');
const state = labelValues('active', 'suppressed', 'unprocessed');
const unit = 'count';

export const alertmanager = catalogue('Alertmanager', {
  /** 0 while it goes on with an old configuration, because the new one is wrong. */
  reloadSucceeded: gauge('alertmanager_config_last_reload_successful', {
    help: 'Whether the last configuration reload attempt was successful.',
    unit,
  }),
  reloadTime: gauge('alertmanager_config_last_reload_success_timestamp_seconds', {
    help: 'Timestamp of the last successful configuration reload.',
  }),
  /** Differs among the members of a cluster that were not given the same configuration. */
  configHash: gauge('alertmanager_config_hash', {
    help: 'Hash of the currently loaded alertmanager configuration.',
    unit,
  }),

  /** Attempts, those that failed among them. */
  notifications: counter('alertmanager_notifications_total', {
    help: 'The total number of attempted notifications.',
    labels: { integration },
  }),
  /** Given up after all retries: somebody was not told. */
  notificationsFailed: counter('alertmanager_notifications_failed_total', {
    help: 'The total number of failed notifications.',
    labels: { integration },
  }),
  notificationRequests: counter('alertmanager_notification_requests_total', {
    help: 'The total number of attempted notification requests.',
    labels: { integration },
  }),
  /** Each try that failed, also where a later one succeeded. */
  notificationRequestsFailed: counter('alertmanager_notification_requests_failed_total', {
    help: 'The total number of failed notification requests.',
    labels: { integration },
  }),
  notificationLatency: histogram('alertmanager_notification_latency_seconds', {
    help: 'The latency of notifications in seconds.',
    labels: { integration },
    buckets: ['1s', '5s', '10s', '15s', '20s'],
  }),

  alerts: gauge('alertmanager_alerts', { help: 'How many alerts by state.', unit, labels: { state } }),
  alertsReceived: counter('alertmanager_alerts_received_total', {
    help: 'The total number of received alerts.',
    labels: { status: labelValues('firing', 'resolved'), version: labelValues('v1', 'v2') },
  }),
  alertsInvalid: counter('alertmanager_alerts_invalid_total', {
    help: 'The total number of received alerts that were invalid.',
    labels: { version: labelValues('v1', 'v2') },
  }),
  silences: gauge('alertmanager_silences', {
    help: 'How many silences by state.',
    unit,
    labels: { state: labelValues('active', 'expired', 'pending') },
  }),
  aggregationGroups: gauge('alertmanager_dispatcher_aggregation_groups', {
    help: 'Number of active aggregation groups.',
    unit,
  }),

  clusterMembers: gauge('alertmanager_cluster_members', {
    help: 'Number indicating current number of members in cluster.',
    unit,
  }),
  clusterFailedPeers: gauge('alertmanager_cluster_failed_peers', {
    help: 'Number indicating the current number of failed peers in the cluster.',
    unit,
  }),
  /** 0 is well; the higher, the more its neighbours complain. */
  clusterHealthScore: gauge('alertmanager_cluster_health_score', {
    help: "Health score of the cluster. Lower values are better and zero means 'totally healthy'.",
    unit,
  }),
  clusterMessagesQueued: gauge('alertmanager_cluster_messages_queued', {
    help: 'Number of cluster messages which are queued.',
    unit,
  }),
});
