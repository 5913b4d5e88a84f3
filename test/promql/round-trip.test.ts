import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, print, printLines, quote, selector } from '../../generators/promql/index.ts';
import { unquote } from '../../generators/promql/quote.ts';
import { instant, scalars, text } from './arbitrary.ts';
import { good, goodTraps } from './corpus.ts';

describe('a printed expression reads as the same one', () => {
  test.each([...good, ...goodTraps])('%s', (given) => {
    const { expr, problems } = parse(given);
    expect(problems).toEqual([]);
    if (expr === undefined) throw new Error('unreachable: no problems and no expression');
    expect(parse(print(expr)).expr).toEqual(expr);
    expect(parse(printLines(expr, 20)).expr).toEqual(expr);
  });

  test('on one line, whatever it is', () => {
    const property = fc.property(fc.oneof(instant, scalars), (expr) => {
      expect(parse(print(expr))).toEqual({ expr, problems: [] });
    });
    fc.assert(property, { numRuns: 500 });
  });

  test('over several lines, whatever the width', () => {
    const property = fc.property(instant, fc.integer({ min: 1, max: 100 }), (expr, width) => {
      const lines = printLines(expr, width);
      expect(parse(lines)).toEqual({ expr, problems: [] });
      // A YAML block scalar needs no indentation indicator and shows no invisible spaces.
      expect(lines).not.toMatch(/^ | $/);
      expect(lines).not.toContain(' \n');
    });
    fc.assert(property, { numRuns: 500 });
  });
});

describe('any text survives as a label value', () => {
  const withValue = (value: string) => selector('up', [{ label: 'a', op: '=', value }]);

  test.each<[string, (value: string) => void]>([
    ['as a literal', (value) => expect(unquote(quote(value))).toBe(value)],
    ['as a literal on one line, in printable characters', (value) => expect(quote(value)).toMatch(/^"\P{C}*"$/u)],
    ['in a selector', (value) => expect(parse(print(withValue(value))).expr).toEqual(withValue(value))],
  ])('%s', (_, expectation) => {
    const property = fc.property(text, (value) => {
      expectation(value);
    });
    fc.assert(property, { numRuns: 1000 });
  });
});
