import { describe, expect, test } from 'vitest';
import {
  divisionsOf,
  type Expr,
  mapNode,
  parse,
  print,
  printNode,
  selectorsOf,
} from '../../generators/promql/index.ts';

function read(text: string): Expr {
  const { expr } = parse(text);
  if (expr === undefined) throw new Error(`does not parse: ${text}`);
  return expr;
}

describe('selectors, with what is done to them', () => {
  test.each([
    ['up', [['up', []]]],
    [
      'sum(rate(x[5m])) / count(y)',
      [
        ['x[5m]', ['sum', 'rate']],
        ['y', ['count']],
      ],
    ],
    [
      'max_over_time(rate(x{a="b"}[1m] offset 1h)[30m:1m]) > z',
      [
        ['x{a="b"}[1m] offset 1h', ['max_over_time', 'rate']],
        ['z', []],
      ],
    ],
    [
      'topk(scalar(k), -x)',
      [
        ['k', ['topk', 'scalar']],
        ['x', ['topk']],
      ],
    ],
    ['time() + 1', []],
  ])('%s', (text, want) => {
    expect(selectorsOf(read(text)).map(({ selector, enclosing }) => [printNode(selector), enclosing])).toEqual(want);
  });

  test('and all nodes around them', () => {
    const [use] = selectorsOf(read('sum(errors_total) > 10'));
    expect(use?.ancestors.map(({ kind }) => kind)).toEqual(['binary', 'aggregate']);
  });
});

test('divisions', () => {
  const denominators = divisionsOf(read('a / (b / c) + sum(d) / (e > 0) * f')).map(({ right }) => printNode(right));
  expect(denominators).toEqual(['b / c', 'c', 'e > 0']);
});

test('nodes are replaced, parts before wholes', () => {
  const longer = mapNode(read('sum by (x) (rate(a[5m])) / quantile(0.5, -b) + max_over_time(c[1h:])'), (node) =>
    node.kind === 'selector' ? { ...node, name: `${node.name}_total` } : node,
  );
  expect(print(longer)).toBe('sum by (x) (rate(a_total[5m])) / quantile(0.5, -b_total) + max_over_time(c_total[1h:])');
  expect(mapNode(read('vector(1)'), () => ({ kind: 'number', value: 2 })).type).toBe('scalar');
});
