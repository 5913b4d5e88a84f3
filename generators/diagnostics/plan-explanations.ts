import type { Explanation } from './explanation.ts';

/** The codes of planning SLOs. A stack may set their level and waive them. */
export const plans = {
  'slo/no-page-tier': {
    since: '0.1.0',
    title: 'An SLO can page somebody.',
    cause:
      'The fast tiers cannot exist: the objective is so low that no outage burns 14.4 or 6 times its budget, or the window so short that nothing can be measured in a part of it. Nobody would be woken by a total outage.',
    cure: 'Raise the objective or lengthen the window. Where neither is meant, write an alert on the error ratio instead of an SLO.',
  },
  'slo/tier-dropped': {
    since: '0.1.0',
    title: 'Every burn tier of an SLO can exist.',
    cause:
      'A tier that cannot be reached or measured is left out, and an incident that only it would see is found later.',
    cure: "Nothing, if the remaining tiers are enough: the SLO's page lists them with their detection times.",
  },
  'slo/retention': {
    since: '0.1.0',
    title: 'Prometheus keeps the whole window of an SLO and a day more.',
    cause: 'A budget over history that was deleted forgets errors: it looks better than it is.',
    cure: 'Shorten the window, or keep more history.',
  },
} satisfies Readonly<Record<string, Explanation>>;
