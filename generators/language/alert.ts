import type { Condition } from './conditions.ts';
import { type Defined, define } from './define.ts';
import type { Duration } from './quantities.ts';
import type { Runbook } from './runbook.ts';
import type { Severity } from './severity.ts';

/** What of the service an alert speaks of: `down` silences `latency` of the same service. */
export type Signal = 'down' | 'errors' | 'latency' | 'saturation' | 'quality' | 'traffic';

export interface AlertInput {
  readonly when: Condition;
  /** How long it must hold. Only `any` and `failsTimes`, which are events, go without. */
  readonly for?: Duration;
  /** How long it goes on firing after the condition ended. */
  readonly keepFiringFor?: Duration;
  readonly severity: Severity;
  /** What users feel, in one sentence. */
  readonly impact: string;
  readonly runbook: Runbook;
  /** The alert's name where the one made from service and key will not do. */
  readonly name?: string;
  readonly title?: string;
  /** Default: `latency` for quantiles and means, `errors` for shares, else `quality`. */
  readonly signal?: Signal;
  /** Why a cause (CPU, memory, queue) pages although no user feels it yet. */
  readonly justification?: string;
}

export type Alert = Defined<'alert', AlertInput>;

/** Somebody is told while a condition holds. */
export function alert(input: AlertInput): Alert {
  return define('alert', input, alert);
}
