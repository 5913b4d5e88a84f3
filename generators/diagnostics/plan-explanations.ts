import type { Explanation } from './explanation.ts';

/** The codes of planning SLOs. A stack may set their level and waive them. */
export const plans = {
  'slo/retention': {
    since: '0.1.0',
    title: 'The Prometheus of an SLO keeps one day more than the window of the promise.',
    cause: 'With less history the budget left is that of a shorter window, and nobody can see it.',
    cure: 'Shorten the window, or raise `retention` here and `--storage.tsdb.retention.time` at the Prometheus.',
  },
  'slo/no-page-tier': {
    since: '0.1.0',
    title: 'Some burn of the budget pages.',
    cause:
      'A burn tier that needs an error ratio over 100%, or a window shorter than a few scrapes, can never fire: the SLO would burn in silence.',
    cure: 'Raise the objective or lengthen the window, or use an alert on the error ratio instead of an SLO.',
  },
  'slo/tier-dropped': {
    since: '0.1.0',
    title: 'An SLO has all its burn tiers.',
    cause: 'A tier that cannot fire is left out: incidents of that speed are noticed by a slower one.',
    cure: 'Nothing, if the remaining tiers are enough: set the level to off, or waive it. Else raise the objective.',
  },
} satisfies Readonly<Record<string, Explanation>>;
