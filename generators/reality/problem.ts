import type { Address, Diagnostic, Level } from '../diagnostics/diagnostic.ts';
import type { RealityCode } from './explanations.ts';
import type { Gap } from './gaps.ts';

/** A difference between what is declared and what was seen. */
export interface Problem extends Diagnostic {
  readonly code: RealityCode;
  /** Whether it is why a selector finds nothing. */
  readonly explains: (gap: Gap) => boolean;
  /** Not so where the series may come with the first event. */
  readonly lasts: boolean;
}

interface Given {
  readonly level?: Level;
  readonly lasts?: boolean;
  readonly explains?: Problem['explains'];
}

const nothing = (): boolean => false;

/** A problem, an error that lasts unless said otherwise. */
export function realityProblem(
  code: RealityCode,
  address: Address,
  [message, cure]: readonly [message: string, cure: string],
  { level = 'error', lasts = true, explains = nothing }: Given = {},
): Problem {
  return { code, level, address, message, cure, lasts, explains };
}
