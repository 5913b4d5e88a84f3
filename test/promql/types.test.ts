import { expect, test } from 'vitest';
import * as p from '../../generators/promql/index.ts';

const a = p.selector('a');
const overFive = p.range(a, 300_000);

/** Never run: what must not compile stands here. */
function promises(): void {
  // @ts-expect-error: a rate is of a range
  p.rate(a);
  // @ts-expect-error: a rate has no range to take a rate of
  p.rate(p.rate(overFive));
  // @ts-expect-error: a sum is of an instant vector
  p.sum(overFive);
  // @ts-expect-error: a sum of a scalar is no sum
  p.sum(p.num(1));
  // @ts-expect-error: only a selector takes a range; everything else a subquery
  p.range(p.rate(overFive), 1);
  // @ts-expect-error: a range has its range already
  p.range(overFive, 1);
  // @ts-expect-error: an offset belongs to a selector or a subquery
  p.offset(p.rate(overFive), 1);
  // @ts-expect-error: ranges know no arithmetic
  p.add(overFive, a);
  // @ts-expect-error: nor do strings
  p.add(p.str('x'), a);
  // @ts-expect-error: sets are of vectors
  p.and(a, 1);
  // @ts-expect-error: sets match many to many
  p.and(a, a, { on: ['x'], groupLeft: [] });
  // @ts-expect-error: two scalars compare only with bool
  p.gt(1, 2);
  // @ts-expect-error: matching is between two vectors
  p.add(a, 1, { on: ['x'] });
  // @ts-expect-error: one or the other
  p.add(a, a, { on: ['x'], ignoring: ['y'] });
  // @ts-expect-error: one side at most has many
  p.add(a, a, { on: ['x'], groupLeft: [], groupRight: [] });
  // @ts-expect-error: a side with many needs the labels on which both agree
  p.add(a, a, { groupLeft: [] });
  // @ts-expect-error: by or without
  p.sum(a, { by: ['x'], without: ['y'] });
  // @ts-expect-error: an interval that Grafana does not know
  p.range(a, '$__nope');
  // @ts-expect-error: of unknown kind until hasType has looked
  p.sum(p.exprOf(a.node));
}

test('what must not compile does not: the compiler says so', () => expect(promises).toBeTypeOf('function'));

test('what compiles has the kind that TypeScript was told', () => {
  const scalar: p.Scalar = p.add(1, p.time());
  const instant: p.Instant = p.mul(p.add(a, 1), p.sub(2, a));
  const shifted: p.Range = p.offset(p.subquery(a, 1000), 1000);
  for (const expr of [scalar, instant, shifted, p.gt(1, 2, { bool: true }), p.neg(p.num(1)), p.str('x'), p.neg(a)]) {
    expect(p.typeOf(expr.node)).toBe(expr.type);
  }
});

test('a parsed expression is narrowed by looking', () => {
  const { expr } = p.parse('rate(a[5m])');
  expect(expr !== undefined && p.hasType(expr, 'instant') && p.print(p.sum(expr))).toBe('sum(rate(a[5m]))');
  expect(expr !== undefined && p.hasType(expr, 'range')).toBe(false);
});
