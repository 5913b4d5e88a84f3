import type { Unit } from '../policy/units.ts';
import type { Condition } from './conditions.ts';
import type { Metric } from './metrics.ts';
import { capturePlace, place } from './place.ts';
import type { Proof, RawPart } from './raw-condition.ts';

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
