/** What `signalbox explain CODE` prints. `since` is the version that introduced the rule. */
export interface Explanation {
  readonly since: string;
  /** What the rule demands, in one sentence. */
  readonly title: string;
  /** Why it demands it: what happens at night where it is broken. */
  readonly cause: string;
  readonly cure: string;
}
