import type { Rule } from '../rule.ts';

/** An existing configuration that ours cannot live beside. */
export const existingFile: Rule = {
  code: 'route/existing-file',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'An existing Alertmanager file can be read, and ours can be put into it.',
    cause:
      'The stack lives beside a configuration that others write. It cannot be read, has no place for ours, or uses our names.',
    cure: 'Mend what the message names; `amtool check-config` judges the file itself.',
  },
  check: ({ stack, observables: { routing } }) => routing.problems.map((one) => ({ ...one, address: stack.address })),
};
