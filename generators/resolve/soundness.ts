import type { Alert } from '../language/alert.ts';
import type { Beside } from '../language/beside.ts';
import type { Condition } from '../language/conditions.ts';
import { isKind } from '../language/define.ts';
import type { Evaluator } from '../language/evaluator.ts';
import type { Executive } from '../language/executive.ts';
import type { Infrastructure } from '../language/infrastructure.ts';
import type { DisplayedKpi, Kpi, KpiGroup } from '../language/kpi.ts';
import type { Measure } from '../language/measure.ts';
import type { Metric } from '../language/metrics.ts';
import type { Runbook } from '../language/runbook.ts';
import type { External, Service } from '../language/service.ts';
import type { Severity } from '../language/severity.ts';
import type { Slo } from '../language/slos.ts';
import type { Heartbeat, Stack } from '../language/stack.ts';
import type { Receiver, Team } from '../language/team.ts';
import type { Value } from '../language/values.ts';
import type { Tagged, Walk } from './walk.ts';

type Definition =
  | Stack
  | Beside
  | Evaluator
  | Severity
  | Team
  | Receiver
  | Heartbeat
  | Service
  | Infrastructure
  | KpiGroup
  | Kpi
  | DisplayedKpi
  | Measure
  | Executive
  | External
  | Slo
  | Alert
  | Runbook
  | Metric
  | Value
  | Condition;

type OfKind<K extends Definition['kind']> = Extract<Definition, { readonly kind: K }>;

/** Whether a value is of one of these kinds and was found to have the shape that its type promises, with all its parts. */
export type Sound = <K extends Definition['kind']>(value: unknown, ...kinds: readonly K[]) => value is OfKind<K>;

/** What was visited and is not broken. */
export function soundIn(walks: readonly Walk[], broken: ReadonlySet<unknown>): Sound {
  const visited = new Set<unknown>(walks.flatMap(({ visits }) => visits.map(({ value }) => value)));
  return <K extends Definition['kind']>(value: unknown, ...kinds: readonly K[]): value is OfKind<K> =>
    visited.has(value) && !broken.has(value) && isKind(value, ...kinds);
}

/** The broken things and everything that is useless without one of them. */
export function spread(walks: readonly Walk[], broken: ReadonlySet<Tagged>): ReadonlySet<Tagged> {
  const reached = new Set(broken);
  // Grows while it is walked.
  for (const one of reached) {
    for (const { users } of walks) {
      for (const user of users.get(one) ?? []) reached.add(user);
    }
  }
  return reached;
}
