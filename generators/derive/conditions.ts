import { exact, milliseconds, quantity, share } from '../language/quantities.ts';
import type { Condition, Evaluator, Service, Value } from '../model/stack.ts';
import type { Unit } from '../policy/units.ts';
import * as q from '../promql/index.ts';
import { recorded, seriesOf } from './selectors.ts';
import { thresholdText } from './texts.ts';
import { described, valueExpr, valueWords, wordsOfOther } from './values.ts';

/** What a condition becomes: the rule's expression, and the figure that it compares, drawn with the same limits. */
export interface Judgement {
  /** True where it returns a series. */
  readonly expr: q.Instant;
  /** The same without the comparison, for the panel. */
  readonly figure: q.Instant;
  readonly unit: Unit;
  readonly limits: readonly { readonly at: number; readonly bad: 'above' | 'below' }[];
  /** The labels that tell its results apart. */
  readonly by: readonly string[];
  /** What is measured: `p99 of fyp_request_duration_seconds`. */
  readonly subject: string;
  /** What is wrong with it: `is above 60ms`. */
  readonly predicate: string;
  /** What the limit is a share of, where the subject is set against another figure: ` of what it was 7d ago`. */
  readonly of?: string;
  /** How the figure is told: `p99 latency is 61ms`, `accuracy changed by -6%`. */
  readonly verb: 'is' | 'changed by' | 'grew by' | 'failed this often in a row:';
}

const ms = (text: string): number => milliseconds(text) ?? 0;

/** What a condition must know of its service: who scrapes it, and under which job. */
export type Scraped = Pick<Service, 'evaluator' | 'job'>;

/** The PromQL and the words of a condition. */
export function judge(condition: Condition, service: Scraped): Judgement {
  switch (condition.kind) {
    case 'above':
    case 'below':
      return comparison(condition.kind, condition.value, condition.threshold);
    case 'outside':
      return band(condition);
    case 'any':
      return anyEvent(condition, service.job);
    case 'fails-times':
      return failures(condition, service.evaluator);
    case 'moves':
      return movement(condition);
    case 'silent':
      return silence(condition);
    case 'raw':
      return rawJudgement(condition);
  }
}

function comparison(side: 'above' | 'below', value: Value, threshold: unknown): Judgement {
  const at = quantity(value.unit, threshold) ?? 0;
  const figure = valueExpr(value);
  return {
    expr: side === 'above' ? q.gt(figure, at) : q.lt(figure, at),
    figure,
    unit: value.unit,
    limits: [{ at, bad: side }],
    by: value.by,
    ...relationOf(value),
    predicate: `is ${side} ${thresholdText(threshold)}`,
    verb: 'is',
  };
}

/** `revenue is below 80% of its target` reads better than `revenue as a share of its target is below 80%`. */
function relationOf(value: Value): Pick<Judgement, 'subject' | 'of'> {
  if (value.kind !== 'ratio-of') return { subject: valueWords(value) };
  return { subject: valueWords(value.value), of: ` of ${wordsOfOther(value)}` };
}

function band(condition: Extract<Condition, { kind: 'outside' }>): Judgement {
  const { value, low, high } = condition;
  const figure = valueExpr(value);
  const [lowest, highest] = [quantity(value.unit, low) ?? 0, quantity(value.unit, high) ?? 0];
  return {
    expr: q.or(q.lt(figure, lowest), q.gt(figure, highest)),
    figure,
    unit: value.unit,
    limits: [
      { at: lowest, bad: 'below' },
      { at: highest, bad: 'above' },
    ],
    by: value.by,
    ...relationOf(value),
    predicate: `is outside ${thresholdText(low)} to ${thresholdText(high)}`,
    verb: 'is',
  };
}

/** How long a series must have been away to count as new: a gap in scraping is no birth. */
const BIRTH_MEMORY_MS = 3600_000;

/**
 * `increase` cannot see the first event of a counter that was born with it, because there is no zero before. A series
 * without a sample in the hour before the range is new, and all that it counts happened within the range; unless nothing
 * was scraped in that hour, where the series may be old and Prometheus new.
 */
function anyEvent(condition: Extract<Condition, { kind: 'any' }>, job: string | undefined): Judgement {
  const within = ms(condition.within);
  const before = (series: ReturnType<typeof seriesOf>) =>
    q.presentOverTime(q.offset(q.range(series, BIRTH_MEMORY_MS), within));
  const series = seriesOf(condition.metric);
  const unseen = q.unless(series, before(series));
  const scraped = job === undefined ? undefined : q.group(before(recorded('up', { job })));
  const born = scraped === undefined ? unseen : q.and(unseen, scraped, { on: [] });
  const figure = q.sum(q.or(born, q.increase(q.range(series, within))));
  return {
    expr: q.gt(figure, 0),
    figure,
    unit: 'count',
    limits: [{ at: 0, bad: 'above' }],
    by: [],
    subject: described(condition.metric),
    predicate: `grew within ${condition.within}`,
    verb: 'grew by',
  };
}

