import type { GrafanaUnit } from '../policy/units.ts';
import type { Expr } from '../promql/index.ts';

/**
 * What a dashboard shows, before it is a Grafana document: no ids from positions, no JSON, no SDK. Titles, descriptions and
 * legends are plain text: the emitter keeps Grafana from replacing `$name` in them. Addresses, Markdown and expressions go
 * out as they are, so Grafana's variables work there.
 */
export interface Dashboard {
  /** At most 40 characters of `[A-Za-z0-9_-]`; the same text that links and alert annotations carry. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
  /** Folder (a path segment under `grafana/`), e.g. `services`. */
  readonly folder: string;
  readonly tags: readonly string[];
  /** Grafana time expression, e.g. `now-6h`. */
  readonly from: string;
  /** Grafana refresh interval, e.g. `1m`. */
  readonly refresh: string;
  readonly variables: readonly Variable[];
  readonly annotations: readonly Annotation[];
  readonly links: readonly DashboardLink[];
  readonly menus?: readonly DashboardMenu[];
  readonly rows: readonly Row[];
}

export interface Row {
  /** Unique in the dashboard; ids are made from keys. */
  readonly key: string;
  readonly title: string;
  readonly collapsed?: boolean;
  readonly panels: readonly Panel[];
}

interface PanelBase {
  /** Unique in the dashboard; ids are made from keys. */
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  /** Width in the 24-column grid, and height in grid rows. */
  readonly width: number;
  readonly height: number;
  readonly links?: readonly PanelLink[];
}

interface DataPanelBase extends PanelBase {
  readonly unit: GrafanaUnit;
  /** Name of the `datasource` variable whose data source all queries of the panel ask. Default `datasource`. */
  readonly datasource?: string;
  /** Of one kind: a panel asks Prometheus, or one other data source that a definition names. */
  readonly queries: readonly [Query, ...Query[]] | readonly [ForeignQuery];
  /** Ascending; the first step is the base colour and has no `from`. */
  readonly thresholds?: readonly ThresholdStep[];
  readonly min?: number;
  readonly max?: number;
  readonly decimals?: number;
  /** Shown where a query has no data, e.g. `warming up`. */
  readonly noValue?: string;
}

export interface TimeseriesPanel extends DataPanelBase {
  readonly kind: 'timeseries';
  readonly stack?: boolean;
  /** Draw the thresholds as dashed lines. */
  readonly thresholdLines?: boolean;
}

export interface StatPanel extends DataPanelBase {
  readonly kind: 'stat';
  readonly sparkline?: boolean;
  readonly mappings?: readonly ValueMapping[];
  /** Show values as the text of their legend (info series). */
  readonly showName?: boolean;
  /** Show the legend beside the value, where there is one series, too. */
  readonly showNameAndValue?: boolean;
  readonly colour?: 'value' | 'background' | 'none';
}

export interface BarGaugePanel extends DataPanelBase {
  readonly kind: 'bargauge';
}

export interface StateTimelinePanel extends DataPanelBase {
  readonly kind: 'state-timeline';
  readonly mappings: readonly ValueMapping[];
}

export interface TablePanel extends DataPanelBase {
  readonly kind: 'table';
  /**
   * The labels that rows of all queries share: one row per set of their values, one column per query, values of now. A query
   * without result leaves its cells empty. Absent: one row per sample over time.
   */
  readonly joinBy?: readonly string[];
  /** In order; fields not listed are hidden. */
  readonly columns: readonly [Column, ...Column[]];
  /** Sort rows by this field (named as in `columns`, and one of them), largest first. */
  readonly sortBy?: string;
}

export interface TextPanel extends PanelBase {
  readonly kind: 'text';
  /** Markdown, already escaped. */
  readonly markdown: string;
}

/** A panel that asks a data source. */
export type DataPanel = TimeseriesPanel | StatPanel | BarGaugePanel | StateTimelinePanel | TablePanel;

export type Panel = DataPanel | TextPanel;

export interface Column {
  /** A query's key, else a label or `Time`. */
  readonly field: string;
  /** Unique in the table. */
  readonly title: string;
  /** Default: the panel's. */
  readonly unit?: GrafanaUnit;
  readonly decimals?: number;
  /** Colour the text of the cells. */
  readonly thresholds?: readonly ThresholdStep[];
  readonly mappings?: readonly ValueMapping[];
  /** The address may use Grafana's `${__value.text}` and `${__data.fields["Title of a column"]}`. */
  readonly link?: PanelLink;
}

