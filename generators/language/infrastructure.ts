import type { Alert } from './alert.ts';
import { type Defined, define } from './define.ts';
import type { Evaluator } from './evaluator.ts';
import type { Measure } from './measure.ts';
import type { Counter, Histogram, NativeHistogram } from './metrics.ts';
import type { External, Service, Tier } from './service.ts';
import type { Slo } from './slos.ts';
import type { Team } from './team.ts';

/** Figures by key, in any order; alerts and panels are named after the keys. */
export type Measures = Readonly<Record<string, Measure>>;

export interface InfrastructureInput {
  /** The value of the `service` label, the names of its files and of its dashboard. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly team: Team;
  readonly tier: Tier;
  /** The scrape job, as in `up{job="…"}`. */
  readonly job?: string;
  /** How busy it is (https://www.brendangregg.com/usemethod.html): shares of time, memory, disk, bandwidth. */
  readonly utilisation?: Measures;
  /** How much work waits for it: queues, connections, lag, evictions. */
  readonly saturation?: Measures;
  /** What it fails at. */
  readonly errors?: Measures;
  /** What it answers and how fast, where it is asked like a service. */
  readonly requests?: Counter;
  readonly duration?: Histogram | NativeHistogram;
  readonly dependsOn?: () => readonly (Service | Infrastructure | External)[];
  readonly slos?: Readonly<Record<string, Slo>>;
  readonly alerts?: Readonly<Record<string, Alert>>;
  readonly evaluator?: Evaluator;
  readonly dashboard?: { readonly uid?: string };
  readonly links?: Readonly<Record<string, `https://${string}`>>;
}

export interface Infrastructure extends Defined<'infrastructure', InfrastructureInput> {
  readonly kind: 'infrastructure';
}

/** A resource that services stand on: a database, a cache, a queue, a CDN, a pool of hosts; by use, saturation and errors. */
export function infrastructure(input: InfrastructureInput): Infrastructure {
  return define('infrastructure', input, infrastructure);
}
