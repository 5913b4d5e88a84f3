import type { Address } from '../../diagnostics/diagnostic.ts';
import { inside } from '../../diagnostics/diagnostic.ts';
import type { Receiver, Stack } from '../../model/stack.ts';

/** Every receiver that the stack declares, with where it is. */
export function receiversIn({
  teams,
  heartbeat,
  evaluators,
}: Stack): readonly { readonly receiver: Receiver; readonly address: Address }[] {
  return [
    { receiver: heartbeat.receiver, address: inside(heartbeat.address, 'receiver') },
    ...evaluators.flatMap(({ heartbeat: own, address }) =>
      own === undefined ? [] : [{ receiver: own, address: inside(address, 'heartbeat') }],
    ),
    ...teams.flatMap((team) =>
      Object.entries(team.receivers).map(([kind, receiver]) => ({
        receiver,
        address: inside(team.address, `receivers.${kind}`),
      })),
    ),
  ];
}
