import { mimirSpeaks, olderMimirSpeaks } from '../policy/versions.ts';
import { atLeast, type PrometheusVersion } from '../promql/features.ts';
import type { Evaluator, Receiver, Service, Stack } from './stack.ts';

/** The Prometheus whose rules and PromQL an evaluator has: what every question after a version is asked of. */
export function speaks(kind: 'prometheus' | 'mimir', version: PrometheusVersion): PrometheusVersion {
  if (kind === 'prometheus') return version;
  return mimirSpeaks.find(({ mimir }) => atLeast(version, mimir))?.prometheus ?? olderMimirSpeaks;
}

/** The evaluator that runs an alert's rule. */
export function evaluatorOf(
  stack: Stack,
  { evaluator, service }: { readonly evaluator?: Evaluator; readonly service?: Service },
): Evaluator {
  return evaluator ?? service?.evaluator ?? stack.evaluators[0];
}

/** What an evaluator is called: `Prometheus main`, `Mimir edge`. */
export function evaluatorTitle({ id, mimir }: Evaluator): string {
  return `${mimir === undefined ? 'Prometheus' : 'Mimir'} ${id}`;
}

/** Which version it is, as a message says it after its name. */
export function versionWords({ version, mimir }: Evaluator): string {
  return mimir === undefined ? `is ${version}` : `is Mimir ${mimir.version}, with the rules of Prometheus ${version}`;
}

/** The server of its kind that first has what Prometheus has since a version. */
export function serverWith({ mimir }: Evaluator, since: PrometheusVersion): string {
  if (mimir === undefined) return `Prometheus ${since}`;
  const first = mimirSpeaks.findLast(({ prometheus }) => atLeast(prometheus, since));
  return first === undefined ? 'a newer Mimir' : `Mimir ${first.mimir}`;
}

/** How far in the past its rules are evaluated: what the groups say, else what the server does by itself. */
export function delayOf({ queryOffsetMs, mimir }: Evaluator): number {
  return queryOffsetMs === 0 ? (mimir?.delayMs ?? 0) : queryOffsetMs;
}

/** Who must hear of an evaluator's heartbeat; nobody where it is not the first and has no switch of its own. */
export function heartbeatOf(stack: Stack, evaluator: Evaluator): Receiver | undefined {
  return evaluator.heartbeat ?? (evaluator.id === stack.evaluators[0].id ? stack.heartbeat.receiver : undefined);
}

/**
 * Rule files of Mimir belong to a namespace, and mimirtool takes each file for all of one. Ids hold no dots, so no stack's
 * and no evaluator's namespaces begin like another's.
 */
export function namespacePrefix(stack: Stack, evaluator: Evaluator): string {
  return `${stack.id}.${evaluator.id}.`;
}
