/**
 * nginx: `nginx` is nginx-prometheus-exporter beside an NGINX (stub_status), `ingressNginx` the controller of Kubernetes.
 *
 * Source: https://github.com/nginx/nginx-prometheus-exporter#exported-metrics (as of 1.5) and
 * https://github.com/kubernetes/ingress-nginx/tree/main/internal/ingress/metric/collectors (`socket.go`, `controller.go`,
 * `nginx_status.go`; as of 1.12) with the buckets of
 * https://github.com/kubernetes/ingress-nginx/blob/main/pkg/flags/flags.go (`--time-buckets`, the defaults of client_golang).
 */
import { counter, gauge, histogram, httpStatus, labelValues, unsuffixedCounter, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';
import { defaultBuckets } from './default-buckets.ts';

const unit = 'count';

export const nginx = catalogue('nginx-prometheus-exporter', {
  /** 0 while the exporter cannot ask NGINX: the exporter itself is up. */
  up: gauge('nginx_up', { help: 'Status of the last metric scrape.', unit }),
  /** All requests, whatever became of them: stub_status knows no status codes. */
  requests: counter('nginx_http_requests_total', { help: 'Total http requests.' }),
  connectionsAccepted: unsuffixedCounter('nginx_connections_accepted', { help: 'Accepted client connections.' }),
  /** Fewer than were accepted where `worker_connections` was reached. */
  connectionsHandled: unsuffixedCounter('nginx_connections_handled', { help: 'Handled client connections.' }),
  connectionsActive: gauge('nginx_connections_active', { help: 'Active client connections.', unit }),
  connectionsReading: gauge('nginx_connections_reading', {
    help: 'Connections where NGINX is reading the request header.',
    unit,
  }),
  connectionsWriting: gauge('nginx_connections_writing', {
    help: 'Connections where NGINX is writing the response back to the client.',
    unit,
  }),
  connectionsWaiting: gauge('nginx_connections_waiting', { help: 'Idle client connections.', unit }),
});

const controller = {
  controller_class: upTo(1, 'k8s.io/ingress-nginx'),
  controller_namespace: upTo(1, 'ingress-nginx'),
  controller_pod: upTo(1, 'ingress-nginx-controller-6b8f7c9d4-abcde'),
};
/** `host` is not there with `--metrics-per-host=false`. */
const request = {
  ...controller,
  namespace: upTo(50, 'shop'),
  ingress: upTo(200, 'web'),
  service: upTo(200, 'web'),
  canary: upTo(20, 'web-canary'),
  host: upTo(200, 'shop.example.org'),
  path: upTo(200, '/'),
  method: upTo(10, 'GET', 'POST'),
  status: httpStatus,
};

export const ingressNginx = catalogue('ingress-nginx', {
  requests: unsuffixedCounter('nginx_ingress_controller_requests', {
    help: 'The total number of client requests.',
    labels: request,
  }),
  /** From the first byte of the request to the last of the response. */
  requestDuration: histogram('nginx_ingress_controller_request_duration_seconds', {
    help: 'The request processing time.',
    labels: request,
    buckets: defaultBuckets,
  }),
  /** What the service behind it took. */
  responseDuration: histogram('nginx_ingress_controller_response_duration_seconds', {
    help: 'The time spent on receiving the response from the upstream server.',
    labels: request,
    buckets: defaultBuckets,
  }),
  /** What it took to reach the service behind it. Older controllers have it not. */
  connectDuration: histogram('nginx_ingress_controller_connect_duration_seconds', {
    help: 'The time spent on establishing a connection with the upstream server.',
    labels: request,
    buckets: defaultBuckets,
  }),
  connections: gauge('nginx_ingress_controller_nginx_process_connections', {
    help: 'Current number of client connections with state {active, reading, writing, waiting}.',
    unit,
    labels: { ...controller, state: labelValues('active', 'reading', 'writing', 'waiting') },
  }),
  connectionsTotal: counter('nginx_ingress_controller_nginx_process_connections_total', {
    help: 'Total number of connections with state {accepted, handled}.',
    labels: { ...controller, state: labelValues('accepted', 'handled') },
  }),
  /** 0 while NGINX goes on with an old configuration, because the new one is wrong. */
  reloadSucceeded: gauge('nginx_ingress_controller_config_last_reload_successful', {
    help: 'Whether the last configuration reload attempt was successful.',
    unit,
    labels: controller,
  }),
  reloads: unsuffixedCounter('nginx_ingress_controller_success', {
    help: 'Cumulative number of Ingress controller reload operations.',
    labels: controller,
  }),
  reloadErrors: unsuffixedCounter('nginx_ingress_controller_errors', {
    help: 'Cumulative number of Ingress controller errors during reload operations.',
    labels: controller,
  }),
  /** The moment at which a certificate ends. */
  certificateExpiry: gauge('nginx_ingress_controller_ssl_expire_time_seconds', {
    help: 'Number of seconds since 1970 to the SSL Certificate expire.',
    unit: 'timestamp',
    labels: {
      class: upTo(1, 'k8s.io/ingress-nginx'),
      host: upTo(200, 'shop.example.org'),
      namespace: upTo(1, 'ingress-nginx'),
    },
  }),
});
