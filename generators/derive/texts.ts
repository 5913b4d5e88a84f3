import type { Unit } from '../policy/units.ts';

/** A user's text in a Go template, where `{{` would begin an action. */
export function escapeTemplate(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}

const humanized: Readonly<Record<Unit, string>> = {
  seconds: '{{ $value | humanizeDuration }}',
  // humanize would write 1.234kms.
  milliseconds: '{{ $value | printf "%.1f" }}ms',
  timestamp: '{{ $value | humanizeDuration }}',
  ratio: '{{ $value | humanizePercentage }}',
  percent: '{{ $value | humanize }}%',
  bytes: '{{ $value | humanize1024 }}B',
  byterate: '{{ $value | humanize1024 }}B/s',
  celsius: '{{ $value | humanize }} °C',
  count: '{{ $value | humanize }}',
  rate: '{{ $value | humanize }}/s',
  requests: '{{ $value | humanize }}/s',
  usd: '${{ $value | humanize }}',
};

/** The value of an alert as a reader wants it: `61.2ms`, `1.3%`. */
export function humanize(unit: Unit, limits: readonly { readonly at: number }[]): string {
  // A score between 0 and 1 is 0.61, not 610m.
  const small = unit === 'count' && limits.some(({ at }) => at !== 0 && Math.abs(at) < 1);
  return small ? '{{ $value | printf "%.3g" }}' : humanized[unit];
}

/** ` in {{ $labels.region }}`: which of several an alert speaks of; empty where there is only one. */
export function whichOne(by: readonly string[]): string {
  return by.length === 0 ? '' : ` in ${by.map((label) => `{{ $labels.${label} }}`).join(', ')}`;
}

/** What a KPI is compared with, in words: `7d` is a time ago; baseline and target are the figure's own. */
export function comparisonWords(comparison: string): string {
  return comparison === 'baseline' || comparison === 'target' ? `its ${comparison}` : `what it was ${comparison} ago`;
}

/** A threshold as people read it: large counts in groups of three, `1,000,000,000`. */
export function thresholdText(threshold: unknown): string {
  if (typeof threshold !== 'number' || !Number.isInteger(threshold)) return String(threshold);
  return String(threshold).replace(/\B(?=(\d{3})+$)/g, ',');
}
