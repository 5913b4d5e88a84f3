/** Whether a version such as `2.53` is at least another one. */
export function atLeast(version: string, least: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = least.split('.').map(Number);
  return major > leastMajor || (major === leastMajor && minor >= leastMinor);
}

/** What rule files may hold, and since when: the changelogs of Prometheus (https://github.com/prometheus/prometheus). */
export const ruleFeatures = {
  keepFiringFor: '2.42',
  queryOffset: '2.53',
  nativeHistograms: '2.40',
} as const;
