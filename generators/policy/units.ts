/**
 * The units a value can have. Base units as Prometheus asks for (https://prometheus.io/docs/practices/naming/#base-units);
 * `grafana` is the id of Grafana's value format (`@grafana/data` valueFormats), `humanize` the Go template function that
 * prints a value in an annotation (https://prometheus.io/docs/prometheus/latest/configuration/template_reference/).
 */
export const units = {
  seconds: { grafana: 's', humanize: 'humanizeDuration', suffixes: ['_seconds'] },
  milliseconds: { grafana: 'ms', humanize: 'humanize', suffixes: ['_milliseconds'] },
  ratio: { grafana: 'percentunit', humanize: 'humanizePercentage', suffixes: ['_ratio'] },
  percent: { grafana: 'percent', humanize: 'percent', suffixes: ['_percent'] },
  bytes: { grafana: 'bytes', humanize: 'humanize1024', suffixes: ['_bytes'] },
  byterate: { grafana: 'Bps', humanize: 'humanize1024', suffixes: ['_bytes_per_second'] },
  celsius: { grafana: 'celsius', humanize: 'humanize', suffixes: ['_celsius'] },
  timestamp: { grafana: 'dateTimeFromNow', humanize: 'humanizeTimestamp', suffixes: ['_timestamp_seconds'] },
  count: { grafana: 'short', humanize: 'humanize', suffixes: [] },
  rate: { grafana: 'cps', humanize: 'humanize', suffixes: [] },
  requests: { grafana: 'reqps', humanize: 'humanize', suffixes: [] },
  usd: { grafana: 'currencyUSD', humanize: 'humanize', suffixes: ['_dollars', '_usd'] },
} as const;

export type Unit = keyof typeof units;

/** Ids of Grafana's value formats that the emitted dashboards use. */
export type GrafanaUnit = (typeof units)[Unit]['grafana'] | 'none' | 'string' | 'dateTimeAsIso' | 'm' | 'd' | 'bool';
