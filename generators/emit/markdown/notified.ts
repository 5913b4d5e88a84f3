import type { Notification, Receiver, Severity, Team } from '../../model/stack.ts';
import { listing } from './figures.ts';

/** Where a notification goes, by the name that people know. Never a file, key or address that opens something. */
export function receiverName(receiver: Receiver): string {
  switch (receiver.kind) {
    case 'pagerduty':
      return `PagerDuty policy ${receiver.escalationPolicy}`;
    case 'slack':
      return `Slack ${receiver.channel}`;
    case 'email':
      return receiver.to;
    case 'webhook':
      return `a webhook${hostOf(receiver.url)}`;
  }
}

/** Only the host: the path of a webhook is often its key. */
function hostOf(url: string | undefined): string {
  const host = url === undefined || !URL.canParse(url) ? '' : new URL(url).host;
  return host === '' ? '' : ` at ${host}`;
}

const verbs: Readonly<Record<Exclude<Notification, 'log'>, string>> = {
  page: 'pages',
  chat: 'posts to',
  email: 'mails',
  ticket: 'opens a ticket through',
};

function notification(kind: Exclude<Notification, 'log'>, team: Team): string {
  const receiver = team.receivers[kind];
  return receiver === undefined
    ? `has no receiver for ${kind} in team ${team.title}`
    : `${verbs[kind]} ${receiverName(receiver)}`;
}

/** What an alert of this severity does for this team: `pages PagerDuty policy feed and posts to Slack #feed`. */
export function notified(severity: Severity, team: Team): string {
  const told = severity.notify.flatMap((kind) => (kind === 'log' ? [] : [notification(kind, team)]));
  return told.length === 0 ? 'tells nobody, is only logged' : listing(told);
}

/** What the way to a team is called on a page, and where it leads: a link is not read out, a channel is. */
export function contactView({ contact }: Pick<Team, 'contact'>) {
  // `#feed` is a channel, not a place on the page.
  const url = contact !== undefined && /^(?:https?|mailto):/i.test(contact) ? contact : '';
  return { title: url === '' ? (contact ?? '') : 'contact', url };
}

/** The policy in the pager that decides who is called, and who is next. */
export function escalationPolicy(team: Team): string | undefined {
  const receiver = team.receivers.page;
  return receiver?.kind === 'pagerduty' ? receiver.escalationPolicy : undefined;
}
