/**
 * Buckets that whole families of programs share, as durations. They are typed as they stand, so that a promise between two
 * of them does not compile.
 */

/** Source: `DefBuckets` of https://github.com/prometheus/client_golang/blob/main/prometheus/histogram.go */
export const defaultBuckets = [
  '5ms',
  '10ms',
  '25ms',
  '50ms',
  '100ms',
  '250ms',
  '500ms',
  '1s',
  '2.5s',
  '5s',
  '10s',
] as const;

/**
 * Source: the default of `histogram_bucket_settings`,
 * https://www.envoyproxy.io/docs/envoy/latest/api-v3/config/metrics/v3/stats.proto#config-metrics-v3-statsconfig
 */
export const envoyBuckets = [
  '0.5ms',
  '1ms',
  '5ms',
  '10ms',
  '25ms',
  '50ms',
  '100ms',
  '250ms',
  '500ms',
  '1s',
  '2.5s',
  '5s',
  '10s',
  '30s',
  '1m',
  '5m',
  '10m',
  '30m',
  '1h',
] as const;

/** Source: the advice of https://opentelemetry.io/docs/specs/semconv/http/http-metrics/#metric-httpserverrequestduration */
export const opentelemetryBuckets = [
  '5ms',
  '10ms',
  '25ms',
  '50ms',
  '75ms',
  '100ms',
  '250ms',
  '500ms',
  '750ms',
  '1s',
  '2.5s',
  '5s',
  '7.5s',
  '10s',
] as const;

/**
 * What SDKs use where an instrument gives no advice, in the unit of the instrument, here milliseconds.
 * Source: https://opentelemetry.io/docs/specs/otel/metrics/sdk/#explicit-bucket-histogram-aggregation
 */
export const opentelemetryDefaultMilliseconds = [
  '0ms',
  '5ms',
  '10ms',
  '25ms',
  '50ms',
  '75ms',
  '100ms',
  '250ms',
  '500ms',
  '750ms',
  '1s',
  '2.5s',
  '5s',
  '7.5s',
  '10s',
] as const;
