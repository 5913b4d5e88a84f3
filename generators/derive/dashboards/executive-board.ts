import type { Dashboard } from '../../model/dashboard.ts';
import type { Stack } from '../../model/stack.ts';

/** The board for those who do not operate. */
export function executiveBoard(_stack: Stack): readonly Dashboard[] {
  return [];
}
