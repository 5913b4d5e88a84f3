import { describe, expect, test } from 'vitest';
import * as p from '../../generators/promql/index.ts';

const [a, b, c] = [p.selector('a'), p.selector('b'), p.selector('c')];
const requests = p.selector('x_bucket', [
  { label: 'job', op: '=', value: 'api' },
  { label: 'code', op: '=~', value: '5..' },
]);
const minute = 60_000;

describe('an expression prints with only the parentheses it needs', () => {
  test.each<[p.Expr, string]>([
    [p.mul(p.add(a, b), c), '(a + b) * c'],
    [p.add(a, p.mul(b, c)), 'a + b * c'],
    [p.sub(p.sub(a, b), c), 'a - b - c'],
    [p.sub(a, p.sub(b, c)), 'a - (b - c)'],
    [p.div(a, p.mul(b, c)), 'a / (b * c)'],
    [p.pow(a, p.pow(b, c)), 'a ^ b ^ c'],
    [p.pow(p.pow(a, b), c), '(a ^ b) ^ c'],
    [p.neg(p.pow(a, b)), '-a ^ b'],
    [p.pow(p.neg(a), b), '(-a) ^ b'],
    [p.neg(p.mul(a, b)), '-(a * b)'],
    [p.mul(p.neg(a), b), '-a * b'],
    [p.pow(-1, 2), '(-1) ^ 2'],
    [p.mul(-1, a), '-1 * a'],
    [p.sub(a, -1), 'a - -1'],
    [p.neg(p.neg(a)), '-(-a)'],
    [p.neg(p.num(-1)), '1'],
    [p.or(p.and(a, b), c), 'a and b or c'],
    [p.and(a, p.or(b, c)), 'a and (b or c)'],
    [p.and(p.gt(a, 1), p.lt(b, 2), { on: ['job'] }), 'a > 1 and on (job) b < 2'],
    [p.gt(p.div(a, b), p.mul(14.4, 0.001)), 'a / b > 14.4 * 0.001'],
    [p.unless(a, p.unless(b, c)), 'a unless (b unless c)'],
    [p.gt(1, 2, { bool: true }), '1 > bool 2'],
  ])('%#: %j', (given, want) => expect(p.print(given)).toBe(want));
});

describe('an expression prints in Prometheus’ own spelling', () => {
  test.each<[p.Expr, string]>([
    [
      p.sum(p.rate(p.range(requests, 5 * minute)), { by: ['le'] }),
      'sum by (le) (rate(x_bucket{job="api",code=~"5.."}[5m]))',
    ],
    [p.sum(a), 'sum(a)'],
    [p.sum(a, { by: [] }), 'sum(a)'],
    [p.sum(a, { without: [] }), 'sum without () (a)'],
    [p.topk(3, a, { by: ['x', 'y'] }), 'topk by (x, y) (3, a)'],
    [p.countValues('version', a), 'count_values("version", a)'],
    [p.div(a, b, { on: ['x'], groupLeft: ['y'] }), 'a / on (x) group_left (y) b'],
    [p.div(a, b, { ignoring: ['x'], groupRight: [] }), 'a / ignoring (x) group_right () b'],
    [p.and(a, b, { on: [] }), 'a and on () b'],
    [p.eq(a, b, { bool: true, on: ['x'] }), 'a == bool on (x) b'],
    [p.offset(a, 5 * minute), 'a offset 5m'],
    [p.offset(a, -5 * minute), 'a offset -5m'],
    [p.offset(p.at(p.range(a, minute), 'end'), minute), 'a[1m] @ end() offset 1m'],
    [p.at(a, 1609746000.5), 'a @ 1609746000.5'],
    [p.range(a, '$__rate_interval'), 'a[$__rate_interval]'],
    [p.subquery(p.add(a, b), 30 * minute, minute), '(a + b)[30m:1m]'],
    [p.subquery(p.rate(p.range(a, minute)), 30 * minute), 'rate(a[1m])[30m:]'],
    [p.subquery(p.offset(a, minute), 30 * minute), 'a offset 1m[30m:]'],
    [p.subquery(p.neg(a), 30 * minute), '(-a)[30m:]'],
    [p.selector('sum'), '{__name__="sum"}'],
    [p.selector(undefined, [{ label: '__name__', op: '=', value: 'up' }]), 'up'],
    [p.selector(undefined, [{ label: '__name__', op: '=~', value: 'a.+' }]), '{__name__=~"a.+"}'],
    [p.labelReplace(a, 'to', '$1', 'from', '(.*)'), 'label_replace(a, "to", "$1", "from", "(.*)")'],
    [p.labelJoin(a, 'to', ',', ['x', 'y']), 'label_join(a, "to", ",", "x", "y")'],
    [p.hour(), 'hour()'],
    [p.sum(a, { by: ['inf'] }), 'sum by ("inf") (a)'],
    [p.round(a), 'round(a)'],
    [p.round(a, 0.1), 'round(a, 0.1)'],
    [p.histogramQuantile(0.99, a), 'histogram_quantile(0.99, a)'],
    [p.clamp(a, 0, 1), 'clamp(a, 0, 1)'],
    [p.predictLinear(p.range(a, 60 * minute), 3600), 'predict_linear(a[1h], 3600)'],
    [p.str('a "b"\n'), '"a \\"b\\"\\n"'],
  ])('%#: %j', (given, want) => {
    expect(p.print(given)).toBe(want);
    expect(p.parse(want).expr).toEqual(given);
  });
});

