import type * as author from '../language/index.ts';
import { placeOf } from '../language/place.ts';
import type { Heartbeat, Receiver, Severity, Team } from '../model/stack.ts';
import { given } from './order.ts';
import { addressIn } from './scope.ts';
import { ms } from './words.ts';

/** A severity with the stack's remapping of notifications and the defaults filled in. */
export function resolveSeverity(severity: author.Severity, stack: author.Stack): Severity {
  const { id, title, responseWithin, notify, examples } = severity;
  return {
    id,
    label: severity.label ?? id,
    title,
    responseMs: ms(responseWithin),
    notify: [...new Set(notify.map((way) => stack.deliver?.[way] ?? way))],
    groupWaitMs: ms(severity.groupWait ?? '30s'),
    groupIntervalMs: ms(severity.groupInterval ?? '5m'),
    repeatMs: ms(severity.repeat ?? '4h'),
    ...given({ examples }),
    address: addressIn(stack, `severity ${id}`, severity),
  };
}

export function resolveTeam(team: author.Team, stack: author.Stack): Team {
  const { id, title, receivers, contact } = team;
  const { page, chat, email, ticket } = receivers;
  const ways = given({ page, chat, email, ticket });
  const resolved = Object.entries(ways).map(([way, receiver]) => [way, resolveReceiver(receiver)] as const);
  const address = addressIn(stack, `team ${id}`, team);
  const label = team.label ?? id;
  return { id, label, title, receivers: Object.fromEntries(resolved), ...given({ contact }), address };
}

/** A receiver without its place. */
export function resolveReceiver(receiver: author.Receiver): Receiver {
  switch (receiver.kind) {
    case 'pagerduty': {
      const { kind, routingKeyFile, escalationPolicy } = receiver;
      return { kind, routingKeyFile, escalationPolicy };
    }
    case 'slack':
      return { kind: receiver.kind, channel: receiver.channel, apiUrlFile: receiver.apiUrlFile };
    case 'email':
      return { kind: receiver.kind, to: receiver.to };
    case 'webhook':
      return { kind: receiver.kind, ...given({ url: receiver.url, urlFile: receiver.urlFile }) };
  }
}

export function resolveHeartbeat({ heartbeat, id }: author.Stack): Heartbeat {
  const address = { path: [id, 'heartbeat'], place: placeOf(heartbeat) };
  return { everyMs: ms(heartbeat.every), receiver: resolveReceiver(heartbeat.receiver), address };
}
