import type { Expr } from '../promql/index.ts';
import type { GrafanaUnit } from '../policy/units.ts';

/** What a dashboard shows, before it is a Grafana document: no ids from positions, no JSON, no SDK. */
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
  readonly queries: readonly [Query, ...Query[]];
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
  /** The label that rows of all queries share; queries are joined on it. Absent: one row per sample over time. */
  readonly joinBy?: readonly string[];
  /** In order; fields not listed are hidden. `field` is a label, `Time`, or a query's key. */
  readonly columns: readonly Column[];
  /** Sort rows by this field, largest first. */
  readonly sortBy?: string;
}

export interface TextPanel extends PanelBase {
  readonly kind: 'text';
  /** Markdown, already escaped. */
  readonly markdown: string;
}

export type Panel = TimeseriesPanel | StatPanel | BarGaugePanel | StateTimelinePanel | TablePanel | TextPanel;

export interface Column {
  readonly field: string;
  readonly title: string;
  readonly unit?: GrafanaUnit;
  readonly thresholds?: readonly ThresholdStep[];
  /** May use Grafana's `${__data.fields.X}`. */
  readonly link?: PanelLink;
}

export interface Query {
  /** Unique in the panel, e.g. `p99`; refIds are letters by order, table columns name queries by key. */
  readonly key: string;
  readonly expr: Expr<'instant'>;
  /** Grafana legend, e.g. `{{region}}`. */
  readonly legend: string;
  /** `instant`: the value at the end of the time range only. Default `range`. */
  readonly mode?: 'instant' | 'range';
  readonly exemplars?: boolean;
  /** The evaluator's data source uid variable or uid; default `${datasource}`. */
}

export interface ThresholdStep {
  readonly from?: number;
  readonly colour: 'green' | 'yellow' | 'orange' | 'red' | 'blue' | 'transparent' | 'text';
}

export interface ValueMapping {
  readonly value: number;
  readonly text: string;
  readonly colour: ThresholdStep['colour'];
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
}

/** `query` lists the values of a label in a series: `label_values(series, label)`. */
export type Variable =
  | { readonly kind: 'datasource'; readonly name: string; readonly label: string; readonly type: 'prometheus' | 'loki' | 'tempo' }
  | {
      readonly kind: 'query';
      readonly name: string;
      readonly label: string;
      readonly series: Expr<'instant'>;
      readonly of: string;
      readonly multi: boolean;
    };

export interface Annotation {
  readonly name: string;
  readonly expr: Expr<'instant'>;
  readonly title: string;
  readonly text: string;
  readonly colour: string;
}
