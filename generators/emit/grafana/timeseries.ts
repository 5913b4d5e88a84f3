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
import type { TimeseriesPanel } from '../../model/dashboard.ts';
import { withData } from './data-panel.ts';
import { refId } from './queries.ts';

/** Readable on the light and on the dark theme; Grafana has no named grey. */
const grey = '#8e8e8e';

const comparisonStyle: readonly DynamicConfigValue[] = [
  { id: 'color', value: { mode: 'fixed', fixedColor: grey } },
  { id: 'custom.fillOpacity', value: 0 },
  { id: 'custom.lineStyle', value: { fill: 'dash', dash: [8, 8] } },
];

/** Lines over time, with thresholds as dashed lines and comparisons as dashed grey ones. */
export function timeseries(panel: TimeseriesPanel): PanelBuilder {
  const builder = withData(new PanelBuilder(), panel)
    .legend(legend(panel))
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi).sort(SortOrder.Descending))
    .fillOpacity(panel.stack === true ? 40 : 10);
  if (panel.stack === true) builder.stacking(new StackingConfigBuilder().mode(StackingMode.Normal).group('A'));
  if (panel.thresholdLines === true) {
    builder.thresholdsStyle(new GraphThresholdsStyleConfigBuilder().mode(GraphThresholdsStyleMode.Dashed));
  }
  panel.queries.forEach((query, position) => {
    if (query.style === 'comparison') builder.overrideByQuery(refId(position), [...comparisonStyle]);
  });
  return builder;
}

/** A table with figures where several lines are to be told apart, a list where there is one. */
function legend(panel: TimeseriesPanel): VizLegendOptionsBuilder {
  const several =
    panel.queries.length > 1 || panel.queries.some((query) => query.legend === '' || query.legend.includes('{{'));
  const builder = new VizLegendOptionsBuilder().showLegend(true).placement(LegendPlacement.Bottom);
  return several
    ? builder.displayMode(LegendDisplayMode.Table).calcs(['lastNotNull', 'max'])
    : builder.displayMode(LegendDisplayMode.List).calcs([]);
}
