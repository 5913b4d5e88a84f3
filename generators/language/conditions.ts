import type { Unit } from '../policy/units.ts';
import type { LabelSpec } from './labels.ts';
import type { Counter, Gauge } from './metrics.ts';
import { capturePlace, type Placed, place } from './place.ts';
import type { Duration, Percent, Threshold } from './quantities.ts';
import type { RawCondition } from './raw-condition.ts';
import type { Value } from './values.ts';

/**
 * When an alert is true. `Unproved` marks raw PromQL without its test, which no alert accepts.
 */
export type Condition<P extends 'proved' | 'unproved' = 'proved'> = Placed & { readonly proof: P } & (
    | { readonly kind: 'above' | 'below'; readonly value: Value; readonly threshold: Threshold }
    | { readonly kind: 'outside'; readonly value: Value; readonly low: Threshold; readonly high: Threshold }
    | { readonly kind: 'any'; readonly metric: Counter; readonly within: Duration }
    | {
        readonly kind: 'fails-times';
        readonly metric: Gauge;
        readonly times: number;
        readonly by: readonly string[];
        readonly every?: Duration;
      }
    | {
        readonly kind: 'moves';
        readonly direction: 'rising' | 'falling';
        readonly value: Value;
        readonly over: Duration;
        readonly share: Percent;
      }
    | { readonly kind: 'silent'; readonly metric: Counter; readonly within: Duration }
    | RawCondition
  );

type Tail = { readonly kind: Condition['kind'] } & Readonly<Record<string, unknown>>;

function condition(tail: Tail, by: (...args: never[]) => unknown): Condition {
  return Object.freeze({ proof: 'proved', ...tail, [place]: capturePlace(by) }) as unknown as Condition;
}

/** True while a value is greater than a threshold of its own unit. */
export function above<U extends Unit>(value: Value<U>, threshold: Threshold<U>): Condition {
  return condition({ kind: 'above', value, threshold }, above);
}

/** True while a value is less than a threshold of its own unit. */
export function below<U extends Unit>(value: Value<U>, threshold: Threshold<U>): Condition {
  return condition({ kind: 'below', value, threshold }, below);
}

/** True while a value is less than `low` or greater than `high`. */
export function outside<U extends Unit>(value: Value<U>, low: Threshold<U>, high: Threshold<U>): Condition {
  return condition({ kind: 'outside', value, low, high }, outside);
}

/** True when a counter grew at all in the last while (default 5m), the first event of a new series included. */
export function any(metric: Counter, options?: { readonly within?: Duration }): Condition {
  return condition({ within: '5m', ...options, kind: 'any', metric }, any);
}

/**
 * True when a probe (1 success, 0 failure) failed `times` scrapes in a row, kept apart by `by`. `every` says how often it is
 * scraped, where that is not as often as the evaluator scrapes the rest.
 */
export function failsTimes<L extends LabelSpec>(
  probe: Gauge<L>,
  times: number,
  options?: { readonly by?: readonly Extract<keyof L, string>[]; readonly every?: Duration },
): Condition {
  return condition({ by: [], ...options, kind: 'fails-times', metric: probe, times }, failsTimes);
}

interface Change {
  readonly over: Duration;
  readonly by: Percent;
}

function moves(
  direction: 'rising' | 'falling',
  value: Value,
  { by, ...rest }: Change,
  called: typeof rising,
): Condition {
  return condition({ ...rest, kind: 'moves', direction, value, share: by }, called);
}

/** True while a value is more than `by` (of its old value) above where it was `over` ago. */
export function rising(value: Value, change: Change): Condition {
  return moves('rising', value, change, rising);
}

/** True while a value is more than `by` (of its old value) below where it was `over` ago. */
export function falling(value: Value, change: Change): Condition {
  return moves('falling', value, change, falling);
}

/** True when a counter that should move did not in the last while (default 10m), or is gone. */
export function silent(metric: Counter, options?: { readonly within?: Duration }): Condition {
  return condition({ within: '10m', ...options, kind: 'silent', metric }, silent);
}
