import {
  GraphThresholdsStyleConfigBuilder,
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  LegendPlacement,
  SortOrder,
  StackingConfigBuilder,
  StackingMode,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/timeseries';
import { promqlOf, type TimeseriesPanel } from '../../model/dashboard.ts';
import { withData } from './data-panel.ts';
import { refId } from './queries.ts';

/** Readable on the light and on the dark theme; Grafana has no named grey. */
const grey = '#8e8e8e';

const line = (colour: string, style: object): DynamicConfigValue[] => [
  { id: 'color', value: { mode: 'fixed', fixedColor: colour } },
  { id: 'custom.fillOpacity', value: 0 },
  { id: 'custom.lineStyle', value: style },
];
const dashed = { fill: 'dash', dash: [8, 8] };
const dotted = { fill: 'dot', dash: [0, 6] };

const lineStyles = {
  comparison: line(grey, dashed),
  baseline: line('blue', dotted),
  target: line('green', dashed),
} as const;

/** Lines over time, with thresholds as dashed lines, and what they are measured against as dashed or dotted ones. */
export function timeseries(panel: TimeseriesPanel): PanelBuilder {
  const builder = withData(new PanelBuilder(), panel)
    .legend(legend(panel))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .fillOpacity(panel.stack === true ? 40 : 10);
  if (panel.stack === true) builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
  if (panel.thresholdLines === true) {
    builder.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  }
  promqlOf(panel).forEach(({ style }, position) => {
    if (style !== undefined) builder.overrideByQuery(refId(position), lineStyles[style]);
  });
  return builder;
}

/** A table with figures where several lines are to be told apart, a list where there is one. */
function legend(panel: TimeseriesPanel): VizLegendOptionsBuilder {
  const several =
    panel.queries.length > 1 || promqlOf(panel).some(({ legend }) => legend === '' || legend.includes('{{'));
  const builder = new VizLegendOptionsBuilder().showLegend(true).placement(LegendPlacement.Bottom);
  return several
    ? builder.displayMode(LegendDisplayMode.Table).calcs(['lastNotNull', 'max'])
    : builder.displayMode(LegendDisplayMode.List).calcs([]);
}
