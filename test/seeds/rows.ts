/**
 * What the document behind the stack `short-video` asks for, row by row. The numbers that the answers must have stand in
 * `asked.ts`, typed from the document: if definitions and outputs agree on a wrong number, they do not agree with that.
 */
export const rows = {
  'SV-01':
    'USE for API servers, ML inference GPU, database, Redis cache, CDN, message queue (utilisation, saturation, errors)',
  'SV-02':
    'RED with targets for feed (FYP), video upload, like/comment, live stream start, search, gift processing (peak rate, error ratio, p50, p99)',
  'SV-03':
    'Business metrics: DAU, session duration, videos per session, upload success rate, engagement rate, live gift revenue, creator retention: target and alert threshold each',
  'SV-04':
    'Feed metrics: inference p99, watch time, completion, rewatch, exploration success, diversity, cold-start accuracy, with importance',
  'SV-05':
    'Executive dashboard: health status, six tiles with change against last week and SLO state, engagement trend 24 h, five regions',
  'SV-06':
    'Engineering dashboard (feed): request rate, latency distribution, error breakdown, cache levels, ML inference stages, feature store, deployment status with canary, capacity',
  'SV-07': 'Severities P1 to P4 with response times and notification ways',
  'SV-08':
    'The ten key alerts with condition, duration, severity, action; "any failure", "health check fails 3x" and "accuracy drop > 5 %" included',
  'SV-09':
    'Alert labels and annotations as in the configuration example (summary with threshold, humanised value, runbook, dashboard)',
  'SV-10': "P1 pages and also posts; P2 pages after a group wait; escalation is the pager's policy, named",
  'SV-11': 'Runbooks: feed latency, upload failures, database overload, regional failover, with their key steps',
  'SV-12':
    'SLO dashboard: six SLOs with target, current, budget remaining; burn-down over 30 days; consumed and projected end of month; incidents with the budget each cost',
  'SV-13':
    'Log levels with retention, structured log format, what to log, aggregation pipeline with PII removal and hot/warm/cold storage',
  'SV-14': 'Trace propagation headers; feed and upload traces with their time budgets; sampling table per trace type',
} as const;

export type RowId = keyof typeof rows;

/** Rows that no output answers yet, and the work that they wait for. */
export const waiting = {
  'SV-13': 'later: logs',
  'SV-14': 'later: traces',
} as const satisfies Partial<Record<RowId, string>>;

/** Rows that are neither answered nor waited for. */
export function forgotten(ids: readonly string[], answered: readonly string[], waitedFor: readonly string[]) {
  return ids.filter((id) => !answered.includes(id) && !waitedFor.includes(id));
}
