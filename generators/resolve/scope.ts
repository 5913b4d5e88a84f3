import type { Address } from '../diagnostics/diagnostic.ts';
import type * as author from '../language/index.ts';
import { placeOf } from '../language/place.ts';
import type { LabelNames } from '../model/label-names.ts';
import type { Evaluator, Runbook, Severity, Team } from '../model/stack.ts';
import { authoredAlerts } from './authored-alerts.ts';
import { dashboardUid } from './dashboard-uid.ts';
import type { Sound } from './soundness.ts';
import { soundUnits, type Unit } from './units.ts';

/** What a stack's definitions are resolved against: by kind and id, so that the stack's own list wins over an identity. */
export interface Scope {
  readonly stack: author.Stack;
  readonly sound: Sound;
  readonly labels: LabelNames;
  readonly evaluators: ReadonlyMap<string, Evaluator>;
  readonly severities: ReadonlyMap<string, Severity>;
  readonly teams: ReadonlyMap<string, Team>;
  readonly runbooks: ReadonlyMap<string, Runbook>;
}

/** The address of a definition that has a name in its stack. */
export function addressIn(stack: author.Stack, name: string, definition: unknown): Address {
  return { path: [stack.id, name], place: placeOf(definition) ?? placeOf(stack) };
}

/** The SLOs of a service that can be compiled, by key. */
export function soundSlos(service: Unit, sound: Sound): readonly (readonly [string, author.Slo])[] {
  return Object.entries(service.slos ?? {}).filter(([, one]) =>
    sound(one, 'availability', 'ratio', 'latency', 'uptime', 'freshness', 'time-slice'),
  );
}

/** The runbooks that the sound services of a stack refer to, in the order of the definitions. */
export function runbooksOf(stack: author.Stack, sound: Sound): readonly author.Runbook[] {
  return [...new Set(soundUnits(stack, sound).flatMap((unit) => runbooksOfUnit(unit, sound)))];
}

/** The runbooks that the SLOs, alerts and limits of a unit refer to. */
export function runbooksOfUnit(unit: Unit, sound: Sound): readonly author.Runbook[] {
  return [
    ...soundSlos(unit, sound).map(([, slo]) => slo.runbook),
    ...authoredAlerts(unit, sound).map(({ alert }) => alert.runbook),
  ];
}

/** The teams that a stack's default and its sound services name, in the order of the definitions. */
export function teamsOf(stack: author.Stack, sound: Sound): readonly author.Team[] {
  return [...new Set([stack.defaultTeam, ...soundUnits(stack, sound).map(({ team }) => team)])];
}

/** The uid that a service's dashboard has in a stack. */
export function uidOf(stack: author.Stack, service: Unit): string {
  return service.dashboard?.uid ?? dashboardUid(stack.id, service.id);
}
