import { milliseconds } from '../language/quantities.ts';
import type { Value } from '../model/stack.ts';
import * as q from '../promql/index.ts';
import { boundMatcher, eventRate, partRate, seriesOf } from './selectors.ts';

/** How a value is read: another range (SLO slices), or as it was some time ago. */
export interface ReadAs {
  readonly rangeMs?: number;
  readonly offsetMs?: number;
}

/** The PromQL of a value: one series for each combination of its `by` labels. */
export function valueExpr(value: Value, as: ReadAs = {}): q.Instant {
  const expr = presentExpr(value, as.rangeMs ?? milliseconds(value.over) ?? 300_000);
  return as.offsetMs === undefined ? expr : shifted(expr, as.offsetMs);
}

function presentExpr(value: Value, rangeMs: number): q.Instant {
  const { by } = value;
  switch (value.kind) {
    case 'rate':
      return eventRate(value.metric, rangeMs, by);
    case 'share': {
      const whole = eventRate(value.whole, rangeMs, by);
      return q.div(partRate(value.part, whole, rangeMs, by), whole);
    }
    case 'quantile':
      return quantileExpr(value, rangeMs);
    case 'client-quantile':
      return q.max(seriesOf(value.metric, '', [boundMatcher('quantile', Number(value.q))]), { by });
    case 'mean': {
      const rateOf = (suffix: '_sum' | '_count') =>
        q.sum(q.rate(q.range(seriesOf(value.metric, suffix), rangeMs)), { by });
      return q.div(rateOf('_sum'), rateOf('_count'));
    }
    case 'level':
      return { sum: q.sum, max: q.max, min: q.min, avg: q.avg }[value.aggregate](seriesOf(value.metric), { by });
  }
}

function quantileExpr(value: Extract<Value, { kind: 'quantile' }>, rangeMs: number): q.Instant {
  const { metric, by } = value;
  const native = metric.kind === 'native-histogram';
  const series = q.range(seriesOf(metric, native ? '' : '_bucket'), rangeMs);
  return q.histogramQuantile(value.q, q.sum(q.rate(series), { by: native ? by : ['le', ...by] }));
}

/** The same expression, every selector read some time ago. */
export function shifted(expr: q.Instant, offsetMs: number): q.Instant {
  const moved = q.mapNode(expr, (node) =>
    node.kind === 'selector' ? { ...node, offset: (node.offset ?? 0) + offsetMs } : node,
  );
  return { type: 'instant', node: moved.node };
}

const ordinal = (share: number): string => `p${q.printNumber(share * 100).replace('.', '')}`;

/** What a value is, in words: `p99 of fyp_request_duration_seconds`. */
export function valueWords(value: Value): string {
  const by = value.by.length === 0 ? '' : ` by ${value.by.join(' and ')}`;
  return `${quantityWords(value)}${by}`;
}

function quantityWords(value: Value): string {
  switch (value.kind) {
    case 'rate':
      return `rate of ${described(value.metric)}`;
    case 'share':
      return `share of ${value.part.map(described).join(' and ')} in ${described(value.whole)}`;
    case 'quantile':
      return `${ordinal(value.q)} of ${described(value.metric)}`;
    case 'client-quantile':
      return `${ordinal(Number(value.q))} of ${described(value.metric)}`;
    case 'mean':
      return `mean of ${described(value.metric)}`;
    case 'level':
      return `${{ sum: 'sum', max: 'highest', min: 'lowest', avg: 'average' }[value.aggregate]} of ${described(value.metric)}`;
  }
}

/** A metric with the choice of its series: `gifts_processed_total (result=failed)`. */
export function described(metric: {
  readonly name: string;
  readonly matchers: readonly { label: string; op: string; value: string }[];
}): string {
  const choice = metric.matchers.map(({ label, op, value }) => `${label}${op}${value}`).join(', ');
  return choice === '' ? metric.name : `${metric.name} (${choice})`;
}
