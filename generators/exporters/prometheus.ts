/**
 * Prometheus' own metrics: who watches the watcher.
 *
 * Source: the exposition of Prometheus 2.42, and https://github.com/prometheus/prometheus/tree/main/documentation/prometheus-mixin
 * (which of them its maintainers alert on). The names are those of 2.42, the oldest version that Signalbox writes for.
 *
 * `rule_group` is the file and the name, `…/rules/shop.yaml;shop`.
 */
import { counter, gauge, histogram, info, labelValues, summary, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';

const group = { rule_group: upTo(500, '/etc/prometheus/rules/shop.yaml;shop') };
/** Up to Prometheus 3 the URL with the path of the API. */
const alertmanager = { alertmanager: upTo(6, 'http://alertmanager:9093/api/v2/alerts') };
const remote = { remote_name: upTo(5, 'far'), url: upTo(1, 'https://metrics.example.org/api/v1/push') };
const unit = 'count';

export const prometheusServer = catalogue('Prometheus', {
  build: info('prometheus_build_info', {
    help: "A metric with a constant '1' value labeled by the version that prometheus was built from.",
    labels: {
      branch: upTo(1, 'HEAD'),
      goarch: upTo(1, 'amd64'),
      goos: upTo(1, 'linux'),
      goversion: upTo(1, 'go1.19.5'),
      revision: upTo(1, '225c61122d88b01d1f0eaaee0e05b6f3e0567ac0'),
      version: upTo(1, '2.42.0'),
    },
  }),
  /** 0 while it goes on with an old configuration, because the new one is wrong. */
  reloadSucceeded: gauge('prometheus_config_last_reload_successful', {
    help: 'Whether the last configuration reload attempt was successful.',
    unit,
  }),
  reloadTime: gauge('prometheus_config_last_reload_success_timestamp_seconds', {
    help: 'Timestamp of the last successful configuration reload.',
  }),

  ruleEvaluations: counter('prometheus_rule_evaluations_total', {
    help: 'The total number of rule evaluations.',
    labels: group,
  }),
  /** A rule that fails is an alert that does not fire. */
  ruleFailures: counter('prometheus_rule_evaluation_failures_total', {
    help: 'The total number of rule evaluation failures.',
    labels: group,
  }),
  ruleIterations: counter('prometheus_rule_group_iterations_total', {
    help: 'The total number of scheduled rule group evaluations, whether executed or missed.',
    labels: group,
  }),
  /** A group that takes longer than its interval skips. */
  ruleIterationsMissed: counter('prometheus_rule_group_iterations_missed_total', {
    help: 'The total number of rule group evaluations missed due to slow rule group evaluation.',
    labels: group,
  }),
  ruleGroupDuration: gauge('prometheus_rule_group_last_duration_seconds', {
    help: 'The duration of the last rule group evaluation.',
    labels: group,
  }),
  ruleGroupInterval: gauge('prometheus_rule_group_interval_seconds', {
    help: 'The interval of a rule group.',
    labels: group,
  }),
  ruleGroupTime: gauge('prometheus_rule_group_last_evaluation_timestamp_seconds', {
    help: 'The timestamp of the last rule group evaluation in seconds.',
    labels: group,
  }),

  /** 0 tells nobody of anything. */
  alertmanagers: gauge('prometheus_notifications_alertmanagers_discovered', {
    help: 'The number of alertmanagers discovered and active.',
    unit,
  }),
  notificationsSent: counter('prometheus_notifications_sent_total', {
    help: 'Total number of alerts sent.',
    labels: alertmanager,
  }),
  notificationErrors: counter('prometheus_notifications_errors_total', {
    help: 'Total number of errors sending alert notifications.',
    labels: alertmanager,
  }),
  /** Alerts that reached no Alertmanager at all. */
  notificationsDropped: counter('prometheus_notifications_dropped_total', {
    help: 'Total number of alerts dropped due to errors when sending to Alertmanager.',
  }),
  notificationQueueLength: gauge('prometheus_notifications_queue_length', {
    help: 'The number of alert notifications in the queue.',
    unit,
  }),
  notificationQueueCapacity: gauge('prometheus_notifications_queue_capacity', {
    help: 'The capacity of the alert notifications queue.',
    unit,
  }),

  headSeries: gauge('prometheus_tsdb_head_series', { help: 'Total number of series in the head block.', unit }),
  samplesAppended: counter('prometheus_tsdb_head_samples_appended_total', {
    help: 'Total number of appended samples.',
    // Since 2.40.
    labels: { type: labelValues('float', 'histogram') },
  }),
  compactionsFailed: counter('prometheus_tsdb_compactions_failed_total', {
    help: 'Total number of compactions that failed for the partition.',
  }),
  reloadsFailed: counter('prometheus_tsdb_reloads_failures_total', {
    help: 'Number of times the database failed to reloadBlocks block data from disk.',
  }),
  /** Samples were scraped and are not on the disk. */
  walWritesFailed: counter('prometheus_tsdb_wal_writes_failed_total', {
    help: 'Total number of write log writes that failed.',
  }),
  walCorruptions: counter('prometheus_tsdb_wal_corruptions_total', { help: 'Total number of WAL corruptions.' }),
  blocksSize: gauge('prometheus_tsdb_storage_blocks_bytes', {
    help: 'The number of bytes that are currently used for local storage by all blocks.',
  }),

  scrapesOverLimit: counter('prometheus_target_scrapes_exceeded_sample_limit_total', {
    help: 'Total number of scrapes that hit the sample limit and were rejected.',
  }),
  samplesOutOfOrder: counter('prometheus_target_scrapes_sample_out_of_order_total', {
    help: 'Total number of samples rejected due to not being out of the expected order.',
  }),
  samplesDuplicate: counter('prometheus_target_scrapes_sample_duplicate_timestamp_total', {
    help: 'Total number of samples rejected due to duplicate timestamps but different values.',
  }),
  targetSyncFailures: counter('prometheus_target_sync_failed_total', {
    help: 'Total number of target sync failures.',
    labels: { scrape_job: upTo(100, 'node') },
  }),

  remoteSamples: counter('prometheus_remote_storage_samples_total', {
    help: 'Total number of samples sent to remote storage.',
    labels: remote,
  }),
  /** Lost for good. */
  remoteSamplesFailed: counter('prometheus_remote_storage_samples_failed_total', {
    help: 'Total number of samples which failed on send to remote storage, non-recoverable errors.',
    labels: remote,
  }),
  remoteSamplesRetried: counter('prometheus_remote_storage_samples_retried_total', {
    help: 'Total number of samples which failed on send to remote storage but were retried because the send error was recoverable.',
    labels: remote,
  }),
  remoteSamplesDropped: counter('prometheus_remote_storage_samples_dropped_total', {
    help: 'Total number of samples which were dropped after being read from the WAL before being sent via remote write.',
    labels: remote,
  }),
  remoteNewestCome: gauge('prometheus_remote_storage_highest_timestamp_in_seconds', {
    help: 'Highest timestamp that has come into the remote storage via the Appender interface, in seconds since epoch.',
    unit: 'timestamp',
  }),
  /** Absent until a first sample was sent. */
  remoteNewestSent: gauge('prometheus_remote_storage_queue_highest_sent_timestamp_seconds', {
    help: 'Timestamp from a WAL sample, the highest timestamp successfully sent by this queue, in seconds since epoch.',
    labels: remote,
  }),
  remoteSamplesPending: gauge('prometheus_remote_storage_samples_pending', {
    help: 'The number of samples pending in the queues shards to be sent to the remote storage.',
    unit,
    labels: remote,
  }),
  remoteShards: gauge('prometheus_remote_storage_shards', {
    help: 'The number of shards used for parallel sending to the remote storage.',
    unit,
    labels: remote,
  }),
  /** More than `remoteShardsMaximum` falls behind for ever. */
  remoteShardsWanted: gauge('prometheus_remote_storage_shards_desired', {
    help: 'The number of shards that the queues shard calculation wants to run based on the rate of samples in vs. samples out.',
    unit,
    labels: remote,
  }),
  remoteShardsMaximum: gauge('prometheus_remote_storage_shards_max', {
    help: 'The maximum number of shards that the queue is allowed to run.',
    unit,
    labels: remote,
  }),

  requests: counter('prometheus_http_requests_total', {
    help: 'Counter of HTTP requests.',
    labels: { code: upTo(10, '200', '422', '503'), handler: upTo(60, '/api/v1/query', '/api/v1/query_range') },
  }),
  requestDuration: histogram('prometheus_http_request_duration_seconds', {
    help: 'Histogram of latencies for HTTP requests.',
    labels: { handler: upTo(60, '/api/v1/query', '/api/v1/query_range') },
    buckets: ['100ms', '200ms', '400ms', '1s', '3s', '8s', '20s', '1m', '2m'],
  }),
  queryDuration: summary('prometheus_engine_query_duration_seconds', {
    help: 'Query timings.',
    labels: { slice: labelValues('inner_eval', 'prepare_time', 'queue_time', 'result_sort') },
    quantiles: { '0.5': true, '0.9': true, '0.99': true },
  }),
});
