/**
 * Envoy (`/stats/prometheus`): requests that come in (`downstream…`, by connection manager) and that go to clusters
 * (`upstream…`).
 *
 * Source: https://www.envoyproxy.io/docs/envoy/latest/configuration/upstream/cluster_manager/cluster_stats,
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/stats,
 * https://www.envoyproxy.io/docs/envoy/latest/configuration/observability/statistics, with the labels that
 * https://github.com/envoyproxy/envoy/blob/main/source/common/config/well_known_names.cc takes out of the names, all as of
 * 1.36. Times are milliseconds; names of counters have no suffix of their own, so that some end in `_total` and some do not.
 */
import { counter, gauge, histogram, labelValues, unsuffixedCounter, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';
import { envoyBuckets } from './default-buckets.ts';

const cluster = { envoy_cluster_name: upTo(100, 'shop', 'xds_cluster') };
const manager = { envoy_http_conn_manager_prefix: upTo(10, 'ingress_http', 'admin') };
/** The first digit: `5` is 5xx. */
const codeClass = { envoy_response_code_class: labelValues('1', '2', '3', '4', '5') };
const unit = 'count';

export const envoy = catalogue('Envoy', {
  downstreamRequests: counter('envoy_http_downstream_rq_total', { help: 'Total requests.', labels: manager }),
  /** Responses by class. A request that was cut off has none. */
  downstreamResponses: unsuffixedCounter('envoy_http_downstream_rq_xx', {
    help: 'Total responses of a class.',
    labels: { ...manager, ...codeClass },
  }),
  downstreamTime: histogram('envoy_http_downstream_rq_time', {
    help: 'Total time for request and response (milliseconds).',
    unit: 'milliseconds',
    labels: manager,
    buckets: envoyBuckets,
  }),
  downstreamActive: gauge('envoy_http_downstream_rq_active', { help: 'Total active requests.', unit, labels: manager }),
  downstreamConnections: gauge('envoy_http_downstream_cx_active', {
    help: 'Total active connections.',
    unit,
    labels: manager,
  }),

  upstreamRequests: counter('envoy_cluster_upstream_rq_total', { help: 'Total requests.', labels: cluster }),
  upstreamResponses: unsuffixedCounter('envoy_cluster_upstream_rq_xx', {
    help: 'Aggregate HTTP response codes.',
    labels: { ...cluster, ...codeClass },
  }),
  upstreamResponseCodes: unsuffixedCounter('envoy_cluster_upstream_rq', {
    help: 'Specific HTTP response codes.',
    labels: { ...cluster, envoy_response_code: upTo(63, '200', '404', '503') },
  }),
  upstreamTime: histogram('envoy_cluster_upstream_rq_time', {
    help: 'Request time milliseconds.',
    unit: 'milliseconds',
    labels: cluster,
    buckets: envoyBuckets,
  }),
  upstreamActive: gauge('envoy_cluster_upstream_rq_active', { help: 'Total active requests.', unit, labels: cluster }),
  upstreamTimeouts: unsuffixedCounter('envoy_cluster_upstream_rq_timeout', {
    help: 'Total requests that timed out waiting for a response.',
    labels: cluster,
  }),
  upstreamRetries: unsuffixedCounter('envoy_cluster_upstream_rq_retry', {
    help: 'Total request retries.',
    labels: cluster,
  }),
  /** Refused by the circuit breaker. */
  upstreamPendingOverflow: unsuffixedCounter('envoy_cluster_upstream_rq_pending_overflow', {
    help: 'Total requests that overflowed connection pool or requests circuit breaking and were failed.',
    labels: cluster,
  }),
  upstreamConnections: gauge('envoy_cluster_upstream_cx_active', {
    help: 'Total active connections.',
    unit,
    labels: cluster,
  }),
  upstreamConnectFailures: unsuffixedCounter('envoy_cluster_upstream_cx_connect_fail', {
    help: 'Total connection failures.',
    labels: cluster,
  }),
  upstreamConnectTimeouts: unsuffixedCounter('envoy_cluster_upstream_cx_connect_timeout', {
    help: 'Total connection connect timeouts.',
    labels: cluster,
  }),

  membersHealthy: gauge('envoy_cluster_membership_healthy', {
    help: 'Current cluster healthy total (inclusive of both health checking and outlier detection).',
    unit,
    labels: cluster,
  }),
  members: gauge('envoy_cluster_membership_total', {
    help: 'Current cluster membership total.',
    unit,
    labels: cluster,
  }),
  /** Where a cluster has outlier detection. */
  ejectionsActive: gauge('envoy_cluster_outlier_detection_ejections_active', {
    help: 'Number of currently ejected hosts.',
    unit,
    labels: cluster,
  }),

  live: gauge('envoy_server_live', { help: '1 if the server is not currently draining, 0 otherwise.', unit }),
  uptime: gauge('envoy_server_uptime', { help: 'Current server uptime in seconds.', unit: 'seconds' }),
  memoryAllocated: gauge('envoy_server_memory_allocated', {
    help: 'Current amount of allocated memory in bytes.',
    unit: 'bytes',
  }),
  connections: gauge('envoy_server_total_connections', {
    help: 'Total connections of both new and old Envoy processes.',
    unit,
  }),
  certificateDays: gauge('envoy_server_days_until_first_cert_expiring', {
    help: 'Number of days until the next certificate being managed will expire.',
    unit,
  }),
});
