import { counter, gauge, labelValues, upTo } from '../../language/index.ts';

/**
 * What Prometheus and Alertmanager say of themselves. Names: documentation/prometheus-mixin/alerts.libsonnet of
 * https://github.com/prometheus/prometheus and doc/alertmanager-mixin/alerts.libsonnet of
 * https://github.com/prometheus/alertmanager; that 2.42 and 0.25 expose them is a test.
 */
const groups = { rule_group: upTo(500, '/etc/prometheus/rules/stack.yaml;stack monitoring') };
const alertmanagers = { alertmanager: upTo(10, 'http://alertmanager:9093/api/v2/alerts') };
const remotes = { remote_name: upTo(10, 'b91f80') };
const integrations = { integration: upTo(30, 'pagerduty', 'slack', 'email', 'webhook') };

export const prometheusMetrics = {
  ruleEvaluations: counter('prometheus_rule_evaluations_total', {
    help: 'The total number of rule evaluations.',
    labels: groups,
  }),
  ruleFailures: counter('prometheus_rule_evaluation_failures_total', {
    help: 'The total number of rule evaluation failures.',
    labels: groups,
  }),
  iterationsMissed: counter('prometheus_rule_group_iterations_missed_total', {
    help: 'The total number of rule group evaluations missed due to slow rule group evaluation.',
    labels: groups,
  }),
  groupDuration: gauge('prometheus_rule_group_last_duration_seconds', {
    help: 'The duration of the last rule group evaluation.',
    labels: groups,
  }),
  groupInterval: gauge('prometheus_rule_group_interval_seconds', {
    help: 'The interval of a rule group.',
    labels: groups,
  }),
  alertsSent: counter('prometheus_notifications_sent_total', {
    help: 'Total number of alerts sent.',
    labels: alertmanagers,
  }),
  alertsRefused: counter('prometheus_notifications_errors_total', {
    help: 'Total number of errors sending alert notifications.',
    labels: alertmanagers,
  }),
  alertsDropped: counter('prometheus_notifications_dropped_total', {
    help: 'Total number of alerts dropped due to errors when sending to Alertmanager.',
  }),
  queueLength: gauge('prometheus_notifications_queue_length', {
    help: 'The number of alert notifications in the queue.',
    unit: 'count',
  }),
  queueCapacity: gauge('prometheus_notifications_queue_capacity', {
    help: 'The capacity of the alert notifications queue.',
    unit: 'count',
  }),
  alertmanagers: gauge('prometheus_notifications_alertmanagers_discovered', {
    help: 'The number of alertmanagers discovered and active.',
    unit: 'count',
  }),
  reloaded: gauge('prometheus_config_last_reload_successful', {
    help: 'Whether the last configuration reload attempt was successful.',
    unit: 'count',
  }),
  walWritesFailed: counter('prometheus_tsdb_wal_writes_failed_total', {
    help: 'Total number of WAL writes that failed.',
  }),
  compactionsFailed: counter('prometheus_tsdb_compactions_failed_total', {
    help: 'Total number of compactions that failed for the partition.',
  }),
  remoteSamples: counter('prometheus_remote_storage_samples_total', {
    help: 'Total number of samples sent to remote storage.',
    labels: remotes,
  }),
  remoteFailures: counter('prometheus_remote_storage_samples_failed_total', {
    help: 'Total number of samples which failed on send to remote storage, non-recoverable errors.',
    labels: remotes,
  }),
  remoteRetries: counter('prometheus_remote_storage_samples_retried_total', {
    help: 'Total number of samples which failed on send to remote storage but were retried.',
    labels: remotes,
  }),
  remoteIn: gauge('prometheus_remote_storage_highest_timestamp_in_seconds', {
    help: 'Highest timestamp that has come into the remote storage via the Appender interface.',
    unit: 'timestamp',
  }),
  remoteOut: gauge('prometheus_remote_storage_queue_highest_sent_timestamp_seconds', {
    help: 'Timestamp from a WAL sample, the highest timestamp successfully sent by this queue.',
    labels: remotes,
  }),
} as const;

export const alertmanagerMetrics = {
  notifications: counter('alertmanager_notifications_total', {
    help: 'The total number of attempted notifications.',
    labels: integrations,
  }),
  notificationsFailed: counter('alertmanager_notifications_failed_total', {
    help: 'The total number of failed notifications.',
    labels: integrations,
  }),
  alertsReceived: counter('alertmanager_alerts_received_total', {
    help: 'The total number of received alerts.',
    labels: { status: labelValues('firing', 'resolved') },
  }),
  reloaded: gauge('alertmanager_config_last_reload_successful', {
    help: 'Whether the last configuration reload attempt was successful.',
    unit: 'count',
  }),
  members: gauge('alertmanager_cluster_members', {
    help: 'Number indicating current number of members in cluster.',
    unit: 'count',
  }),
} as const;

/**
 * What Mimir's ruler says of the rules of each tenant: pkg/ruler/manager_metrics.go and manager_test.go of
 * https://github.com/grafana/mimir. It does not say how often a group should run, nor of which Alertmanager an error was.
 */
export function mimirMetrics(tenants: readonly [string, ...string[]]) {
  const user = labelValues(...tenants);
  const labels = { user, rule_group: groups.rule_group };
  return {
    ruleEvaluations: counter('cortex_prometheus_rule_evaluations_total', {
      help: 'The total number of rule evaluations.',
      labels,
    }),
    ruleFailures: counter('cortex_prometheus_rule_evaluation_failures_total', {
      help: 'The total number of rule evaluation failures.',
      labels,
    }),
    iterationsMissed: counter('cortex_prometheus_rule_group_iterations_missed_total', {
      help: 'The total number of rule group evaluations missed due to slow rule group evaluation.',
      labels,
    }),
    alertsDropped: counter('cortex_prometheus_notifications_dropped_total', {
      help: 'Total number of alerts dropped due to errors when sending to Alertmanager.',
      labels: { user },
    }),
  } as const;
}