export interface Query {
  /** Unique in the panel, e.g. `p99`; refIds are letters by order, table columns name queries by key. */
  readonly key: string;
  readonly expr: Expr<'instant'>;
  /** Grafana legend, e.g. `{{region}}`; empty: Grafana makes one from the labels that differ. */
  readonly legend: string;
  /**
   * `instant`: the value at the end of the time range only, the default where only that is shown (stat without sparkline, bar
   * gauge, table with `joinBy`); `range` is the default elsewhere.
   */
  readonly mode?: 'instant' | 'range';
  readonly exemplars?: boolean;
  /** The distance of its points, e.g. `5m`, whatever the panel's width. Default: as Grafana likes. */
  readonly step?: string;
  /** What its own values are coloured by, where that is not what the panel's are: p50 and p99 are expected to differ. */
  readonly thresholds?: readonly ThresholdStep[];
  /**
   * What a time series is measured against: `comparison` (itself, `offset 1w`) is a dashed grey line, `baseline` a dotted blue
   * one, `target` a dashed green one.
   */
  readonly style?: 'comparison' | 'baseline' | 'target';
  /** How a stat shows its values where that differs from the panel's others. */
  readonly shown?: Shown;
}

export interface Shown {
  readonly unit?: GrafanaUnit;
  readonly decimals?: number;
  readonly thresholds?: readonly ThresholdStep[];
  readonly mappings?: readonly ValueMapping[];
  /** One colour, whatever the value. */
  readonly colour?: Colour;
}

/** What another data source is asked, in its own form. Nothing here reads it; a `$` in it is Grafana's. */
export interface ForeignQuery {
  readonly key: string;
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

/** Whether a query is one that Prometheus answers. */
export function isPromql(query: Query | ForeignQuery): query is Query {
  return 'expr' in query;
}

/** What a panel asks of Prometheus: nothing, where it shows a text or asks another data source. */
export function promqlOf(panel: Panel): readonly Query[] {
  return panel.kind === 'text' ? [] : [...panel.queries].filter(isPromql);
}

export type Colour = 'green' | 'yellow' | 'orange' | 'red' | 'blue' | 'transparent' | 'text';

export interface ThresholdStep {
  readonly from?: number;
  readonly colour: Colour;
}

export interface ValueMapping {
  readonly value: number;
  readonly text: string;
  readonly colour: Colour;
}

export interface PanelLink {
  readonly title: string;
  readonly url: string;
  readonly newTab?: boolean;
}

export interface DashboardLink {
  readonly title: string;
  readonly url: string;
  readonly keepTime: boolean;
  /** Carry the values of the variables, the data source among them, to the page behind the link. */
  readonly keepVariables?: boolean;
  readonly newTab?: boolean;
}

/** A list of all dashboards that carry these tags, as they are when it is opened: it names none of them. */
export interface DashboardMenu {
  readonly title: string;
  readonly tags: readonly [string, ...string[]];
  readonly keepTime: boolean;
}

/**
 * `query` lists the values of a label in a series: `label_values(series, label)`. One that takes several values starts with
 * all of them, and "all" matches every series, those without the label too.
 */
export type Variable =
  | {
      readonly kind: 'datasource';
      readonly name: string;
      readonly label: string;
      readonly type: 'prometheus' | 'loki' | 'tempo';
    }
  | {
      readonly kind: 'query';
      readonly name: string;
      readonly label: string;
      readonly series: Expr<'instant'>;
      readonly of: string;
      readonly multi: boolean;
    };

/**
 * Marks on every graph of the dashboard, at each sample of `expr` (asked of `${datasource}`) over zero. Grafana asks once a minute
 * and makes one mark of what lies no further apart.
 */
export interface Annotation {
  readonly name: string;
  readonly expr: Expr<'instant'>;
  /** May name labels: `{{version}}`. */
  readonly title: string;
  readonly text: string;
  readonly colour: Colour;
  /** The samples say when it happened, in milliseconds since 1970. */
  readonly valueIsTime?: boolean;
}
