import { type Defined, define } from './define.ts';
import type { Duration } from './quantities.ts';

/** The ways of telling somebody. A team says where each goes, a stack may remap them. */
export type Notification = 'page' | 'chat' | 'email' | 'ticket' | 'log';

export interface SeverityInput {
  /** Its name in files, receivers and pages, e.g. `P1`. */
  readonly id: string;
  /** The value of the stack's label for severities, where it is not the id, e.g. `critical`. */
  readonly label?: string;
  readonly title: string;
  /** The time within which somebody must look. */
  readonly responseWithin: Duration;
  /** How people hear of it, all of them: `['page', 'chat']` pages and also posts. `log` tells nobody. */
  readonly notify: readonly [Notification, ...Notification[]];
  /** How long Alertmanager collects alerts of a group before it tells anybody. Default `30s`. */
  readonly groupWait?: Duration;
  /** How long it waits before it tells of more alerts in the group. Default `5m`. */
  readonly groupInterval?: Duration;
  /** How often it tells again. Default `4h`. */
  readonly repeat?: Duration;
  readonly examples?: string;
}

export type Severity = Defined<'severity', SeverityInput>;

/** How urgent an alert is and by which ways people hear of it. */
export function severity(input: SeverityInput): Severity {
  return define('severity', input, severity);
}
