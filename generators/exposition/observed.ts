/** What servers were seen to expose: read from an exposition text or asked of a running Prometheus. */
export interface Observed {
  /** By name: of a histogram or summary without `_bucket`, `_sum` and `_count`; of a counter with `_total`. */
  readonly families: ReadonlyMap<string, ObservedFamily>;
}

export interface ObservedFamily {
  readonly name: string;
  readonly type: ObservedType;
  /** Empty where nobody wrote one. */
  readonly help: string;
  /** Every series, `_bucket`, `_sum` and `_count` among them. */
  readonly series: readonly ObservedSeries[];
}

/** As in `# TYPE`; `unknown` also where an exposition has no such line. */
export type ObservedType = 'counter' | 'gauge' | 'histogram' | 'native-histogram' | 'summary' | 'info' | 'unknown';

export interface ObservedSeries {
  /** With its suffix, as a selector names it. */
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}
