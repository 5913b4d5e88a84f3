import type { Condition, Duration, Proof } from '../../language/index.ts';
import type { watcherAlerts } from '../../model/names.ts';
import type { Evaluator, Signal } from '../../model/stack.ts';
import type { PageId } from './runbooks.ts';

/** One way in which the monitoring itself can fail. */
export interface Watcher {
  readonly key: keyof typeof watcherAlerts;
  /** Page where nobody would be told, or nothing be found; all else waits for the morning. */
  readonly urgency: 'page' | 'ticket';
  readonly signal: Signal;
  /** The name of its panel: `Failed rule evaluations`. */
  readonly title: string;
  /** What happens, after the name of who it happens to: `fails to evaluate rules`. */
  readonly says: string;
  readonly impact: string;
  readonly when: Condition;
  readonly forMs: number;
  /** What raw PromQL measures, and the labels that tell its results apart. */
  readonly measures?: { readonly subject: string; readonly by: readonly string[] };
  readonly page: PageId;
}

/** A watcher with whom it watches, by whose metrics, and who evaluates it. */
export interface Watched {
  readonly watcher: Watcher;
  /** `Prometheus main`, `Alertmanager`. */
  readonly who: string;
  readonly job: string;
  readonly evaluator: Evaluator;
}

export const MINUTE_MS = 60_000;

/** As authors write it. */
export function lasting(ms: number): Duration {
  return ms % MINUTE_MS === 0 ? `${ms / MINUTE_MS}m` : `${ms / 1000}s`;
}

/** At least four scrapes and this long: what a rate needs. */
export function over({ scrapeMs }: Evaluator, leastMs: number): Duration {
  return lasting(Math.max(leastMs, 4 * scrapeMs));
}

/**
 * A proof for a level, one sample a minute: ten minutes well, then long enough to fire, then well again. `given` has the
 * values of each series when all is well, and when it is not.
 */
export function proofOf(given: Readonly<Record<string, readonly [well: number, ill: number]>>, forMs: number): Proof {
  const wait = Math.ceil(forMs / MINUTE_MS);
  const ill = wait + 5;
  const values = Object.entries(given).map(([series, [a, b]]) => [series, `${a}x10 ${b}x${ill} ${a}x10`] as const);
  return {
    given: Object.fromEntries(values),
    quietAt: '10m',
    firesAt: `${11 + wait + 2}m`,
    clearsAt: `${11 + ill + 3}m`,
  };
}
