import { type Fields, fields, items, text } from './json-walk.ts';

/**
 * A dashboard as its reader sees it, from the document that Grafana loads: each row's title, and below it its panels in their
 * order, with what they show: `  Latency [graph 12x8] (s; lines at 0.05 orange; legend p50, p99)`.
 */
export function readingOf(dashboard: unknown): readonly string[] {
  return items(fields(dashboard).panels).map(fields).flatMap(rowLines);
}

/** One row of a dashboard, its title first. */
export function rowOf(dashboard: unknown, title: string): readonly string[] {
  const lines = readingOf(dashboard);
  const start = lines.findIndex((line) => line === title || line.startsWith(`${title} (closed`));
  if (start < 0) throw new Error(`there is no row "${title}"; there are ${lines.filter(isRow).join(', ')}`);
  const next = lines.findIndex((line, i) => i > start && isRow(line));
  return lines.slice(start, next < 0 ? undefined : next);
}

const isRow = (line: string): boolean => !line.startsWith(' ');

function rowLines(panel: Fields): readonly string[] {
  if (panel.type !== 'row') return [panelLine(panel)];
  const state = panel.collapsed === true ? ' (closed)' : '';
  return [`${text(panel.title)}${state}`, ...items(panel.panels).map(fields).map(panelLine)];
}

/** What Grafana calls a panel, in the words of people. */
const kinds: Readonly<Record<string, string>> = { timeseries: 'graph', bargauge: 'bars', 'state-timeline': 'bands' };

function panelLine(panel: Fields): string {
  const { w, h } = fields(panel.gridPos);
  const kind = kinds[text(panel.type)] ?? text(panel.type);
  return `  ${text(panel.title)} [${kind} ${text(w)}x${text(h)}] (${saying(panel).join('; ')})`;
}

function saying(panel: Fields): readonly string[] {
  const defaults = fields(fields(panel.fieldConfig).defaults);
  return [
    ...(panel.type === 'text' ? ['words'] : [text(defaults.unit)]),
    ...range(defaults),
    ...thresholds(defaults),
    ...words('', mappings(defaults)),
    ...words('columns ', columns(panel)),
    ...words('legend ', panel.type === 'table' ? [] : legend(panel)),
  ];
}

/** Where the axis or the bar begins and ends, where both are said. */
function range({ min, max }: Fields): readonly string[] {
  return min === undefined || max === undefined ? [] : [`${text(min)} to ${text(max)}`];
}

/** A base colour without a step says nothing. */
function thresholds(defaults: Fields): readonly string[] {
  const drawn = fields(fields(defaults.custom).thresholdsStyle).mode === 'dashed';
  return words(drawn ? 'lines at ' : 'colours at ', steps(defaults.thresholds, drawn));
}

/** Every step but the first: `0.05 orange`. Of lines, the colour in which Grafana draws them. */
function steps(config: unknown, drawn = false): readonly string[] {
  const all = items(fields(config).steps).map(fields);
  const colours = all.map(({ color }) => text(color));
  const shown = drawn ? lineColours(colours) : colours;
  return all.map(({ value }, i) => `${text(value)} ${shown[i] ?? ''}`).slice(1);
}

/** Up to the first transparent step Grafana draws a line in the colour below it, and every other in the step's own. */
function lineColours(colours: readonly string[]): readonly string[] {
  const transparent = colours.indexOf('transparent');
  return colours.map((colour, i) => (i > 0 && i <= transparent ? (colours[i - 1] ?? colour) : colour));
}

/** The thresholds of one query or one column: ` (0.05 orange)`. */
function ownThresholds(panel: Fields, of: string): string {
  const properties = items(fields(panel.fieldConfig).overrides)
    .map(fields)
    .filter(({ matcher }) => fields(matcher).options === of)
    .flatMap((override) => items(override.properties).map(fields));
  const own = properties.flatMap(({ id, value }) => (id === 'thresholds' ? steps(value) : []));
  return own.length === 0 ? '' : ` (${own.join(', ')})`;
}

function mappings(defaults: Fields): readonly string[] {
  return items(defaults.mappings)
    .map((mapping) => fields(fields(mapping).options))
    .flatMap((options) => Object.entries(options).map(([value, shown]) => `${value} is ${text(fields(shown).text)}`));
}

const legend = (panel: Fields): readonly string[] =>
  items(panel.targets)
    .map(fields)
    .map(({ legendFormat, refId }) => `${text(legendFormat)}${ownThresholds(panel, text(refId))}`);

/** The titles of a table's columns, in their order. */
function columns(panel: Fields): readonly string[] {
  if (panel.type !== 'table') return [];
  const organized = items(panel.transformations)
    .map(fields)
    .find(({ id }) => id === 'organize');
  const { indexByName, renameByName } = fields(organized?.options);
  const order = Object.entries(fields(indexByName)).sort(([, a], [, b]) => Number(a) - Number(b));
  const titles = order.map(([name]) => text(fields(renameByName)[name] ?? name));
  return titles.map((title) => `${title}${ownThresholds(panel, title)}`);
}

const words = (before: string, list: readonly string[]): readonly string[] =>
  list.length === 0 ? [] : [`${before}${list.join(', ')}`];
