import type * as bargauge from '@grafana/grafana-foundation-sdk/bargauge';
import type * as dashboard from '@grafana/grafana-foundation-sdk/dashboard';
import type * as prometheus from '@grafana/grafana-foundation-sdk/prometheus';
import type * as stat from '@grafana/grafana-foundation-sdk/stat';
import type * as statetimeline from '@grafana/grafana-foundation-sdk/statetimeline';
import type * as table from '@grafana/grafana-foundation-sdk/table';
import type * as text from '@grafana/grafana-foundation-sdk/text';
import type * as timeseries from '@grafana/grafana-foundation-sdk/timeseries';

/**
 * The classic dashboard as the SDK types it, cut into pieces that are checked one by one, so that a mistake is named where it
 * is instead of as a panel that fits no kind of panel. A dashboard with the `id` or `version` of some Grafana is refused.
 * `unknown` stands where `classic-schema.ts` goes on with another piece.
 * `generate-schema.ts` turns every exported type into a JSON Schema that refuses unknown fields.
 */
export interface ClassicDashboard extends Omit<dashboard.Dashboard, Replaced | 'id' | 'version' | 'snapshot'> {
  uid: string;
  title: string;
  panels: unknown[];
  annotations: { list: ClassicAnnotation[] };
}

type Replaced = 'uid' | 'title' | 'panels' | 'annotations';

/** The SDK would take any query here; those of Prometheus are written into the annotation itself. */
export interface ClassicAnnotation extends Omit<dashboard.AnnotationQuery, 'target'> {
  expr: string;
}

export interface ClassicRow extends Omit<dashboard.RowPanel, 'panels'> {
  panels: unknown[];
}

type Detail = 'options' | 'fieldConfig' | 'targets' | 'transformations' | 'links';

export interface ClassicTextPanel extends Omit<dashboard.Panel, Detail> {
  id: number;
  gridPos: dashboard.GridPos;
  options: unknown;
  links?: ClassicLink[];
}

export interface ClassicDataPanel extends ClassicTextPanel {
  datasource: { type: string; uid: string };
  targets: unknown[];
  fieldConfig: unknown;
  transformations?: unknown[];
}

/** Links of panels and cells: the SDK says `DashboardLink`, whose other fields Grafana neither needs nor reads here. */
export interface ClassicLink {
  title: string;
  url: string;
  targetBlank?: boolean;
}

export interface ClassicFieldConfigSource {
  defaults: ClassicFieldConfig;
  overrides: unknown[];
}

export interface ClassicFieldConfig extends Omit<dashboard.FieldConfig, 'links' | 'custom'> {
  links?: ClassicLink[];
  custom?: unknown;
}

export interface ClassicOverride {
  matcher: { id: 'byName' | 'byRegexp' | 'byType' | 'byFrameRefID'; options: string };
  properties: ClassicProperty[];
}

export interface ClassicProperty {
  id: string;
  value: unknown;
}

export interface ClassicTarget extends Omit<prometheus.Dataquery, '_implementsDataqueryVariant'> {
  refId: string;
}

export interface ClassicTransformation extends Omit<dashboard.DataTransformerConfig, 'options'> {
  options: unknown;
}

/** The SDK leaves the options of transformations open; these are Grafana's (`@grafana/data` transformers). */
export type MergeOptions = Record<string, never>;

export interface OrganizeOptions {
  excludeByName?: Record<string, boolean>;
  indexByName?: Record<string, number>;
  renameByName?: Record<string, string>;
}

export interface FilterFieldsByNameOptions {
  include: { names: string[] };
}

export interface JoinByFieldOptions {
  byField: string;
  mode: 'outer' | 'inner' | 'outerTabular';
}

/** Options that are not written have Grafana's default, so none is required. */
export interface TimeseriesOptions extends Partial<timeseries.Options> {}
export interface StatOptions extends Partial<stat.Options> {}
export interface BarGaugeOptions extends Partial<bargauge.Options> {}
export interface StateTimelineOptions extends Partial<statetimeline.Options> {}
export interface TableOptions extends Partial<table.Options> {}
export interface TextOptions extends Omit<text.Options, never> {}

export interface TimeseriesCustom extends Partial<timeseries.FieldConfig> {}
export interface StateTimelineCustom extends Partial<statetimeline.FieldConfig> {}
export interface TableCustom extends Partial<table.FieldConfig> {}
export type NoCustom = Record<string, never>;
