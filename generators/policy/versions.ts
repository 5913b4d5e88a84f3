/** What rule files may hold, and since when: the changelogs of Prometheus (https://github.com/prometheus/prometheus). */
export const ruleFeatures = {
  keepFiringFor: '2.42',
  queryOffset: '2.53',
  nativeHistograms: '2.40',
} as const;

/** The oldest servers that the output is written for and judged with (README, "Versions and judges"). */
export const oldestSupported = { prometheus: '2.42', alertmanager: '0.25', grafana: '11.0' } as const;
