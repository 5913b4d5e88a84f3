import { describe, expect, test } from 'vitest';
import { parse, type SelectorNode } from '../../generators/promql/index.ts';
import { type Outcome, outcomeOf } from '../../generators/reality/emptiness.ts';

/** `gone` and `lost` find nothing, everything else something. */
function read({ name = '' }: SelectorNode): Outcome<string> {
  const dead = name === 'gone' || name === 'lost';
  return { empty: dead, causes: dead ? [name] : [] };
}

function outcome(text: string): string {
  const { expr } = parse(text);
  if (expr === undefined) throw new Error(`${text} does not parse`);
  const { empty, causes } = outcomeOf(expr.node, read);
  const why = [...new Set(causes)].sort().join('+');
  return why === '' ? (empty ? 'nothing' : 'answers') : `${empty ? 'nothing' : 'fallback'} for ${why}`;
}

describe('an expression whose selectors find nothing', () => {
  test.each([
    ['here', 'answers'],
    ['gone', 'nothing for gone'],
    ['1', 'answers'],
    ['time()', 'answers'],
    ['vector(1)', 'answers'],
    ['-gone', 'nothing for gone'],
    ['(gone)', 'nothing for gone'],
    ['gone offset 1d', 'nothing for gone'],
    ['rate(gone[5m])', 'nothing for gone'],
    ['max_over_time(rate(gone[5m])[1h:1m])', 'nothing for gone'],
    ['histogram_quantile(0.99, sum by (le) (rate(gone[5m])))', 'nothing for gone'],
    ['sum by (a) (gone)', 'nothing for gone'],
    ['count(gone)', 'nothing for gone'],
    ['topk(3, gone)', 'nothing for gone'],
    ['topk(scalar(gone), here)', 'fallback for gone'],
    ['label_replace(gone, "a", "$1", "b", "(.*)")', 'nothing for gone'],
    ['hour()', 'answers'],
    ['hour(gone)', 'nothing for gone'],
    ['info(here, gone)', 'answers'],
    ['info(gone, here)', 'nothing for gone'],
    // That nothing is found is the question.
    ['absent(gone)', 'answers'],
    ['absent_over_time(gone[5m])', 'answers'],
    ['sum(absent(gone))', 'answers'],
    ['absent(rate(gone[5m]))', 'answers'],
    // No side, no result.
    ['gone / here', 'nothing for gone'],
    ['here / gone', 'nothing for gone'],
    ['gone / lost', 'nothing for gone+lost'],
    ['gone > 3', 'nothing for gone'],
    ['gone > bool 3', 'nothing for gone'],
    ['3 * gone', 'nothing for gone'],
    ['1 + 2', 'answers'],
    ['here and gone', 'nothing for gone'],
    ['gone and here', 'nothing for gone'],
    ['absent(gone) and on () here', 'answers'],
    ['absent(gone) and on () lost', 'nothing for lost'],
    // Another side answers in its place.
    ['gone or here', 'fallback for gone'],
    ['here or gone', 'fallback for gone'],
    ['gone or lost', 'nothing for gone+lost'],
    ['gone or vector(0)', 'fallback for gone'],
    ['sum(rate(gone[5m])) or 0 * sum(rate(here[5m]))', 'fallback for gone'],
    ['(gone or vector(0)) / here', 'fallback for gone'],
    ['(gone or vector(0)) / lost', 'nothing for lost'],
    ['(gone or vector(0)) > 1', 'fallback for gone'],
    // One that watches for absence answers as it should.
    ['gone == 0 or 0 * sum(absent(gone))', 'answers'],
    ['absent(gone) or gone == 0', 'answers'],
    // Nothing is taken away.
    ['here unless gone', 'answers'],
    ['gone unless here', 'nothing for gone'],
    ['here unless (gone or vector(0))', 'answers'],
    // NaN.
    ['here * scalar(gone)', 'fallback for gone'],
    ['vector(scalar(gone))', 'fallback for gone'],
  ])('%s: %s', (text, want) => {
    expect(outcome(text)).toBe(want);
  });
});
