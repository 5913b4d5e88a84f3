/** A version of Prometheus: `2.42`, `3.4`. */
export type PrometheusVersion = `${number}.${number}`;

/** Something that PromQL learnt, and since when. */
export interface Feature {
  readonly since: PrometheusVersion;
  /** The server's `--enable-feature` without which it is refused, until `stable`. */
  readonly flag?: string;
  readonly stable?: PrometheusVersion;
}

const experimental = 'promql-experimental-functions';

/** Functions and aggregations younger than Prometheus 2.42. Source: Prometheus' CHANGELOG.md, up to 3.14. */
export const functionFeatures: Readonly<Record<string, Feature>> = {
  histogram_stddev: { since: '2.47' },
  histogram_stdvar: { since: '2.47' },
  mad_over_time: { since: '2.49', flag: experimental },
  sort_by_label: { since: '2.49', flag: experimental },
  sort_by_label_desc: { since: '2.49', flag: experimental },
  histogram_avg: { since: '2.51' },
  limitk: { since: '2.54', flag: experimental },
  limit_ratio: { since: '2.54', flag: experimental },
  info: { since: '2.55', flag: experimental },
  double_exponential_smoothing: { since: '3.0', flag: experimental },
  ts_of_max_over_time: { since: '3.5', flag: experimental },
  ts_of_min_over_time: { since: '3.5', flag: experimental },
  ts_of_last_over_time: { since: '3.5', flag: experimental },
  first_over_time: { since: '3.7', flag: experimental, stable: '3.14' },
  ts_of_first_over_time: { since: '3.7', flag: experimental },
  histogram_quantiles: { since: '3.11', flag: experimental },
  start: { since: '3.12', flag: experimental },
  end: { since: '3.12', flag: experimental },
  range: { since: '3.12', flag: experimental },
  step: { since: '3.12', flag: experimental },
  start_timestamp: { since: '3.14', flag: 'use-start-timestamps' },
};

/** Syntax younger than Prometheus 2.42, by what it is called in a message. Same source. */
export const syntaxFeatures = {
  underscores: { name: 'underscores in numbers', since: '2.54' },
  quotedName: { name: 'a quoted metric or label name', since: '3.0' },
  durationAsNumber: { name: 'a duration as a number', since: '3.0' },
  numberAsDuration: { name: 'a number as a duration', since: '3.0' },
  trim: { name: 'cutting a histogram with </ or >/', since: '3.11' },
} as const satisfies Readonly<Record<string, Feature & { readonly name: string }>>;

/** The first version is no older than the second. */
export function atLeast(version: PrometheusVersion, since: PrometheusVersion): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [sinceMajor = 0, sinceMinor = 0] = since.split('.').map(Number);
  return major === sinceMajor ? minor >= sinceMinor : major > sinceMajor;
}

/** What a server of this version and these feature flags lacks for a feature; undefined where it has it. */
export function lacking(feature: Feature, version: PrometheusVersion, flags: readonly string[]): string | undefined {
  if (!atLeast(version, feature.since)) return `needs Prometheus ${feature.since}, the evaluator is ${version}`;
  const isOpen = feature.flag === undefined || flags.includes(feature.flag);
  const isStable = feature.stable !== undefined && atLeast(version, feature.stable);
  return isOpen || isStable ? undefined : `needs --enable-feature=${feature.flag}`;
}
