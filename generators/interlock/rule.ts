import type { Address, Level } from '../diagnostics/diagnostic.ts';
import type { Explanation } from '../diagnostics/explanations.ts';
import type { Compiled } from '../model/observables.ts';

/** One demand on the result, checked on everything that was derived. */
export interface Rule {
  /** `route/unused` */
  readonly code: string;
  /** Unless the stack sets another. */
  readonly level: Level;
  readonly explanation: Explanation;
  check(compiled: Compiled): readonly Finding[];
}

/** One place that breaks a rule. */
export interface Finding {
  readonly address: Address;
  /** What is wrong, with the figures. */
  readonly message: string;
  /** What to do about it, as an imperative sentence. */
  readonly cure: string;
}
