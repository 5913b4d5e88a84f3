import fc from 'fast-check';
import { expect, it } from 'vitest';
import { literal } from '../../generators/declarations/literal.ts';
import { thresholdCode } from '../../generators/declarations/thresholds.ts';
import { quantity } from '../../generators/language/quantities.ts';

it.each([
  ['seconds', 0.05, "'50ms'"],
  ['seconds', 0.0005, "'0.5ms'"],
  ['seconds', 1, "'1s'"],
  ['seconds', 2.5, "'2500ms'"],
  ['seconds', 60, "'1m'"],
  ['seconds', 90, "'90s'"],
  ['seconds', 3600, "'1h'"],
  ['seconds', 86400, "'24h'"],
  ['seconds', 1e-9, "'0.000001ms'"],
  ['seconds', 0, "'0ms'"],
  // The noise of a computed bound cannot be said; 300ms would be another bucket.
  ['seconds', 0.1 + 0.2, undefined],
  ['seconds', -1, undefined],
  ['milliseconds', 250, "'250ms'"],
  ['milliseconds', 60_000, "'1m'"],
  ['bytes', 4096, "'4KiB'"],
  ['bytes', 1000, "'1000B'"],
  ['bytes', 2 ** 30, "'1GiB'"],
  ['bytes', 2.5 * 2 ** 20, "'2560KiB'"],
  ['bytes', 1e40, undefined],
  ['byterate', 1024, "'1KiB/s'"],
  ['ratio', 0.995, "'99.5%'"],
  ['percent', 80, "'80%'"],
  ['celsius', 85.5, "'85.5C'"],
  ['celsius', -5, undefined],
  ['usd', 0.01, "'$0.01'"],
  ['count', -2.5, '-2.5'],
  ['count', 1e21, '1e+21'],
] as const)('%s %d → %s', (unit, bound, want) => {
  expect(thresholdCode(unit, bound)).toBe(want);
});

it('what is written means the bound, or nothing is written', () => {
  let written = 0;
  const bound = fc.oneof(
    fc.double({ min: 0, noNaN: true }),
    fc.integer({ min: 0 }),
    fc.integer().map((n) => n / 1000),
  );
  fc.assert(
    fc.property(fc.constantFrom('seconds', 'bytes', 'ratio', 'percent', 'celsius', 'usd'), bound, (unit, value) => {
      const code = thresholdCode(unit, value);
      if (code === undefined) return;
      written += 1;
      expect(quantity(unit, code.slice(1, -1))).toBe(value);
    }),
  );
  expect(written).toBeGreaterThan(10);
});

it('a literal is one line of code that means the text', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('\'"`${x}', '\u2028\u2029\u202e', '\ud800', '\\u0041', '\r\n*/'),
  );
  fc.assert(
    fc.property(text, (one) => {
      const code = literal(one);
      expect(code).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      // The code is a literal: nothing else of it is run.
      expect(new Function(`return ${code};`)()).toBe(one);
    }),
  );
});
