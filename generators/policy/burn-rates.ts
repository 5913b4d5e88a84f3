/**
 * Multi-window, multi-burn-rate alerting: the Site Reliability Workbook, chapter 5, table 5-8
 * (https://sre.google/workbook/alerting-on-slos/), with the 1-day ticket tier that Sloth and Grafana add.
 * A tier fires when `consumed` of the budget of a window P is gone in P / `divisor`.
 */
export interface BurnPolicy {
  readonly name: string;
  readonly speed: 'page' | 'ticket';
  /** Share of the budget that is gone when the tier fires. */
  readonly consumed: number;
  /** The long window is the SLO window by this. For 30 days: 1 h, 6 h, 1 d, 3 d. */
  readonly divisor: number;
}

export const burnPolicies: readonly BurnPolicy[] = [
  { name: 'fast', speed: 'page', consumed: 0.02, divisor: 720 },
  { name: 'medium', speed: 'page', consumed: 0.05, divisor: 120 },
  { name: 'slow', speed: 'ticket', consumed: 0.1, divisor: 30 },
  { name: 'long', speed: 'ticket', consumed: 0.1, divisor: 10 },
];

/** The short window, which ends an alert soon after the trouble does, is a twelfth of the long one (same source). */
export const SHORT_SHARE = 1 / 12;

/** A range needs four scrapes for a rate that survives one missed scrape. */
export const SCRAPES_PER_RANGE = 4;

/** Prometheus' default lookback: instant readers see nothing of a series written less often. */
export const LOOKBACK_MS = 5 * 60_000;
