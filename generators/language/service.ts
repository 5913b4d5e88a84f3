import type { Alert } from './alert.ts';
import { type Defined, define } from './define.ts';
import type { Evaluator } from './evaluator.ts';
import type { LabelSpec, LabelValues, Selector } from './labels.ts';
import type { Counter, Gauge, Histogram, Info, NativeHistogram } from './metrics.ts';
import type { Duration, Percent, Rate } from './quantities.ts';
import type { Slo } from './slos.ts';
import type { Team } from './team.ts';
import type { Value } from './values.ts';

/** How much an organisation loses when a service is down; decides the severities of its burn alerts. */
export type Tier = 'critical' | 'high' | 'normal' | 'low';

/** What the service is built for; drawn as lines on its panels and printed in its pages. */
export interface Expected {
  readonly peakRate?: Rate;
  readonly errorRatio?: Percent;
  readonly p50?: Duration;
  readonly p99?: Duration;
}

/** What `infrastructure({…})` makes. */
export interface Resource {
  readonly kind: 'infrastructure';
  readonly id: string;
}

/** What runs, and whether it can be taken back. */
export interface Deployment {
  /** One series for each instance, with the label `version`. */
  readonly instances: Info<{ readonly version: LabelValues }> | Gauge<{ readonly version: LabelValues }>;
  /** Those of them that run the next version on a part of the traffic. */
  readonly canary?: Info<{ readonly version: LabelValues }> | Gauge<{ readonly version: LabelValues }>;
  /** When the last deployment ended. */
  readonly last?: Gauge<LabelSpec, 'timestamp'>;
  /** 1 while the version before can be brought back. */
  readonly rollback?: Gauge;
}

export interface ExternalInput {
  readonly id: string;
  readonly title: string;
  readonly url?: `https://${string}`;
}
export type External = Defined<'external', ExternalInput>;

/** A service that is defined in another repository. */
export function external(input: ExternalInput): External {
  return define('external', input, external);
}

export interface ServiceInput {
  /** The value of the `service` label, the names of its files and of its dashboard. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly team: Team;
  readonly tier: Tier;
  /** The scrape job, as in `up{job="…"}`: tells a service that is down from one that is idle. */
  readonly job?: string;
  /**
   * What tells its series from those of other services on the same metrics: `{ service_name: 'checkout' }`. Every handle below
   * is narrowed by it (in raw PromQL those that stand as `${handle}`), and so are the figures that a runbook of this service
   * alone looks at. `up` is asked by `job`.
   */
  readonly selector?: Selector;
  /** Requests served. */
  readonly requests?: Counter;
  /** Time to serve them. */
  readonly duration?: Histogram | NativeHistogram;
  /** Failed requests by name, each a part of `requests` and no request in two of them: the board adds them up. */
  readonly errors?: Readonly<Record<string, Counter>>;
  readonly expected?: Expected;
  /** More figures for its dashboard, by title. */
  readonly signals?: Readonly<Record<string, Value>>;
  /**
   * The parts of its work one after the other, by title, with the time that each takes: the board adds them up. Here and
   * below, figures are drawn in the order in which they are written.
   */
  readonly stages?: Readonly<Record<string, Value<'seconds'>>>;
  /** The share of lookups that each level of cache answers, by title. */
  readonly caches?: Readonly<Record<string, Value<'ratio'>>>;
  /** More rows for its dashboard, by title, each with its figures by title: `{ 'Feature store': { 'User lookups': … } }`. */
  readonly sections?: Readonly<Record<string, Readonly<Record<string, Value>>>>;
  readonly deployment?: Deployment;
  /** The share in use of what limits it, by title: `{ Pods: ratioOf(total(ready), total(most)) }`. */
  readonly capacity?: Readonly<Record<string, Value<'ratio'>>>;
  /** What it calls and stands on. A function, so that two may depend on each other. */
  readonly dependsOn?: () => readonly (Service | Resource | External)[];
  readonly slos?: Readonly<Record<string, Slo>>;
  readonly alerts?: Readonly<Record<string, Alert>>;
  /** The Prometheus that evaluates its rules, where the stack has several. */
  readonly evaluator?: Evaluator;
  readonly dashboard?: { readonly uid?: string };
  readonly links?: Readonly<Record<string, `https://${string}`>>;
}

export interface Service extends Defined<'service', ServiceInput> {
  readonly kind: 'service';
}

/** Something that answers requests, with its promises and its alerts. */
export function service(input: ServiceInput): Service {
  return define('service', input, service);
}
