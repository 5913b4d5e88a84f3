import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as aggregationFunctions from '../../generators/promql/build/aggregations.ts';
import * as functions from '../../generators/promql/build/functions.ts';
import * as p from '../../generators/promql/index.ts';
import { instant } from './arbitrary.ts';
import { deceptive, good, goodTraps, newer, refused, refusedTraps } from './corpus.ts';
import { promtool, refusedByPromtool } from './promtool.ts';

describe('promtool 2.42 is of the opinion that the corpus records', () => {
  test.each([
    ['good', good, 30, 0],
    ['traps that are good', goodTraps, 17, 0],
    ['deceptive', deceptive, 3, 0],
    ['refused', refused, 112, 112],
    ['traps that are refused', refusedTraps, 16, 16],
    // histogram_fraction is in 2.42 already.
    ['newer', newer, 22, 21],
  ])('%s', (_, expressions, looked, want) => {
    expect(expressions).toHaveLength(looked);
    const found = refusedByPromtool(expressions);
    expect(expressions.filter((expr) => found.has(expr))).toHaveLength(want);
  });
});

test('whatever the builder makes, promtool accepts, printed on one line, and so do we', () => {
  const expressions = fc.sample(instant, { numRuns: 400, seed: 42 }).map(p.print);
  expect([...refusedByPromtool(expressions)]).toEqual([]);
  expect(expressions.flatMap((expr) => p.check(expr, { version: '2.42', allowGrafanaVariables: true }))).toEqual([]);
});

const a = p.selector('a');
const lately = p.range(a, 60_000);
const ofRange = [p.rate, p.increase, p.irate, p.resets, p.delta, p.idelta, p.deriv, p.changes, p.absentOverTime];
const overTime = [p.avgOverTime, p.minOverTime, p.maxOverTime, p.sumOverTime, p.countOverTime, p.stddevOverTime];
const overTimeToo = [p.stdvarOverTime, p.lastOverTime, p.presentOverTime];
const ofVector = [p.abs, p.absent, p.ceil, p.floor, p.exp, p.ln, p.log2, p.log10, p.sqrt, p.sgn, p.round];
const ofVectorToo = [p.sort, p.sortDesc, p.timestamp, p.histogramCount, p.histogramSum, p.scalar];
const ofTime = [p.minute, p.hour, p.dayOfWeek, p.dayOfMonth, p.daysInMonth, p.month, p.year];
const aggregations = [p.sum, p.avg, p.min, p.max, p.count, p.stddev, p.stdvar, p.group];
const everything: readonly p.Expr[] = [
  ...[...ofRange, ...overTime, ...overTimeToo].map((make) => make(lately)),
  ...[...ofVector, ...ofVectorToo, ...ofTime, ...aggregations].map((make) => make(a)),
  ...ofTime.map((make) => make()),
  ...[p.topk(1, a), p.bottomk(1, a), p.quantile(0.5, a), p.countValues('x', a), p.vector(1), p.time(), p.round(a, 2)],
  ...[p.predictLinear(lately, 60), p.quantileOverTime(0.5, lately), p.histogramQuantile(0.5, a)],
  ...[p.histogramFraction(0, 1, a), p.clampMin(a, 0), p.clampMax(a, 1), p.clamp(a, 0, 1)],
  ...[p.labelReplace(a, 'x', '$1', 'y', '(.*)'), p.labelJoin(a, 'x', '-', ['y', 'z'])],
];

test('every function of the builder is one of Prometheus', () => {
  const expressions = everything.map(p.print);
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const names = [...Object.keys(functions), ...Object.keys(aggregationFunctions)].filter((name) => name !== 'figure');
  expect(names.filter((name) => !expressions.some((expr) => expr.startsWith(`${snake(name)}(`)))).toEqual([]);
  expect([...refusedByPromtool(expressions)]).toEqual([]);
  expect(expressions.flatMap((expr) => p.check(expr, { version: '2.42' }))).toEqual([]);
});

test('every function and aggregation called younger than 2.42 is unknown to it', () => {
  const names = Object.keys(p.functionFeatures);
  const expressions = names.map((name) => `${name}(foo)`);
  expect([...refusedByPromtool(expressions)]).toEqual(expressions);
});

function evaluate(node: p.Node): number {
  if (node.kind === 'number') return node.value;
  if (node.kind === 'unary') return -evaluate(node.expr);
  if (node.kind !== 'binary') throw new Error(`Not arithmetic: ${node.kind}`);
  const [left, right] = [evaluate(node.left), evaluate(node.right)];
  switch (node.op) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    default:
      return left ** right;
  }
}

const signed = fc.constantFrom('1', '2', '3', '-1', '-2', '-3', '--2', '+3', '(-2)');
const sums = fc
  .tuple(signed, fc.array(fc.tuple(fc.constantFrom('+', '-', '*', '^'), signed), { minLength: 1, maxLength: 5 }))
  .map(([first, rest]) => [first, ...rest.flat()].join(' '));

test('operators are grouped as Prometheus groups them', () => {
  const cases = fc.sample(sums, { numRuns: 600, seed: 7 }).flatMap((expr) => {
    const node = p.parse(expr).expr?.node;
    const value = node === undefined ? Number.NaN : evaluate(node);
    // Exact in both languages, so that equality is fair.
    return Number.isInteger(value * 1024) && Math.abs(value) < 1e9 ? [{ expr, value: value + 0 }] : [];
  });
  expect(cases.length).toBeGreaterThan(400);
  const promql_expr_test = cases.map(({ expr, value }) => ({
    expr,
    eval_time: '0s',
    exp_samples: [{ labels: '{}', value }],
  }));
  const tests = [{ interval: '1m', promql_expr_test }];
  expect(promtool(['test', 'rules', 'test.yaml'], { 'test.yaml': { tests } })).toContain('SUCCESS');
});

test('a wrong grouping would be noticed', () => {
  const promql_expr_test = [{ expr: '-1 ^ 2', eval_time: '0s', exp_samples: [{ labels: '{}', value: 1 }] }];
  const tests = [{ interval: '1m', promql_expr_test }];
  expect(promtool(['test', 'rules', 'test.yaml'], { 'test.yaml': { tests } })).toContain('FAILED');
});
