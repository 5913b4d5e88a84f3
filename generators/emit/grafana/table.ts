import { TableSortByFieldStateBuilder } from '@grafana/grafana-foundation-sdk/common';
import type { DataTransformerConfig, DynamicConfigValue } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder } from '@grafana/grafana-foundation-sdk/table';
import type { Column, TablePanel } from '../../model/dashboard.ts';
import { withData } from './data-panel.ts';
import { withBaseColour } from './figures.ts';
import { dataLink } from './links.ts';
import { literalText } from './literal-text.ts';
import { valueMappings } from './mappings.ts';
import { refId } from './queries.ts';
import { thresholdsConfig } from './thresholds.ts';

/** A table of now, one row per set of labels, or (without `joinBy`) of every sample in the time range. */
export function table(panel: TablePanel): PanelBuilder {
  const builder = withData(new PanelBuilder(), withBaseColour(panel, 'text')).transformations(transformations(panel));
  for (const column of panel.columns) {
    const properties = columnProperties(column);
    // Overrides see the fields as the transformations leave them: by their titles.
    if (properties.length > 0) builder.overrideByName(columnTitle(column), properties);
  }
  if (panel.sortBy !== undefined) {
    const displayName = columnTitle(columnOf(panel, panel.sortBy));
    builder.sortBy([new TableSortByFieldStateBuilder().displayName(displayName).desc(true)]);
  }
  return builder;
}

/**
 * Drops what is not shown (a metric's name in one frame would keep its rows from joining another's), joins, orders and
 * renames. `merge` joins on every field that all frames share and gives up when there is none: a query without result has no
 * labels, so `Time`, equal for all instant queries of a panel, stays until after the join.
 */
function transformations(panel: TablePanel): DataTransformerConfig[] {
  const shown = panel.columns.map((column) => fieldName(panel, column.field));
  const joining = panel.queries.length > 1;
  const wanted = joining ? [...new Set(['Time', ...(panel.joinBy ?? []), ...shown])] : shown;
  return [
    { id: 'filterFieldsByName', options: { include: { names: wanted } } },
    ...(joining ? [{ id: 'merge', options: {} }] : []),
    {
      id: 'organize',
      options: organize(
        panel,
        wanted.filter((name) => !shown.includes(name)),
      ),
    },
  ];
}

function organize(panel: TablePanel, hidden: readonly string[]) {
  const names = panel.columns.map((column) => ({ name: fieldName(panel, column.field), title: columnTitle(column) }));
  const renamed = names.filter(({ name, title }) => name !== title);
  return {
    excludeByName: Object.fromEntries(hidden.map((name) => [name, true])),
    indexByName: Object.fromEntries(names.map(({ name }, index) => [name, index])),
    renameByName: Object.fromEntries(renamed.map(({ name, title }) => [name, title])),
  };
}

/** What Grafana's Prometheus data source calls a query's values in table format: `Value` alone, `Value #B` among several. */
function fieldName(panel: TablePanel, field: string): string {
  const position = panel.queries.findIndex((query) => query.key === field);
  if (position < 0) return field;
  return panel.queries.length === 1 ? 'Value' : `Value #${refId(position)}`;
}

function columnOf(panel: TablePanel, field: string): Column {
  const column = panel.columns.find((candidate) => candidate.field === field);
  if (column === undefined) throw new Error(`panel "${panel.key}": sorted by "${field}", which is no column`);
  return column;
}

function columnTitle(column: Column): string {
  return literalText(column.title);
}

function columnProperties({ unit, decimals, mappings, thresholds, link }: Column): DynamicConfigValue[] {
  return [
    ...(unit === undefined ? [] : [{ id: 'unit', value: unit }]),
    ...(decimals === undefined ? [] : [{ id: 'decimals', value: decimals }]),
    ...(mappings === undefined ? [] : [{ id: 'mappings', value: valueMappings(mappings) }]),
    ...(thresholds === undefined ? [] : [{ id: 'thresholds', value: thresholdsConfig(thresholds).build() }]),
    ...(thresholds === undefined && mappings === undefined
      ? []
      : [{ id: 'custom.cellOptions', value: { type: 'color-text' } }]),
    ...(link === undefined ? [] : [{ id: 'links', value: [dataLink(link)] }]),
  ];
}
