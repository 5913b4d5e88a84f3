import type { Builder, Dataquery } from '@grafana/grafana-foundation-sdk/cog';
import type {
  Panel as ClassicPanel,
  DataSourceRef,
  DynamicConfigValue,
  ThresholdsConfig,
  ValueMapping,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { type DataPanel, isPromql, promqlOf } from '../../model/dashboard.ts';
import { prometheusVariable } from './data-source-reference.ts';
import { literalText } from './literal-text.ts';
import { refId, targets } from './queries.ts';
import { thresholdsConfig } from './thresholds.ts';

/** What the SDK's panel builders have in common; it has no type for that itself. */
export interface DataPanelBuilder extends Builder<ClassicPanel> {
  datasource(datasource: DataSourceRef): this;
  targets(targets: Builder<Dataquery>[]): this;
  unit(unit: string): this;
  decimals(decimals: number): this;
  min(min: number): this;
  max(max: number): this;
  noValue(noValue: string): this;
  mappings(mappings: ValueMapping[]): this;
  thresholds(thresholds: Builder<ThresholdsConfig>): this;
  maxDataPoints(points: number): this;
  overrideByQuery(refId: string, properties: DynamicConfigValue[]): this;
}

/** Prometheus answers at most 11,000 points a series: https://github.com/prometheus/prometheus/blob/main/web/api/v1/api.go */
const MOST_POINTS = 11_000;

function dataSourceOf({ queries: [first], datasource }: DataPanel): DataSourceRef {
  return isPromql(first) ? prometheusVariable(datasource) : first.datasource;
}

/** Adds what every panel with queries has: data source, queries, unit, bounds, thresholds. */
export function withData<B extends DataPanelBuilder>(builder: B, panel: DataPanel): B {
  builder.datasource(dataSourceOf(panel)).targets(targets(panel)).unit(panel.unit);
  if (panel.decimals !== undefined) builder.decimals(panel.decimals);
  if (panel.min !== undefined) builder.min(panel.min);
  if (panel.max !== undefined) builder.max(panel.max);
  if (panel.noValue !== undefined) builder.noValue(literalText(panel.noValue));
  if (panel.thresholds !== undefined) builder.thresholds(thresholdsConfig(panel.thresholds));
  // Grafana widens a step to fit the panel unless the panel may hold as many points as Prometheus answers.
  const queries = promqlOf(panel);
  if (queries.some(({ step }) => step !== undefined)) builder.maxDataPoints(MOST_POINTS);
  queries.forEach(({ thresholds }, position) => {
    if (thresholds === undefined) return;
    builder.overrideByQuery(refId(position), [{ id: 'thresholds', value: thresholdsConfig(thresholds).build() }]);
  });
  return builder;
}
