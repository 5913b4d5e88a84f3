import { describe, expect, test } from 'vitest';
import { pathText } from '../../generators/diagnostics/diagnostic.ts';
import { rules } from '../../generators/interlock/index.ts';
import { cases } from './cases/index.ts';

const own = rules.filter(({ code }) => !code.startsWith('route/'));
const ruleOf = (code: string) => own.filter((rule) => rule.code === code);

describe('every rule refuses', () => {
  test.each(cases)('$code: $given', ({ code, compiled, want, at }) => {
    const stack = compiled();
    const found = ruleOf(code).flatMap(({ check }) => check(stack));
    const said = found.map(({ address, message }) => ({ at: pathText(address), message }));

    expect(said).toContainEqual({ at, message: expect.stringContaining(want) });
    for (const { cure } of found) expect(cure).toMatch(/^[A-Z].*\.$/s);
  });
});

test('every rule has a case that it refuses', () => {
  const refused = new Set(cases.map(({ code }) => code));

  expect(own.map(({ code }) => code).filter((code) => !refused.has(code))).toEqual([]);
  expect([...refused].filter((code) => ruleOf(code).length === 0)).toEqual([]);
  expect({ rules: own.length, cases: cases.length }).toEqual({ rules: 46, cases: 128 });
});
