/**
 * Istio: what its proxies count, and the control plane's own figures.
 *
 * Source: https://istio.io/latest/docs/reference/config/metrics/ (the proxies' metrics and labels) and
 * https://github.com/istio/istio/blob/master/pilot/pkg/xds/monitoring.go (the control plane). They hold since 1.5 (2020),
 * which brought `istio_request_duration_milliseconds`, unless a comment says later. Histograms have Envoy's buckets.
 *
 * A request between two proxies is counted by both: choose `reporter: 'destination'` (what the service did) or `'source'`
 * (what its callers saw, the network included) before adding up. One target is one proxy, so that one side of the labels
 * varies and the other is itself. What follows from a workload has one value for it.
 */
import { counter, gauge, histogram, httpStatus, labelValues, unsuffixedCounter, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';
import { envoyBuckets } from './default-buckets.ts';

const one = (example: string) => upTo(1, example);
const traffic = {
  /** `waypoint` since 1.18, in ambient mode. */
  reporter: labelValues('destination', 'source', 'waypoint'),
  source_workload: upTo(50, 'web', 'unknown'),
  source_workload_namespace: one('shop'),
  source_principal: one('spiffe://cluster.local/ns/shop/sa/web'),
  source_app: one('web'),
  source_version: one('v1'),
  source_cluster: one('Kubernetes'),
  source_canonical_service: one('web'),
  source_canonical_revision: one('v1'),
  destination_workload: upTo(50, 'cart'),
  destination_workload_namespace: one('shop'),
  destination_principal: one('spiffe://cluster.local/ns/shop/sa/cart'),
  destination_app: one('cart'),
  destination_version: one('v1'),
  destination_cluster: one('Kubernetes'),
  destination_canonical_service: one('cart'),
  destination_canonical_revision: one('v1'),
  destination_service: upTo(50, 'cart.shop.svc.cluster.local'),
  destination_service_name: one('cart'),
  destination_service_namespace: one('shop'),
  request_protocol: labelValues('http', 'grpc', 'tcp'),
  response_flags: upTo(20, '-', 'UH', 'UF', 'URX', 'DC'),
  connection_security_policy: upTo(3, 'mutual_tls', 'none', 'unknown'),
};
/** `0` is a request that got no answer; `grpc_response_status` is empty where it is no gRPC. */
const request = { ...traffic, response_code: httpStatus, grpc_response_status: upTo(17, '0', '14') };

export const istio = catalogue('Istio', {
  requests: counter('istio_requests_total', {
    help: 'Requests handled by an Istio proxy.',
    labels: request,
  }),
  requestDuration: histogram('istio_request_duration_milliseconds', {
    help: 'Duration of requests.',
    labels: request,
    buckets: envoyBuckets,
  }),
  tcpSentBytes: counter('istio_tcp_sent_bytes_total', {
    help: 'Total bytes sent during response in case of a TCP connection.',
    labels: traffic,
  }),
  tcpReceivedBytes: counter('istio_tcp_received_bytes_total', {
    help: 'Total bytes received during request in case of a TCP connection.',
    labels: traffic,
  }),
  tcpConnectionsOpened: counter('istio_tcp_connections_opened_total', {
    help: 'Opened connections.',
    labels: traffic,
  }),
  tcpConnectionsClosed: counter('istio_tcp_connections_closed_total', {
    help: 'Closed connections.',
    labels: traffic,
  }),

  /** Proxies that hang on this instance of the control plane. */
  controlPlaneProxies: gauge('pilot_xds', {
    help: 'Number of endpoints connected to this pilot using XDS.',
    unit: 'count',
    labels: { version: upTo(5, '1.20.0') },
  }),
  /** How long a change takes to reach a proxy: the promise of a mesh. */
  controlPlaneConvergence: histogram('pilot_proxy_convergence_time', {
    help: 'Delay in seconds between config change and a proxy receiving all required configuration.',
    unit: 'seconds',
    buckets: ['100ms', '500ms', '1s', '3s', '5s', '10s', '20s', '30s'],
  }),
  /** Pushes by type, and failures as `cds_senderr`, `eds_senderr`, `lds_senderr` and `rds_senderr`. */
  controlPlanePushes: unsuffixedCounter('pilot_xds_pushes', {
    help: 'Pilot build and send errors for lds, rds, cds and eds.',
    labels: { type: upTo(15, 'cds', 'eds', 'lds', 'rds', 'cds_senderr', 'eds_senderr', 'lds_senderr', 'rds_senderr') },
  }),
  controlPlaneServices: gauge('pilot_services', { help: 'Total services known to pilot.', unit: 'count' }),
});