/**
 * `times` scrapes lie in a range of `times` scrape intervals. Each series is judged by itself: a probe that succeeds beside it
 * does not speak for one that fails. A young series has too few samples, and is not judged.
 */
function failures(condition: Extract<Condition, { kind: 'fails-times' }>, evaluator: Evaluator): Judgement {
  const { metric, times, by, every } = condition;
  const range = q.range(seriesOf(metric), times * (every === undefined ? evaluator.scrapeMs : ms(every)));
  const failed = q.unless(q.countOverTime(range), q.gt(q.maxOverTime(range), 0));
  return {
    expr: q.ge(q.max(failed, { by }), times),
    figure: q.min(q.maxOverTime(range), { by }),
    unit: 'count',
    limits: [{ at: 1, bad: 'below' }],
    by,
    subject: described(metric),
    predicate: `failed ${times} times in a row`,
    verb: 'failed this often in a row:',
  };
}

function movement(condition: Extract<Condition, { kind: 'moves' }>): Judgement {
  const { value, over, direction } = condition;
  const sign = direction === 'rising' ? 1 : -1;
  const before = valueExpr(value, { offsetMs: ms(over) });
  // From nothing to something is no share of nothing.
  const figure = q.sub(q.div(valueExpr(value), q.ne(before, 0)), 1);
  const at = sign * (share(condition.share) ?? 0);
  return {
    expr: direction === 'rising' ? q.gt(figure, at) : q.lt(figure, at),
    figure,
    unit: 'ratio',
    limits: [{ at, bad: direction === 'rising' ? 'above' : 'below' }],
    by: value.by,
    subject: valueWords(value),
    predicate: `${direction === 'rising' ? 'rose' : 'fell'} by more than ${condition.share} within ${over}`,
    verb: 'changed by',
  };
}

function silence(condition: Extract<Condition, { kind: 'silent' }>): Judgement {
  const series = seriesOf(condition.metric);
  const figure = q.sum(q.increase(q.range(series, ms(condition.within))));
  return {
    // A series that is gone moved by nothing, too: the alert's value says so.
    expr: q.or(q.eq(figure, 0), q.mul(0, q.sum(q.absent(series)))),
    figure,
    unit: 'count',
    limits: [{ at: 0, bad: 'below' }],
    by: [],
    subject: described(condition.metric),
    predicate: `did not move within ${condition.within}`,
    verb: 'grew by',
  };
}

/** The text of raw PromQL, handles printed as their selectors. */
export function rawText(condition: Extract<Condition, { kind: 'raw' }>): string {
  return condition.parts
    .map((part) => (typeof part === 'string' ? part : q.print(seriesOf(part.metric, part.suffix))))
    .join('');
}

/** A limit of raw PromQL, which is a bare number in the base unit, as an author writes thresholds of that unit. */
function figureWords(unit: Unit, limit: number): string {
  if (unit === 'ratio') return `${q.printNumber(exact(limit * 100))}%`;
  if (unit === 'percent') return `${q.printNumber(limit)}%`;
  const milliseconds = unit === 'milliseconds' ? limit : exact(limit * 1000);
  const isTime =
    ['seconds', 'milliseconds', 'timestamp'].includes(unit) && milliseconds > 0 && Number.isInteger(milliseconds);
  return isTime ? q.printDuration(milliseconds) : q.printNumber(limit);
}

/** A comparison at the top is split, so that its panel shows the figure and the line. */
function rawJudgement(condition: Extract<Condition, { kind: 'raw' }>): Judgement {
  const text = rawText(condition);
  const { expr } = q.parse(text);
  const whole: q.Instant = expr !== undefined && q.hasType(expr, 'instant') ? expr : q.vector(0);
  const { node } = whole;
  const limit = node.kind === 'binary' && node.right.kind === 'number' ? node.right.value : undefined;
  const bad = node.kind === 'binary' && (node.op === '>' || node.op === '>=') ? 'above' : 'below';
  const compares = node.kind === 'binary' && ['>', '>=', '<', '<='].includes(node.op) && limit !== undefined;
  return {
    expr: whole,
    figure: compares ? { type: 'instant', node: node.left } : whole,
    unit: condition.unit,
    limits: compares ? [{ at: limit, bad }] : [],
    by: [],
    subject: 'its expression',
    predicate: compares ? `is ${bad} ${figureWords(condition.unit, limit)}` : 'is true',
    verb: 'is',
  };
}
