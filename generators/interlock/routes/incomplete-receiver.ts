import type { Receiver, Stack } from '../../model/stack.ts';
import type { Rule } from '../rule.ts';
import { receiversIn } from './receivers-in-use.ts';

function wrongWith(receiver: Receiver, { alertmanager }: Stack): string | undefined {
  if (receiver.kind === 'webhook') {
    const addresses = [receiver.url, receiver.urlFile].filter((one) => one !== undefined).length;
    if (addresses === 0) return 'The webhook has no address: neither `url` nor `urlFile`.';
    return addresses === 2 ? 'The webhook has two addresses: `url` and `urlFile`.' : undefined;
  }
  // Beside an existing configuration the sender may be among its global settings.
  const needsSender =
    receiver.kind === 'email' && alertmanager.ownership === 'whole' && alertmanager.smtp === undefined;
  return needsSender ? 'E-mail needs a sender and a mail server, and the stack names none.' : undefined;
}

/** A receiver that Alertmanager would refuse for what it lacks. */
export const incompleteReceiver: Rule = {
  code: 'route/incomplete-receiver',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A receiver says all that Alertmanager needs to reach it.',
    cause: 'Alertmanager refuses a file in which a webhook has no address, or two, or e-mail has no sender.',
    cure: 'Give a webhook either `url` or `urlFile`; for e-mail set `alertmanager.smtp`.',
  },
  check: ({ stack, observables: { routing } }) =>
    routing.ownership === 'none'
      ? []
      : receiversIn(stack).flatMap(({ receiver, address }) => {
          const message = wrongWith(receiver, stack);
          const cure = receiver.kind === 'email' ? 'Set `alertmanager.smtp`.' : 'Give either `url` or `urlFile`.';
          return message === undefined ? [] : [{ address, message, cure }];
        }),
};
