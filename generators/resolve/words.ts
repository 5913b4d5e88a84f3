import type { Condition } from '../language/conditions.ts';
import { milliseconds } from '../language/quantities.ts';
import type { Signal, Sli } from '../model/stack.ts';

/** `latencyHigh` → `latency high` */
export function words(key: string): string {
  return key
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(' ')
    .map((word) => (/^[A-Z][a-z]/.test(word) ? word.toLowerCase() : word))
    .join(' ');
}

/** A duration that has been checked, in milliseconds. */
export function ms(duration: string): number {
  return milliseconds(duration) ?? 0;
}

/** What users feel when a promise on this is broken, where the author does not say. */
export function defaultImpact(kind: Sli['kind'], service: string): string {
  const sentences: Readonly<Record<Sli['kind'], string>> = {
    availability: `Requests to ${service} fail.`,
    ratio: `Fewer events of ${service} are good than promised.`,
    latency: `${service} answers slowly.`,
    uptime: `${service} does not answer.`,
    freshness: `The data of ${service} is out of date.`,
    'time-slice': `${service} is worse than promised.`,
  };
  return sentences[kind];
}

/** What of a service a condition speaks of, where the author does not say. */
export function defaultSignal(condition: Condition): Signal {
  if (condition.kind === 'silent') return 'traffic';
  if (condition.kind === 'any') return 'errors';
  if (condition.kind === 'fails-times') return 'down';
  if (!('value' in condition)) return 'quality';
  const { value } = condition;
  if (value.kind === 'share') return 'errors';
  const timed = value.kind === 'quantile' || value.kind === 'client-quantile' || value.kind === 'mean';
  return timed && (value.unit === 'seconds' || value.unit === 'milliseconds') ? 'latency' : 'quality';
}
