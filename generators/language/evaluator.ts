import { type Defined, define } from './define.ts';
import type { Duration } from './quantities.ts';

export interface PrometheusInput {
  readonly id: string;
  /** The oldest version that evaluates the rules, e.g. `2.42`. */
  readonly version: `${number}.${number}`;
  readonly scrapeInterval: Duration;
  readonly evaluationInterval: Duration;
  readonly retention: Duration;
  /** How far in the past rules are evaluated (Prometheus 2.53). */
  readonly queryOffset?: Duration;
  /** What this server adds to every alert. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  readonly url?: `${'http' | 'https'}://${string}`;
}
export type Evaluator = Defined<'prometheus', PrometheusInput>;

/** A Prometheus that scrapes the services and evaluates their rules. */
export function prometheus(input: PrometheusInput): Evaluator {
  return define('prometheus', input, prometheus);
}
