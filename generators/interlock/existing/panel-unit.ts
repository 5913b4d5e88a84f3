import type { Rule } from '../rule.ts';
import { type Fields, fieldsOf, panelName, rawDashboards, textOf } from './raw-dashboard.ts';

const cure = 'Mend it in Grafana and export the dashboard again.';

/** What shows figures. Others show texts, lists, logs or traces. */
const figures: ReadonlySet<string> = new Set([
  'barchart',
  'bargauge',
  'candlestick',
  'gauge',
  'graph',
  'heatmap',
  'histogram',
  'piechart',
  'singlestat',
  'stat',
  'state-timeline',
  'timeseries',
  'trend',
]);

/** Where each kind of panel keeps its unit: the field defaults, or the axis and format of older ones. */
function hasUnit(panel: Fields): boolean {
  const { fieldConfig, yaxes, yAxis, format, options } = panel;
  const config = fieldsOf(fieldConfig);
  const overrides = JSON.stringify(config.overrides ?? []).includes('"unit"');
  const axes = Array.isArray(yaxes) ? yaxes.map((axis: unknown) => textOf(fieldsOf(axis).format)) : [];
  const inOptions = textOf(fieldsOf(fieldsOf(options).yAxis).unit);
  const units = [textOf(fieldsOf(config.defaults).unit), textOf(fieldsOf(yAxis).format), textOf(format), inOptions];
  return overrides || [...units, ...axes].some((unit) => unit !== '');
}

/** A figure of others of which nobody knows what it counts. */
export const panelUnit: Rule = {
  code: 'existing/panel-unit',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'Every panel of an existing dashboard that shows figures has a unit.',
    cause: '0.06 of what? Who reads a panel at night should not have to know how the metric is exposed.',
    cure: 'Choose the unit in Grafana (`short` for a plain number) and export the dashboard again.',
  },
  check: (compiled) =>
    rawDashboards(compiled).flatMap(({ panels, file, address }) =>
      panels
        .filter((panel) => figures.has(textOf(panel.type)) && panel.libraryPanel === undefined && !hasUnit(panel))
        .map((panel) => ({ address, message: `${panelName(panel)} of ${file} has no unit`, cure })),
    ),
};
