import { type Defined, define } from './define.ts';
import type { Notification } from './severity.ts';

/** Secrets are files on Alertmanager's disk, never values. */
export interface PagerDutyInput {
  /** Path of the file that holds the Events v2 integration key. */
  readonly routingKeyFile: string;
  /** The pager's own policy that decides who is next; schedules stay in the pager. */
  readonly escalationPolicy: string;
}
export interface SlackInput {
  readonly channel: `#${string}`;
  /** Path of the file that holds the webhook URL. */
  readonly apiUrlFile: string;
}
export interface EmailInput {
  readonly to: string;
}
export interface WebhookInput {
  /** An address without credentials; a secret address belongs in `urlFile` (Alertmanager 0.26). */
  readonly url?: string;
  readonly urlFile?: string;
}

export type Receiver =
  | Defined<'pagerduty', PagerDutyInput>
  | Defined<'slack', SlackInput>
  | Defined<'email', EmailInput>
  | Defined<'webhook', WebhookInput>;

export function pagerduty(input: PagerDutyInput): Receiver {
  return define('pagerduty', input, pagerduty);
}
export function slack(input: SlackInput): Receiver {
  return define('slack', input, slack);
}
export function email(input: EmailInput): Receiver {
  return define('email', input, email);
}
export function webhook(input: WebhookInput): Receiver {
  return define('webhook', input, webhook);
}

export interface TeamInput {
  /** Its name in files, receivers and pages. */
  readonly id: string;
  /** The value of the stack's label for teams, where it is not the id. */
  readonly label?: string;
  readonly title: string;
  /** Where each kind of notification goes. */
  readonly receivers: Readonly<Partial<Record<Exclude<Notification, 'log'>, Receiver>>>;
  /** Where people find the team, for runbooks: a channel, a page. */
  readonly contact?: string;
}

export type Team = Defined<'team', TeamInput>;

/** The people who own services and are told of their alerts. */
export function team(input: TeamInput): Team {
  return define('team', input, team);
}
