/** What rule files may hold, and since when: the changelogs of Prometheus (https://github.com/prometheus/prometheus). */
export const ruleFeatures = {
  keepFiringFor: '2.42',
  queryOffset: '2.53',
  nativeHistograms: '2.40',
} as const;

/** The oldest servers that the output is written for and judged with (README, "Versions and judges"). */
export const oldestSupported = { prometheus: '2.42', mimir: '2.7', alertmanager: '0.25', grafana: '11.0' } as const;

/**
 * Mimir carries snapshots of Prometheus, and its release notes say of few features since when it has them; what lies between
 * two of these counts as the older one. Sources: docs/sources/mimir/release-notes/v2.7.md (`keep_firing_for`), v2.13.md
 * (`query_offset` for `evaluation_delay`) and v2.15.md ("PromQL compatibility has been upgraded from Prometheus 2.0 to 3.0")
 * in https://github.com/grafana/mimir. Newest first.
 */
export const mimirSpeaks = [
  { mimir: '2.15', prometheus: '3.0' },
  { mimir: '2.13', prometheus: '2.53' },
  { mimir: '2.7', prometheus: '2.42' },
] as const;

/** Of an older Mimir nothing is known, so nothing is expected that was ever new. */
export const olderMimirSpeaks = '2.0';

/**
 * Defaults of Mimir's ruler: `-ruler.max-rules-per-rule-group` and `-ruler.max-rule-groups-per-tenant` (pkg/util/validation/limits.go),
 * and `-ruler.evaluation-delay-duration`, a minute since 2.7 (its release notes).
 */
export const mimirRuler = { rulesPerGroup: 20, groupsPerTenant: 70, delayMs: 60_000 } as const;
