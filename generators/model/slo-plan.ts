import type { Slo } from './stack.ts';

/** An SLO with its arithmetic done: what is recorded over which windows, who is told when, and how soon. Times in ms. */
export interface SloPlan {
  readonly slo: Slo;
  readonly base: BaseWindow;
  readonly page: readonly BurnTier[];
  readonly ticket: readonly BurnTier[];
  readonly dropped: readonly { readonly name: string; readonly reason: string }[];
}

/** How often and over what range the raw series are read. */
export interface BaseWindow {
  readonly scrapeMs: number;
  readonly intervalMs: number;
  /** scrape + k × interval, and at least four scrapes. */
  readonly windowMs: number;
  readonly queryOffsetMs: number;
}

export interface BurnTier {
  /** `fast`, `medium`, `slow`, `long` */
  readonly name: string;
  readonly longMs: number;
  readonly shortMs: number;
  /** How many times faster than sustainable the budget is spent. */
  readonly factor: number;
  /** The error ratio that fires it: factor × budget. */
  readonly threshold: number;
  /** Share of the whole budget that is gone when it fires. */
  readonly consumed: number;
  /** How often its rule runs. */
  readonly intervalMs: number;
}
