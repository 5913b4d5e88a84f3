import { grows, MINUTE, type Series } from './incidents.ts';

/** An incident of one watcher, and what looks like it and is none. */
export interface Case {
  readonly alert: string;
  readonly evaluator?: 'far';
  readonly what: string;
  readonly ill: readonly Series[];
  /** How many seconds after the incident began it must fire, and after it ended it must be quiet. */
  readonly firesAfter: number;
  readonly clearsAfter: number;
  readonly under: Readonly<Record<string, readonly Series[]>>;
}

/** The next scrape and the next two evaluations. */
const SLACK = 15 + 2 * MINUTE;
/** So many minutes, and until the next evaluation has seen it. */
export const after = (minutes: number): number => minutes * MINUTE + SLACK;

/** Of a hundred events a second some percent fail during the incident. */
export const shareOf = (part: string, whole: string, percent: number): readonly Series[] => [
  grows(whole, 6000, 6000),
  grows(part, 0, 60 * percent),
];
