import { heartbeatOf } from '../../model/evaluators.ts';
import {
  heartbeatReceiverOf,
  logReceiverOf,
  type NamedReceiver,
  type Route,
  receiverNameOf,
} from '../../model/routing.ts';
import type { Notification, Stack, Team } from '../../model/stack.ts';

/** Most disturbing first, as people read a team. */
const kinds = ['page', 'chat', 'email', 'ticket'] as const satisfies readonly Notification[];

function teamReceivers(stack: Stack, team: Team): readonly NamedReceiver[] {
  return kinds.flatMap((kind) => {
    const receiver = team.receivers[kind];
    if (receiver === undefined) return [];
    return [{ name: receiverNameOf(stack, team, kind), origin: 'ours' as const, receiver, sendResolved: true }];
  });
}

/** A switch that waits for silence must not hear of an end. */
function heartbeatReceivers(stack: Stack): readonly NamedReceiver[] {
  return stack.evaluators.flatMap((evaluator) => {
    const receiver = heartbeatOf(stack, evaluator);
    if (receiver === undefined) return [];
    return [{ name: heartbeatReceiverOf(stack, evaluator), origin: 'ours' as const, receiver, sendResolved: false }];
  });
}

const named = (route: Route): readonly string[] => [route.receiver, ...route.routes.flatMap(named)];

/** The receivers that our routes name: the heartbeats', each team's, and the one that tells nobody. */
export function receiversOf(stack: Stack, routes: readonly Route[]): readonly NamedReceiver[] {
  const used = new Set(routes.flatMap(named));
  const all: readonly NamedReceiver[] = [
    ...heartbeatReceivers(stack),
    ...stack.teams.flatMap((team) => teamReceivers(stack, team)),
    { name: logReceiverOf(stack), origin: 'ours', sendResolved: false },
  ];
  return all.filter(({ name }) => used.has(name));
}
