import { describe, expect, test } from 'vitest';
import { check } from '../../generators/promql/index.ts';
import { deceptive, good, goodTraps, newer, refused, refusedTraps } from './corpus.ts';

const messages = (text: string, options = {}): readonly string[] => check(text, options).map(({ message }) => message);

describe('what Prometheus 2.42 accepts has no problem', () => {
  test.each([...good, ...goodTraps])('%s', (expr) => expect(check(expr, { version: '2.42' })).toEqual([]));
});

test('what promtool 2.42 refuses has one: all 128 of them, and the three it is deceived by', () => {
  const all = [...refused, ...refusedTraps, ...deceptive];
  expect(all).toHaveLength(131);
  expect(all.filter((expr) => check(expr, { version: '2.42' }).length === 0)).toEqual([]);
});

test('all but the two that only the version tells are found without a version', () => {
  // `foo offset 5` is five seconds since 3.0.
  const overlooked = [...refused, ...refusedTraps].filter((expr) => check(expr).length === 0);
  expect(overlooked).toEqual(['foo offset 5', '5m', 'foo > 5m']);
});

describe('newer syntax', () => {
  test('is found where the evaluator is 2.42, but for the one it has', () => {
    const passed = newer.filter((expr) => check(expr, { version: '2.42' }).length === 0);
    expect(passed).toEqual(['histogram_fraction(0, 0.2, rate(nh[5m]))']);
  });

  test('is accepted from 3.14 with its flag, where it is supported at all', () => {
    const flags = ['promql-experimental-functions'];
    const found = newer.filter((expr) => check(expr, { version: '3.14', flags }).length > 0);
    expect(found).toEqual([
      'foo[5m + 1m]',
      'rate(foo[5m] smoothed)',
      'rate(foo[5m] anchored)',
      'foo / fill(0) bar',
      'sum(rate(a[5m])) / on() fill_left(0) sum(rate(b[5m]))',
      'max_of(1, 2)',
      'rate(foo[step() * 2])',
    ]);
  });

  test.each([
    ['histogram_avg(nh)', '2.50', ['histogram_avg needs Prometheus 2.51, the evaluator is 2.50']],
    ['histogram_avg(nh)', '2.51', []],
    ['histogram_avg(nh)', '3.0', []],
    ['first_over_time(a[5m])', '3.13', ['first_over_time needs --enable-feature=promql-experimental-functions']],
    ['first_over_time(a[5m])', '3.14', []],
    ['1_000 < a', '2.53', ['underscores in numbers needs Prometheus 2.54, the evaluator is 2.53']],
    ['rate(a[300])', '2.55', ['a number as a duration needs Prometheus 3.0, the evaluator is 2.55']],
    ['{"a.b"}', '2.55', ['a quoted metric or label name needs Prometheus 3.0, the evaluator is 2.55']],
  ] as const)('%s on %s', (expr, version, want) => expect(messages(expr, { version })).toEqual(want));
});

describe('a problem names its place', () => {
  test.each([
    ['rate(http_requests_total)', 'expected type range vector in call to function "rate", got instant vector', 5, 24],
    ['foo bar', 'unexpected "bar"', 4, 7],
    ['sum(rate(x[5m])', 'the expression ends too early', 15, 15],
    ['1 + nope(foo)', 'no function is called nope', 4, 9],
    ['', 'the expression is empty', 0, 0],
    ['a + foo{a=~"("}', 'the matcher of a is not an RE2 expression', 4, 15],
    ['foo[0s]', 'a range or step must be longer than nothing', 4, 6],
    ['foo[5m] offset 1h offset 2h', 'offset is given twice', 0, 27],
    ['a + b[5m:]', 'an operator works on instant vectors and scalars, not on a range', 4, 10],
    ['1 + {a=""}', 'a selector needs a name or a matcher that no empty label meets', 4, 10],
    ['holt_winters(a[5m], 0.5, 0.5)', 'holt_winters is gone: Prometheus 3.0 renamed it', 0, 13],
  ])('%s', (expr, message, from, to) => {
    const problem = { message: expect.stringContaining(message), from, to };
    expect(check(expr)).toContainEqual(problem);
  });

  test('each one of several, in the order of the text', () => {
    expect(messages('a{x=~"(", y=~"["} + {z=""}')).toEqual([
      expect.stringContaining('matcher of x'),
      expect.stringContaining('matcher of y'),
      expect.stringContaining('a selector needs'),
    ]);
  });

  test('past the 3,000 characters that the editor would read', () => {
    const long = Array.from({ length: 150 }, (_, i) => `metric_with_quite_a_long_name_${i}`).join(' + ');
    expect(check(long)).toEqual([]);
    expect(check(`${long} + rate(foo)`)).toHaveLength(1);
  });
});

describe('what Grafana fills in', () => {
  const dashboard = [
    'rate(a[$__rate_interval])',
    'max_over_time(a[$__range:$__interval])',
    'a{job="$job"}',
    'a{job=~"$job", region=~"\x24{region:regex}"}',
    '{job=~"\x24{job}"}',
  ];

  test.each(dashboard)('%s is refused in a rule, and allowed in a dashboard', (expr) => {
    expect(messages(expr)[0]).toContain('only to Grafana');
    expect(check(expr, { version: '2.42', allowGrafanaVariables: true })).toEqual([]);
  });

  test.each([
    ['rate($__rate_interval)', 'unexpected "$"'],
    ['rate(a[$interval])', 'unexpected "$"'],
    ['a{job=~"\x24{job:regex}("}', 'not an RE2 expression'],
    ['rate(sum(a)[$__range])', 'a range stands directly after a selector'],
  ])('%s is wrong even there', (expr, want) => {
    expect(messages(expr, { allowGrafanaVariables: true })[0]).toContain(want);
  });

  test('a dollar may mean something else', () => {
    expect(check('label_replace(a{x=~"^b$|c$"}, "d", "$1", "e", "(.*)")')).toEqual([]);
  });
});
