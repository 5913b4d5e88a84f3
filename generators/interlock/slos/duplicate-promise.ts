import type { Service, Slo } from '../../model/stack.ts';
import type { Finding, Rule } from '../rule.ts';

/** What is promised, as text: two equal texts are one promise. The limits of a time slice are compared as they are written. */
function promiseOf({ sli, objective, windowMs, per }: Slo): string {
  return JSON.stringify([sli, objective, windowMs, per], (key, value) => (key === 'help' ? undefined : value));
}

function repeated({ slos }: Service): readonly Finding[] {
  const first = new Map<string, Slo>();
  return slos.flatMap((slo) => {
    const promise = promiseOf(slo);
    const before = first.get(promise);
    first.set(promise, before ?? slo);
    if (before === undefined) return [];
    const message = `it promises the same as ${before.key}: ${slo.objectiveText} of the same events over the same window`;
    return [{ address: slo.address, message, cure: `Remove one of ${before.key} and ${slo.key}.` }];
  });
}

/** One promise under two names. */
export const duplicatePromise: Rule = {
  code: 'slo/duplicate-promise',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'A service promises a thing once.',
    cause: 'Two SLOs on the same events burn together: every incident pages twice and is counted twice.',
    cure: 'Remove one, or let them differ in objective, window, scope or events.',
  },
  check: ({ stack }) => stack.services.flatMap(repeated),
};
