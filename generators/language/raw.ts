import type { Unit } from '../policy/units.ts';
import type { Condition } from './conditions.ts';
import type { Metric } from './metrics.ts';
import { capturePlace, place } from './place.ts';
import type { Duration } from './quantities.ts';

/** One piece of raw PromQL: text as written, or a metric handle that becomes a selector. */
export type RawPart = string | { readonly metric: Metric; readonly suffix: '' | '_bucket' | '_sum' | '_count' };

/** PromQL written by hand, true where it returns a series. Parsed and type-checked at build. */
export interface RawCondition {
  readonly kind: 'raw';
  readonly parts: readonly RawPart[];
  /** The unit of the figure that the expression returns, for its panel. */
  readonly unit: Unit;
  readonly test?: Proof;
}

/** The behaviour that promtool must confirm: series in, and when the condition holds. */
export interface Proof {
  /** Series in promtool's notation: `{ 'queue_depth{job="x"}': '0x10 500x20 0x20' }`, one sample a minute. */
  readonly given: Readonly<Record<string, string>>;
  readonly quietAt: Duration;
  readonly firesAt: Duration;
  readonly clearsAt: Duration;
}

type Hole = Metric | number | { readonly metric: Metric; readonly suffix: '_bucket' | '_sum' | '_count' };

/** Names one of the series of a histogram or summary in raw PromQL: `` promql`…${part(duration, '_count')}…` ``. */
export function part(metric: Metric, suffix: '_bucket' | '_sum' | '_count'): Hole {
  return Object.freeze({ metric, suffix });
}

function rawPart(hole: Hole): RawPart {
  if (typeof hole !== 'object' || hole === null) return String(hole);
  return 'suffix' in hole ? hole : { metric: hole, suffix: '' };
}

/**
 * Raw PromQL over metric handles: `` promql('count')`max_over_time(${depth}[10m]) > 500` ``. Handles print as selectors with
 * their matchers. The result is unproved: `proved` makes it a condition that an alert accepts.
 */
export function promql(unit: Unit): (text: TemplateStringsArray, ...holes: readonly Hole[]) => Condition<'unproved'> {
  return function promql(text, ...holes) {
    const parts = text.flatMap((piece, i): RawPart[] => {
      const hole = holes[i];
      return hole === undefined ? [piece] : [piece, rawPart(hole)];
    });
    return Object.freeze({
      kind: 'raw',
      proof: 'unproved',
      parts,
      unit,
      [place]: capturePlace(promql),
    }) as Condition<'unproved'>;
  };
}

/** Raw PromQL with the test that shows it firing, quiet before and clear after; promtool runs it. */
export function proved(condition: Condition<'unproved'>, proof: Proof): Condition {
  return Object.freeze({
    ...condition,
    proof: 'proved',
    test: Object.freeze(proof),
    [place]: capturePlace(proved),
  }) as Condition;
}
