import { milliseconds, quantity } from '../language/quantities.ts';
import type { Value } from '../model/stack.ts';
import * as q from '../promql/index.ts';
import { boundMatcher, eventRate, partRate, seriesOf } from './selectors.ts';

/** How a value is read: another range (SLO slices), or as it was some time ago. */
export interface ReadAs {
  readonly rangeMs?: number;
  readonly offsetMs?: number;
  /** Nothing of nothing is NaN, which a comparison drops and a recording must not keep: `absent` leaves it out. */
  readonly idle?: 'absent';
}

/** The PromQL of a value: one series for each combination of its `by` labels. */
export function valueExpr(value: Value, as: ReadAs = {}): q.Instant {
  const rangeMs = as.rangeMs ?? milliseconds(value.over) ?? 300_000;
  const expr = as.idle === undefined ? presentExpr(value, rangeMs) : busyExpr(value, rangeMs);
  return as.offsetMs === undefined ? expr : shifted(expr, as.offsetMs);
}

/** Shares and means where there was any traffic. */
function busyExpr(value: Value, rangeMs: number): q.Instant {
  const expr = presentExpr(value, rangeMs);
  if (value.kind !== 'share' && value.kind !== 'mean') return expr;
  const { node } = expr;
  if (node.kind !== 'binary') return expr;
  return q.div({ type: 'instant', node: node.left }, q.gt({ type: 'instant', node: node.right }, 0));
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
    case 'increase':
      return q.sum(q.increase(q.range(seriesOf(value.metric), rangeMs)), { by });
    case 'per':
      return q.div(eventRate(value.part, rangeMs, by), q.gt(eventRate(value.whole, rangeMs, by), 0));
    case 'busy':
      return { max: q.max, avg: q.avg }[value.aggregate](q.rate(q.range(seriesOf(value.metric), rangeMs)), { by });
    case 'spent':
      return q.div(q.sum(q.increase(q.range(seriesOf(value.metric), PERIODS[value.per])), { by }), budgetOf(value));
    case 'age':
      return q.sub(q.time(), q.min(seriesOf(value.metric), { by }));
    default:
      return composedExpr(value, rangeMs);
  }
}

type Composed = Extract<Value, { kind: 'ratio-of' | 'lift' | 'one-minus' | 'before' }>;

/** Values made of values. What is nothing has no share of anything: a denominator of zero leaves no result. */
function composedExpr(value: Composed, rangeMs: number): q.Instant {
  switch (value.kind) {
    case 'ratio-of':
      return q.div(presentExpr(value.value, rangeMs), q.ne(presentExpr(value.of, rangeMs), 0));
    case 'lift':
      return q.sub(q.div(presentExpr(value.value, rangeMs), q.ne(presentExpr(value.of, rangeMs), 0)), 1);
    case 'one-minus':
      return q.sub(1, presentExpr(value.value, rangeMs));
    case 'before':
      return shifted(presentExpr(value.value, rangeMs), milliseconds(value.ago) ?? 0);
  }
}

const HOUR_MS = 3600_000;
const PERIODS = { hour: HOUR_MS, day: 24 * HOUR_MS, week: 7 * 24 * HOUR_MS } as const;

const budgetOf = ({ budget }: Extract<Value, { kind: 'spent' }>): number => quantity('usd', budget) ?? 1;

function quantileExpr(value: Extract<Value, { kind: 'quantile' }>, rangeMs: number): q.Instant {
  const { metric, by } = value;
  const native = metric.kind === 'native-histogram';
  const series = q.range(seriesOf(metric, native ? '' : '_bucket'), rangeMs);
  return q.histogramQuantile(value.q, q.sum(q.rate(series), { by: native ? by : ['le', ...by] }));
}

/** The same expression, every selector read some time ago, and the clock as it was then. */
export function shifted(expr: q.Instant, offsetMs: number): q.Instant {
  const clock = q.sub(q.time(), offsetMs / 1000);
  const moved = q.mapNode(expr, (node) => {
    if (node.kind === 'selector') return { ...node, offset: (node.offset ?? 0) + offsetMs };
    return node.kind === 'call' && node.name === 'time' ? clock.node : node;
  });
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
    case 'increase':
      return `growth of ${described(value.metric)} within ${value.over}`;
    case 'per':
      return `${described(value.part)} per ${described(value.whole)}`;
    case 'busy':
      return `${{ max: 'busiest', avg: 'average' }[value.aggregate]} busy time of ${described(value.metric)}`;
    case 'spent':
      return `share of ${value.budget} that ${described(value.metric)} spent within a ${value.per}`;
    case 'age':
      return `time since ${described(value.metric)}`;
    case 'ratio-of':
      return `${quantityWords(value.value)} as a share of ${wordsOfOther(value)}`;
    case 'lift':
      return `lift of ${quantityWords(value.value)} over ${wordsOfOther(value)}`;
    case 'one-minus':
      return `1 − (${quantityWords(value.value)})`;
    case 'before':
      return `${quantityWords(value.value)} ${value.ago} ago`;
  }
}

type Relation = Extract<Value, { kind: 'ratio-of' | 'lift' }>;

/** What a value is set against: `what it was 7d ago`, where that is its own past, else in the words of the other. */
export function wordsOfOther({ value, of }: Relation): string {
  return of.kind === 'before' && of.value === value ? `what it was ${of.ago} ago` : quantityWords(of);
}

/** A metric with the choice of its series: `gifts_processed_total (result=failed)`. */
export function described(metric: {
  readonly name: string;
  readonly matchers: readonly { label: string; op: string; value: string }[];
}): string {
  const choice = metric.matchers.map(({ label, op, value }) => `${label}${op}${value}`).join(', ');
  return choice === '' ? metric.name : `${metric.name} (${choice})`;
}
