/** Functions of the growth of a counter, resets accounted for. */
export const ofCounters: ReadonlySet<string> = new Set(['rate', 'irate', 'increase', 'resets']);

/** Functions that draw a line through samples, so that they need several of them. */
export const ofSlopes: ReadonlySet<string> = new Set([
  ...['rate', 'irate', 'increase', 'delta', 'idelta', 'deriv', 'predict_linear', 'resets', 'changes'],
  ...['double_exponential_smoothing', 'holt_winters'],
]);

/** Functions and aggregations whose result tells that series are there, or when, and nothing of their value. */
export const ofPresence: ReadonlySet<string> = new Set([
  ...['absent', 'absent_over_time', 'present_over_time', 'count_over_time', 'timestamp', 'count', 'group', 'changes'],
]);
