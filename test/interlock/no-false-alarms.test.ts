import { expect, test } from 'vitest';
import { rules } from '../../generators/interlock/index.ts';
import { nearMisses } from './cases/near-misses.ts';

test.each(nearMisses)('$code does not complain of $given', ({ code, of }) => {
  const found = rules.filter((rule) => rule.code === code).map(({ check }) => check(of()));

  expect(found).toEqual([[]]);
});
