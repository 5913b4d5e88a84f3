import fc from 'fast-check';
import {
  abs,
  add,
  and,
  at,
  avgOverTime,
  clamp,
  countValues,
  div,
  type Expr,
  eq,
  ge,
  gt,
  histogramQuantile,
  type Instant,
  type Matcher,
  type Matching,
  mod,
  mul,
  ne,
  neg,
  num,
  offset,
  or,
  pow,
  type Range,
  range,
  rate,
  type Scalar,
  type SelectorNode,
  scalar,
  selector,
  sub,
  subquery,
  sum,
  time,
  topk,
  unless,
  vector,
} from '../../generators/promql/index.ts';

/** Any label value that a file can hold. */
export const text: fc.Arbitrary<string> = fc.oneof(fc.string({ unit: 'binary' }), fc.string());

const plainNames = ['a', 'b:c', 'http_requests_total'];
const keywords = [
  'sum',
  'on',
  'by',
  'offset',
  'inf',
  'NaN',
  'start',
  'bool',
  'rate',
  'time',
  'and',
  'group_left',
  'fill',
];
const metric = fc.constantFrom(...plainNames, ...keywords);
const label = fc.constantFrom('a', 'le', 'on', 'by', 'bool', 'inf', 'offset', 'sum', 'and');
const ms = fc.integer({ min: 1, max: 10_000_000_000 });

const matcher: fc.Arbitrary<Matcher> = fc.oneof(
  fc.record({ label, op: fc.constantFrom('=' as const, '!=' as const), value: text }),
  fc.record({
    label,
    op: fc.constantFrom('=~' as const, '!~' as const),
    value: fc.constantFrom('5..', 'a|b', '\\d+', ''),
  }),
);

const bare: fc.Arbitrary<Expr<'instant', SelectorNode>> = fc
  .tuple(metric, fc.array(matcher, { maxLength: 3 }))
  .map(([name, matchers]) => selector(name, matchers));

function shifted<T extends 'instant' | 'range'>(
  of: fc.Arbitrary<Expr<T, SelectorNode>>,
): fc.Arbitrary<Expr<T, SelectorNode>> {
  return fc.oneof(
    of,
    fc.tuple(of, fc.integer({ min: -1e9, max: 1e9 })).map(([expr, by]) => offset(expr, by)),
    fc.tuple(of, fc.constantFrom('start' as const, 'end' as const, 5, 1.5)).map(([expr, moment]) => at(expr, moment)),
  );
}

// Among others, Prometheus 2.42 takes `inf` for a number.
const labels = fc.uniqueArray(
  label.filter((name) => name !== 'inf'),
  { maxLength: 2 },
);
const groups = fc.oneof(
  labels.map((by) => ({ by })),
  labels.map((without) => ({ without })),
);
const on = fc.oneof(
  labels.map((names) => ({ on: names })),
  labels.map((names) => ({ ignoring: names })),
);
const side = fc.constantFrom({}, { groupLeft: [] }, { groupLeft: ['x'] }, { groupRight: ['x', 'y'] });
const matching: fc.Arbitrary<Matching> = fc.tuple(on, side).map(([one, other]) => ({ ...one, ...other }));

const arithmetic = fc.constantFrom(add, sub, mul, div, mod, pow);
const comparison = fc.constantFrom(gt, ge, eq, ne);
const setOperation = fc.constantFrom(and, or, unless);

const figure = fc.oneof(
  fc.double({ noDefaultInfinity: true }),
  fc.integer(),
  fc.constantFrom(-1, 0, 2, 0.001, -Infinity, Infinity),
);

type Typed = { instant: Instant; range: Range; scalar: Scalar };

/** Expressions of every kind that Prometheus accepts, whatever their operators and their nesting. */
export const { instant, scalar: scalars } = fc.letrec<Typed>((tie) => {
  const vectors = tie('instant');
  const figures = tie('scalar');
  return {
    instant: fc.oneof(
      { maxDepth: 5, withCrossShrink: true },
      shifted(bare),
      vectors.map(neg),
      fc
        .tuple(arithmetic, vectors, vectors, fc.option(matching, { nil: undefined }))
        .map(([op, l, r, m]) => op(l, r, m)),
      fc.tuple(arithmetic, vectors, figures).map(([op, l, r]) => op(l, r)),
      fc.tuple(arithmetic, figures, vectors).map(([op, l, r]) => op(l, r)),
      fc
        .tuple(comparison, vectors, vectors, fc.option(matching, { nil: undefined }))
        .map(([op, l, r, m]) => op(l, r, m)),
      fc.tuple(comparison, vectors, figures).map(([op, l, r]) => op(l, r, { bool: true })),
      fc.tuple(setOperation, vectors, vectors, fc.option(on, { nil: undefined })).map(([op, l, r, m]) => op(l, r, m)),
      fc.tuple(vectors, groups).map(([of, by]) => sum(of, by)),
      fc.tuple(figures, vectors, groups).map(([k, of, by]) => topk(k, of, by)),
      vectors.map((of) => countValues('v', of)),
      fc.tuple(figures, vectors).map(([q, of]) => histogramQuantile(q, of)),
      vectors.map(abs),
      fc.tuple(vectors, figures, figures).map(([of, low, high]) => clamp(of, low, high)),
      figures.map(vector),
      tie('range').map(rate),
      tie('range').map(avgOverTime),
    ),
    range: fc.oneof(
      { maxDepth: 3 },
      shifted(fc.tuple(bare, ms).map(([of, span]) => range(of, span))),
      fc.tuple(vectors, ms, fc.option(ms, { nil: undefined })).map(([of, span, step]) => subquery(of, span, step)),
    ),
    scalar: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      figure.map(num),
      fc.constant(time()),
      figures.map((of) => neg(of)),
      vectors.map(scalar),
      fc.tuple(arithmetic, figures, figures).map(([op, l, r]) => op(l, r)),
      fc.tuple(comparison, figures, figures).map(([op, l, r]) => op(l, r, { bool: true })),
    ),
  };
});
