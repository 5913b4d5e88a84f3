import { describe, expect, test } from 'vitest';
import { coreExplanations } from '../../generators/diagnostics/explanations.ts';
import { interlock, rules } from '../../generators/interlock/index.ts';
import { routeRules } from '../../generators/interlock/routes/index.ts';
import { cases } from './cases/index.ts';

describe('every rule', () => {
  test.each(rules)('$code explains itself', ({ code, explanation: { since, title, cause, cure } }) => {
    expect(code).toMatch(/^[a-z]+\/[a-z-]+$/);
    expect(since).toMatch(/^\d+\.\d+\.\d+$/);
    for (const sentence of [title, cause, cure]) expect(sentence).toMatch(/^\S.{10,}[.")]$/s);
  });

  test('has a code of its own', () => {
    const codes = [...rules.map(({ code }) => code), ...Object.keys(coreExplanations)];

    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    expect(rules.length).toBe(46 + routeRules.length);
  });
});

test('a finding carries the code and the level of its rule', () => {
  const levels = new Map(rules.map(({ code, level }) => [code, level]));
  const [first] = cases;
  const last = cases.at(-1);
  const found = [first, last].flatMap((one) => (one === undefined ? [] : interlock(one.compiled())));

  expect(found.map(({ code }) => code)).toEqual(expect.arrayContaining([first?.code, last?.code]));
  expect(found.filter(({ code, level }) => levels.get(code) !== level)).toEqual([]);
});
