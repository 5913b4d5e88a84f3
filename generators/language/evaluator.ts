import { type Defined, define } from './define.ts';
import type { Duration } from './quantities.ts';
import type { Receiver } from './team.ts';

interface EvaluatorInput {
  readonly id: string;
  readonly scrapeInterval: Duration;
  readonly evaluationInterval: Duration;
  readonly retention: Duration;
  /** What this server adds to every alert. */
  readonly externalLabels?: Readonly<Record<string, string>>;
  readonly url?: `${'http' | 'https'}://${string}`;
  /** The job under which it scrapes itself: with it, alerts on its own failures are generated. */
  readonly job?: string;
  /**
   * Its own dead man's switch: one that hears of two evaluators is content with either. The first evaluator has the
   * stack's, unless it names another here.
   */
  readonly heartbeat?: Receiver;
}

export interface PrometheusInput extends EvaluatorInput {
  /** The oldest version that evaluates the rules, e.g. `2.42`. */
  readonly version: `${number}.${number}`;
  /** How far in the past rules are evaluated (Prometheus 2.53). */
  readonly queryOffset?: Duration;
}

/** What the ruler refuses. 0 is no limit, as in Mimir's own configuration. */
export interface MimirLimits {
  /** Default 20: `ruler_max_rules_per_rule_group`. */
  readonly rulesPerGroup?: number;
  /** Default 70: `ruler_max_rule_groups_per_tenant`; less what others have in the tenant. */
  readonly groupsPerTenant?: number;
}

export interface MimirInput extends EvaluatorInput {
  /** The oldest version of Mimir that evaluates the rules, e.g. `2.13`. */
  readonly version: `${number}.${number}`;
  /** How often the series that it is sent are scraped. */
  readonly scrapeInterval: Duration;
  /** Whose rules these are: the `X-Scope-OrgID` of the requests, `anonymous` where there is one tenant. */
  readonly tenant: string;
  readonly limits?: MimirLimits;
  /** How far in the past rules are evaluated (Mimir 2.13). Default: the server's own minute. */
  readonly queryOffset?: Duration;
}

export type Evaluator = Defined<'prometheus', PrometheusInput> | Defined<'mimir', MimirInput>;

/** A Prometheus that scrapes the services and evaluates their rules. */
export function prometheus(input: PrometheusInput): Evaluator {
  return define('prometheus', input, prometheus);
}

/** The ruler of a Grafana Mimir, for one tenant: its rules are files for `mimirtool rules sync`. */
export function mimir(input: MimirInput): Evaluator {
  return define('mimir', input, mimir);
}