describe('a name that is none is refused where the expression is built', () => {
  test.each<[() => unknown]>([
    [() => p.selector('9x')],
    [() => p.selector('a b')],
    [() => p.selector('a', [{ label: 'x-y', op: '=', value: '' }])],
    [() => p.sum(a, { by: ['a:b'] })],
    [() => p.sum(a, { without: [''] })],
    [() => p.add(a, b, { on: ['1'] })],
    [() => p.add(a, b, { on: ['x'], groupLeft: ['$y'] })],
    [() => p.countValues('a b', a)],
    [() => p.labelReplace(a, 'a.b', '', 'c', '')],
  ])('%#: %s', (build) => expect(build).toThrow(/^Not a (metric|label) name/));

  test.each([0, -1, 1.5, Number.NaN])('a range of %d ms', (ms) => expect(() => p.range(a, ms)).toThrow(RangeError));
});

describe('a long expression is laid out over lines', () => {
  const errors = p.sum(p.rate(p.range(requests, 5 * minute)), { by: ['region'] });
  const ratio = p.div(errors, p.sum(p.rate(p.range(a, 5 * minute)), { by: ['region'] }));
  test.each<[string, p.Expr, number, readonly string[]]>([
    ['what fits stays on one line', p.gt(ratio, 0.01), 200, [p.print(p.gt(ratio, 0.01))]],
    ['operators begin lines', p.or(p.or(a, b), c), 5, ['a', 'or b', 'or c']],
    ['what binds tighter stands further in', p.and(p.gt(a, b), p.gt(b, c)), 7, ['a > b', 'and b', '  > c']],
    ['parentheses close under where they open', p.mul(p.add(a, b), c), 3, ['(', '  a', '  + b', ')', '* c']],
    [
      'calls and aggregations open',
      p.histogramQuantile(0.9, p.sum(p.rate(p.range(a, minute)), { by: ['le'] })),
      30,
      ['histogram_quantile(', '  0.9,', '  sum by (le) (rate(a[1m]))', ')'],
    ],
    [
      'matchers stand one to a line',
      p.range(requests, minute),
      20,
      ['x_bucket{', '  job="api",', '  code=~"5.."', '}[1m]'],
    ],
    ['a subquery closes with its range', p.subquery(p.add(a, b), minute), 8, ['(', '  a', '  + b', ')[1m:]']],
    [
      'an alert',
      p.and(p.gt(ratio, 0.0144), p.gt(ratio, 0.006)),
      80,
      [
        'sum by (region) (rate(x_bucket{job="api",code=~"5.."}[5m]))',
        '    / sum by (region) (rate(a[5m]))',
        '  > 0.0144',
        'and sum by (region) (rate(x_bucket{job="api",code=~"5.."}[5m]))',
        '    / sum by (region) (rate(a[5m]))',
        '  > 0.006',
      ],
    ],
  ])('%s', (_, given, width, want) => expect(p.printLines(given, width).split('\n')).toEqual(want));
});
