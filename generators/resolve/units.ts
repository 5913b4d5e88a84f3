import type * as author from '../language/index.ts';
import type { Sound } from './soundness.ts';

/** What has files, a dashboard, a team and alerts of its own. */
export type Unit = author.Service | author.Infrastructure | author.KpiGroup;

/** Everything that a stack lists as a unit, in the order of the definitions, unchecked. */
export function listedUnits(stack: author.Stack): readonly Unit[] {
  return [...stack.services, ...(stack.infrastructure ?? []), ...(stack.kpis ?? [])];
}

/** The units of a stack that can be compiled. */
export function soundUnits(stack: author.Stack, sound: Sound): readonly Unit[] {
  return listedUnits(stack).filter((one) => sound(one, 'service', 'infrastructure', 'kpi-group'));
}
