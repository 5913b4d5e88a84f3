import type { Unit } from '../policy/units.ts';
import type { Alert } from './alert.ts';
import { type Defined, define } from './define.ts';
import type { Evaluator } from './evaluator.ts';
import type { Limits } from './measure.ts';
import type { Duration, Threshold } from './quantities.ts';
import type { Tier } from './service.ts';
import type { Slo } from './slos.ts';
import type { Team } from './team.ts';
import type { Value } from './values.ts';

export type Importance = 'critical' | 'high' | 'medium' | 'low';

/** What a figure is compared with: itself some time ago (`7d`), its baseline, or its target where that is a figure. */
export type Reference = Duration | 'baseline' | 'target';

interface KpiBase {
  readonly title: string;
  readonly description?: string;
  /** Which way is good. `band`: neither, it has its place between two limits. */
  readonly better: 'up' | 'down' | 'band';
  readonly importance: Importance;
}

export interface KpiInput<U extends Unit = Unit> extends KpiBase {
  /** What it should be: a fixed figure, or one that somebody else exposes. */
  readonly target?: Threshold<U> | Value<U>;
  /** What it would be without what is measured: a holdout group, a forecast. */
  readonly baseline?: Value<U>;
  readonly limits?: Limits<U>;
  /** Bounds on its share of what it is compared with: `{ '7d': { dropped: { below: '90%', … } } }`. */
  readonly versus?: Readonly<Partial<Record<Reference, Limits<'ratio'>>>>;
}

export type Kpi = Defined<'kpi', KpiInput & { readonly value: Value }>;

/** A figure that the business steers by: `kpi(highest(dailyUsers), { title: 'DAU', better: 'up', target: 1_120_000_000, … })`. */
export function kpi<U extends Unit>(value: Value<U>, input: KpiInput<NoInfer<U>>): Kpi {
  return define('kpi', { ...input, value }, kpi) as Kpi;
}

export interface DisplayedKpiInput<U extends Unit = Unit> extends KpiBase {
  readonly unit: U;
  readonly target?: Threshold<U>;
  /** The data source in Grafana that knows it, and the query in that data source's own form. */
  readonly from: {
    readonly datasource: { readonly type: string; readonly uid: string };
    readonly query: Readonly<Record<string, string | number | boolean>>;
  };
}

export type DisplayedKpi = Defined<'displayed-kpi', DisplayedKpiInput>;

/** A figure that Prometheus does not have: it is shown from another data source, and nobody can be told of it. */
export function displayedKpi<const U extends Unit>(input: DisplayedKpiInput<U>): DisplayedKpi {
  return define('displayed-kpi', input, displayedKpi) as DisplayedKpi;
}

export interface KpiGroupInput {
  /** The value of the `service` label, the names of its files and of its dashboard. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  /** Who owns the figures. */
  readonly team: Team;
  /** Default `low`: figures that are missing file a ticket. */
  readonly tier?: Tier;
  readonly job?: string;
  readonly kpis: Readonly<Record<string, Kpi | DisplayedKpi>>;
  readonly slos?: Readonly<Record<string, Slo>>;
  readonly alerts?: Readonly<Record<string, Alert>>;
  readonly evaluator?: Evaluator;
  readonly dashboard?: { readonly uid?: string };
  readonly links?: Readonly<Record<string, `https://${string}`>>;
}

export interface KpiGroup extends Defined<'kpi-group', KpiGroupInput> {
  readonly kind: 'kpi-group';
}

/** Figures that one team owns and that are read together. */
export function kpiGroup(input: KpiGroupInput): KpiGroup {
  return define('kpi-group', input, kpiGroup);
}
