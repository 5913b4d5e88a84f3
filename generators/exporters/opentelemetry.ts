/**
 * The semantic conventions of OpenTelemetry for HTTP and RPC, as Prometheus names: dots become underscores, the unit is
 * appended (https://opentelemetry.io/docs/specs/otel/compatibility/prometheus_and_openmetrics/).
 *
 * Source: https://opentelemetry.io/docs/specs/semconv/http/http-metrics/ (stable since 1.23 of 2023) and
 * https://opentelemetry.io/docs/specs/semconv/rpc/rpc-metrics/ (release candidate), each with the attributes that are
 * required or recommended. Exporters add `otel_scope_name` and `otel_scope_version`; what is Opt-In is left out.
 *
 * A service is told apart by `job`, which is `service.namespace/service.name`. There is no counter of requests: the count of
 * the duration's observations is one, and `availability` takes the histogram.
 */
import { gauge, histogram, httpStatus, info, labelValues, upTo } from '../language/index.ts';
import { catalogue } from './catalogue.ts';
import { opentelemetryBuckets, opentelemetryDefaultMilliseconds } from './default-buckets.ts';

/** Methods that an instrumentation does not know are `_OTHER`. */
const http_request_method = labelValues(
  'CONNECT',
  'DELETE',
  'GET',
  'HEAD',
  'OPTIONS',
  'PATCH',
  'POST',
  'PUT',
  'TRACE',
  '_OTHER',
);
const url_scheme = labelValues('http', 'https');
/** Empty where nothing failed; a status code, or the name of an exception. */
const error_type = upTo(20, '500', 'timeout');
const http = {
  http_request_method,
  http_response_status_code: httpStatus,
  error_type,
  network_protocol_version: upTo(4, '1.1', '2', '3'),
};
const server = { ...http, http_route: upTo(100, '/users/{id}'), url_scheme };
const peer = { server_address: upTo(20, 'api.example.org'), server_port: upTo(5, '443') };

/** `rpc_method` is the full name since the release candidate: `package.Service/Method`. */
const rpc = {
  rpc_system_name: upTo(5, 'grpc', 'connectrpc', 'dubbo', 'jsonrpc'),
  rpc_method: upTo(100, 'shop.Cart/Add'),
  rpc_response_status_code: upTo(17, 'OK', 'UNAVAILABLE', 'DEADLINE_EXCEEDED'),
  error_type,
};
/** Up to 1.37. */
const rpcBefore = {
  rpc_system: upTo(5, 'grpc'),
  rpc_service: upTo(20, 'shop.Cart'),
  rpc_method: upTo(50, 'Add'),
  rpc_grpc_status_code: upTo(17, '0', '14'),
};

export const otel = catalogue('OpenTelemetry', {
  httpServerDuration: histogram('http_server_request_duration_seconds', {
    help: 'Duration of HTTP server requests.',
    labels: server,
    buckets: opentelemetryBuckets,
  }),
  httpServerActive: gauge('http_server_active_requests', {
    help: 'Number of active HTTP server requests.',
    unit: 'count',
    labels: { http_request_method, url_scheme },
  }),
  httpClientDuration: histogram('http_client_request_duration_seconds', {
    help: 'Duration of HTTP client requests.',
    labels: { ...http, ...peer },
    buckets: opentelemetryBuckets,
  }),

  /** Since 1.38, in seconds. */
  rpcServerDuration: histogram('rpc_server_call_duration_seconds', {
    help: 'Measures the duration of an incoming Remote Procedure Call (RPC).',
    labels: rpc,
    buckets: opentelemetryBuckets,
  }),
  rpcClientDuration: histogram('rpc_client_call_duration_seconds', {
    help: 'Measures the duration of an outgoing Remote Procedure Call (RPC).',
    labels: { ...rpc, ...peer },
    buckets: opentelemetryBuckets,
  }),
  /** Up to 1.37, and what most instrumentations send until they are told otherwise; the buckets are the SDK's. */
  rpcServerDurationBefore: histogram('rpc_server_duration_milliseconds', {
    help: 'Measures the duration of inbound RPC.',
    labels: rpcBefore,
    buckets: opentelemetryDefaultMilliseconds,
  }),
  rpcClientDurationBefore: histogram('rpc_client_duration_milliseconds', {
    help: 'Measures the duration of outbound RPC.',
    labels: { ...rpcBefore, ...peer },
    buckets: opentelemetryDefaultMilliseconds,
  }),

  /** The attributes of a resource, beside `job` and `instance`. */
  target: info('target_info', {
    help: 'Target metadata.',
    labels: { service_version: upTo(5, '1.2.3'), telemetry_sdk_language: upTo(1, 'java') },
  }),
});
