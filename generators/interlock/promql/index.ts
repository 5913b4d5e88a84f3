import type { Rule } from '../rule.ts';
import { counterCompared } from './counter-compared.ts';
import { invalid } from './invalid.ts';
import { quantileWithoutLe } from './quantile-without-le.ts';
import { rateOfGauge } from './rate-of-gauge.ts';
import { rateOfSum } from './rate-of-sum.ts';
import { shortRange } from './short-range.ts';
import { tooNew } from './too-new.ts';
import { undeclared } from './undeclared.ts';
import { unguardedDivision } from './unguarded-division.ts';

/** What an expression must be to mean what it says. */
export const promqlRules: readonly Rule[] = [
  counterCompared,
  invalid,
  quantileWithoutLe,
  rateOfGauge,
  rateOfSum,
  shortRange,
  tooNew,
  undeclared,
  unguardedDivision,
];
