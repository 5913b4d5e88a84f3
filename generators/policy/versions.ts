/** What rule files may hold, and since when: the changelogs of Prometheus (https://github.com/prometheus/prometheus). */
export const ruleFeatures = {
  keepFiringFor: '2.42',
  queryOffset: '2.53',
  nativeHistograms: '2.40',
} as const;
