import type { Unit } from '../policy/units.ts';
import type { Signal } from './alert.ts';
import { type Defined, define } from './define.ts';
import type { Duration, Threshold } from './quantities.ts';
import type { Runbook } from './runbook.ts';
import type { Severity } from './severity.ts';
import type { Value } from './values.ts';

/** A bound on a figure and who is told beyond it. One of `above`, `below` and `outside` says where it lies. */
export interface Limit<U extends Unit = Unit> {
  /** Somebody is told while the figure is greater. */
  readonly above?: Threshold<U>;
  /** Somebody is told while the figure is less. */
  readonly below?: Threshold<U>;
  /** Somebody is told while the figure is less than the first or greater than the second. */
  readonly outside?: readonly [Threshold<U>, Threshold<U>];
  readonly for: Duration;
  readonly severity: Severity;
  /** What users feel, in one sentence. */
  readonly impact: string;
  readonly runbook: Runbook;
  /** The alert's name where the one made from unit, figure and limit will not do. */
  readonly name?: string;
  readonly title?: string;
  readonly signal?: Signal;
  readonly keepFiringFor?: Duration;
  /** Why a cause (CPU, memory, queue) pages although no user feels it yet. */
  readonly justification?: string;
}

/** By key: the alert's name is made of it. */
export type Limits<U extends Unit = Unit> = Readonly<Record<string, Limit<U>>>;

export interface MeasureInput<U extends Unit = Unit> {
  readonly title: string;
  readonly description?: string;
  readonly limits?: Limits<U>;
}

export type Measure = Defined<'measure', MeasureInput & { readonly value: Value }>;

/** A figure of a resource with its limits: `measure(busy(cpu), { title: 'CPU', limits: { high: { above: '80%', … } } })`. */
export function measure<U extends Unit>(value: Value<U>, input: MeasureInput<NoInfer<U>>): Measure {
  return define('measure', { ...input, value }, measure) as Measure;
}
