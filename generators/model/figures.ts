import type { Address } from '../diagnostics/diagnostic.ts';
import type { Gauge, Info } from '../language/metrics.ts';
import type { Value } from '../language/values.ts';
import type { Unit } from '../policy/units.ts';

/** A value under the name that its author gave it. */
export interface Figure {
  readonly name: string;
  readonly value: Value;
}

export interface Deployment {
  readonly instances: Info | Gauge;
  readonly canary?: Info | Gauge;
  readonly last?: Gauge;
  readonly rollback?: Gauge;
}

/** A figure with its limits and what it is compared with; the alerts that these make name it by its key. */
export interface Measure {
  readonly key: string;
  readonly title: string;
  readonly description?: string;
  readonly role: 'utilisation' | 'saturation' | 'errors' | 'kpi';
  readonly unit: Unit;
  /** Absent where only another data source knows it. */
  readonly value?: Value;
  readonly from?: {
    readonly datasource: { readonly type: string; readonly uid: string };
    readonly query: Readonly<Record<string, string | number | boolean>>;
  };
  readonly better?: 'up' | 'down' | 'band';
  readonly importance?: 'critical' | 'high' | 'medium' | 'low';
  readonly target?: Target;
  readonly baseline?: Value;
  /** Its share of what it is compared with, by `7d`, `baseline` or `target`. */
  readonly comparisons: readonly { readonly key: string; readonly value: Value }[];
}

/** A week ago is what a KPI is compared with where nothing else is said: the days of a week differ. */
export const usualComparison = '7d';

/** In the base unit and in the author's words, or a figure that somebody else exposes. */
export type Target =
  | { readonly kind: 'fixed'; readonly at: number; readonly text: string }
  | { readonly kind: 'figure'; readonly value: Value };

/** The board above all others. */
export interface Executive {
  readonly title: string;
  readonly description?: string;
  readonly tiles: readonly Tile[];
  readonly trend?: { readonly title: string; readonly values: readonly Figure[] };
  /** 1 where healthy, 0 where not, by one label. */
  readonly regions?: Value;
  readonly address: Address;
}

export interface Tile {
  readonly title: string;
  readonly description?: string;
  readonly value: Value;
  /** How long ago it is compared with. */
  readonly versusMs?: number;
  /** Which way is good. */
  readonly better: 'up' | 'down';
  /** The id of the SLO whose state stands beside it. */
  readonly promise?: string;
}
