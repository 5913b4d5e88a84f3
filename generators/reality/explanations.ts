import type { Explanation } from '../diagnostics/explanation.ts';

/** The codes of comparing definitions with what servers expose. A stack may set their level and waive them. */
const reality = {
  'exposition/missing-metric': {
    since: '0.1.0',
    title: 'Every declared metric is exposed.',
    cause:
      'A metric that was renamed or removed leaves its alerts, SLOs and panels without data, and nothing that is without data fires.',
    cure: 'Declare the metric under the name that is exposed, or expose it again. Where the server is not deployed yet, waive this until it is.',
  },
  'exposition/type': {
    since: '0.1.0',
    title: 'A metric is exposed as the type that it is declared as.',
    cause:
      'A type decides which series there are and what may be done with them: a rate of a gauge is noise, and a summary has no buckets.',
    cure: 'Declare the metric as what it is, or correct the type where the service registers it.',
  },
  'exposition/label': {
    since: '0.1.0',
    title: 'The series of a metric carry the labels that are declared, and no others.',
    cause:
      'A matcher on a label that is not there finds nothing, and a grouping by it tells nothing apart. A label that nobody declared multiplies the series unseen.',
    cure: 'Declare the labels that are exposed, or expose those that are declared.',
  },
  'exposition/label-value': {
    since: '0.1.0',
    title: 'The values that expressions ask for are those that are exposed.',
    cause:
      'Prometheus compares values letter by letter: where `Failed` is exposed, `failed` is never found, and no failures look like health.',
    cure: 'Write the value as it is exposed, and list all of them in `labelValues(…)`. A value that comes with the first failure may be missing until then.',
  },
  'exposition/bucket': {
    since: '0.1.0',
    title: 'A histogram is exposed with the buckets that are declared.',
    cause:
      'A latency SLO counts the events up to one bucket. Where that is gone, nothing is counted and the SLO is blind; other buckets make quantiles coarse.',
    cure: 'Declare the buckets that are exposed, and promise one of them; or add the bucket where the service exposes the histogram.',
  },
  'exposition/quantile': {
    since: '0.1.0',
    title: 'A summary is exposed with the quantiles that are declared.',
    cause: 'A quantile that the client does not compute cannot be made from others: its alert never fires.',
    cure: 'Declare the quantiles that are exposed, or add the quantile where the service makes the summary.',
  },
  'exposition/job': {
    since: '0.1.0',
    title: "Something is scraped under each service's job.",
    cause:
      'The alert on missing telemetry looks at the targets of a job. Under another name the service is scraped, and this alert fires for nothing, or the other metrics cannot be told apart.',
    cure: 'Write the `job_name` of the scrape configuration, or scrape the service under this one.',
  },
} satisfies Readonly<Record<string, Explanation>>;

export type RealityCode = keyof typeof reality;

export const realityExplanations: Readonly<Record<string, Explanation>> = reality;

/** Whether only looking at servers can find this: a build knows neither that it is so nor that it is repaired. */
export function isRealityCode(code: string): boolean {
  return Object.hasOwn(reality, code);
}
