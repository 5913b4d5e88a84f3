import type { Rule } from '../rule.ts';

/** A stack in which nothing is observed. */
export const noServices: Rule = {
  code: 'stack/no-services',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'A stack has services.',
    cause: 'Without any, only the heartbeat is left: everything that was written for services before is removed.',
    cure: "List the services in the stack's `services`.",
  },
  check: ({ stack }) =>
    stack.services.length > 0
      ? []
      : [{ address: stack.address, message: 'the stack has no services', cure: 'List them in `services`.' }],
};
