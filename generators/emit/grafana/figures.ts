import { PanelBuilder as BarGaugeBuilder } from '@grafana/grafana-foundation-sdk/bargauge';
import {
  BarGaugeDisplayMode,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueTextMode,
  LegendDisplayMode,
  LegendPlacement,
  ReduceDataOptionsBuilder,
  TooltipDisplayMode,
  VizLegendOptionsBuilder,
  VizOrientation,
  VizTooltipOptionsBuilder,
} from '@grafana/grafana-foundation-sdk/common';
import type { DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as StateTimelineBuilder } from '@grafana/grafana-foundation-sdk/statetimeline';
import {
  type BarGaugePanel,
  type Colour,
  type DataPanel,
  promqlOf,
  type Shown,
  type StateTimelinePanel,
  type StatPanel,
} from '../../model/dashboard.ts';
import { withData } from './data-panel.ts';
import { valueMappings } from './mappings.ts';
import { refId } from './queries.ts';
import { thresholdsConfig } from './thresholds.ts';

/**
 * The panel with thresholds in any case: without any, Grafana takes its own (red from 80 on), which no definition asked for.
 */
export function withBaseColour<P extends DataPanel>(panel: P, colour: Colour): P {
  return panel.thresholds === undefined ? { ...panel, thresholds: [{ colour }] } : panel;
}

function lastValue(): ReduceDataOptionsBuilder {
  return new ReduceDataOptionsBuilder().calcs(['lastNotNull']);
}

/** One figure, or one per series. */
export function stat(panel: StatPanel): StatBuilder {
  const mappings = panel.mappings ?? [];
  const coloured = panel.thresholds !== undefined || mappings.length > 0;
  const builder = withData(new StatBuilder(), withBaseColour(panel, 'text'))
    .reduceOptions(lastValue())
    .graphMode(panel.sparkline === true ? BigValueGraphMode.Area : BigValueGraphMode.None)
    .colorMode(colourModes[panel.colour ?? (coloured ? 'value' : 'none')]);
  if (mappings.length > 0) builder.mappings(valueMappings(mappings));
  promqlOf(panel).forEach(({ shown }, position) => {
    if (shown !== undefined) builder.overrideByQuery(refId(position), shownProperties(shown));
  });
  if (panel.showName === true) builder.textMode(BigValueTextMode.Name);
  if (panel.showNameAndValue === true) builder.textMode(BigValueTextMode.ValueAndName);
  return builder;
}

/** How the values of one query differ from the panel's others. */
function shownProperties({ unit, decimals, thresholds, mappings, colour }: Shown): DynamicConfigValue[] {
  return [
    ...(unit === undefined ? [] : [{ id: 'unit', value: unit }]),
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
    ...(thresholds === undefined ? [] : [{ id: 'thresholds', value: thresholdsConfig(thresholds).build() }]),
    ...(mappings === undefined ? [] : [{ id: 'mappings', value: valueMappings(mappings) }]),
    ...(colour === undefined ? [] : [{ id: 'color', value: { mode: 'fixed', fixedColor: colour } }]),
  ];
}

const colourModes = {
  value: BigValueColorMode.Value,
  background: BigValueColorMode.Background,
  none: BigValueColorMode.None,
} as const;

/** One horizontal bar per series, as of now. */
export function barGauge(panel: BarGaugePanel): BarGaugeBuilder {
  return withData(new BarGaugeBuilder(), withBaseColour(panel, 'blue'))
    .reduceOptions(lastValue())
    .orientation(VizOrientation.Horizontal)
    .displayMode(BarGaugeDisplayMode.Basic);
}

/** One band per series, coloured by what its value means. */
export function stateTimeline(panel: StateTimelinePanel): StateTimelineBuilder {
  return withData(new StateTimelineBuilder(), panel)
    .mappings(valueMappings(panel.mappings))
    .legend(
      new VizLegendOptionsBuilder()
        .showLegend(true)
        .displayMode(LegendDisplayMode.List)
        .placement(LegendPlacement.Bottom)
        .calcs([]),
    )
    .tooltip(new VizTooltipOptionsBuilder().mode(TooltipDisplayMode.Multi));
}
