import type { z } from 'zod';
import { isKind } from './define.ts';
import { field, some } from './fields.ts';
import type { LabelValues } from './labels.ts';
import type { Value } from './values.ts';

/** Every kind of definition that another one can refer to, and how a complaint calls it. */
const nouns = {
  team: 'a team',
  severity: 'a severity',
  service: 'a service',
  external: 'an external service',
  runbook: 'a runbook',
  'existing-runbook': 'a runbook',
  prometheus: 'a Prometheus',
  mimir: 'a Mimir',
  heartbeat: 'a heartbeat',
  'external-alerts': 'a file that exists',
  'existing-dashboard': 'a file that exists',
  counter: 'a counter',
  gauge: 'a gauge',
  histogram: 'a histogram',
  'native-histogram': 'a native histogram',
  summary: 'a summary',
  pagerduty: 'a receiver',
  slack: 'a receiver',
  email: 'a receiver',
  webhook: 'a receiver',
  alert: 'an alert',
  availability: 'an SLO',
  ratio: 'an SLO',
  latency: 'an SLO',
  uptime: 'an SLO',
  freshness: 'an SLO',
  'time-slice': 'an SLO',
  info: 'an info series',
  infrastructure: 'an infrastructure',
  measure: 'a measure',
  kpi: 'a KPI',
  'displayed-kpi': 'a KPI',
  'kpi-group': 'a group of KPIs',
  executive: 'an executive board',
} as const;

type Referable = keyof typeof nouns;
type Kinds = readonly [Referable, ...Referable[]];

/** Checks only the kind and keeps identity: walking into references explodes where many things refer to one. */
export function reference(...kinds: Kinds): z.ZodType {
  const what = [...new Set(kinds.map((kind) => nouns[kind]))].join(' or ');
  const noun = what.replace(/^an? /, '').replace(/ or an? .*$/, '');
  const cure = `Import the ${noun} and pass it`;
  // A text is the usual mistake: the id instead of the definition.
  const cureOf = (value: unknown) => (typeof value === 'string' ? `${cure} without quotes` : undefined);
  return field({ what, cure, code: 'reference/kind', cureOf }, (value) => isKind(value, ...kinds));
}

/** A definition that is written where it is used: an alert under its key. */
export function written(example: string, ...kinds: Kinds): z.ZodType {
  const rule = { what: nouns[kinds[0]], cure: `Write ${example}`, code: 'reference/kind' };
  return field(rule, (value) => isKind(value, ...kinds));
}

/** An SLO, written where it is used. */
export const someSlo = written(
  'for instance availability(requests, {…})',
  'availability',
  'ratio',
  'latency',
  'uptime',
  'freshness',
  'time-slice',
);
export const anyRunbook = reference('runbook', 'existing-runbook');
export const anyReceiver = reference('pagerduty', 'slack', 'email', 'webhook');
export const distribution = reference('histogram', 'native-histogram');
/** What events are counted by. */
export const events = reference('counter', 'histogram', 'native-histogram');
export const counterList = some(reference('counter'), 'counter');
/** One or several that count a part of events. */
export const eventsOrList = some(events, 'counter').or(events);

const metricKinds = ['counter', 'gauge', 'histogram', 'native-histogram', 'summary', 'info'] as const;
/** Whether a kind is a metric's. */
export function isMetricKind(kind: string): boolean {
  return metricKinds.some((one) => one === kind);
}

/** Every kind of value. */
export const valueKinds = [
  'rate',
  'share',
  'quantile',
  'client-quantile',
  'mean',
  'level',
  'increase',
  'per',
  'busy',
  'spent',
  'age',
  'ratio-of',
  'lift',
  'one-minus',
  'before',
] as const satisfies readonly Value['kind'][];
const conditionKinds = ['above', 'below', 'outside', 'any', 'fails-times', 'moves', 'silent', 'raw'] as const;

export const metric = field({ what: 'a metric', cure: 'Pass a metric handle', code: 'reference/kind' }, (value) =>
  isKind(value, ...metricKinds),
);
/** A metric where a value of it belongs. */
function readingOf(value: unknown): string | undefined {
  if (isKind(value, 'counter')) return 'A counter is read as a rate: write rate(counter)';
  if (isKind(value, 'gauge')) return 'A gauge is read over its series: write for instance highest(gauge)';
  return isKind(value, 'histogram', 'native-histogram') ? 'Write for instance p99(histogram)' : undefined;
}

export const value = field(
  { what: 'a value', cure: 'Write for instance p99(duration)', code: 'reference/kind', cureOf: readingOf },
  (value) => isKind(value, ...valueKinds),
);
export const condition = field(
  { what: 'a condition', cure: "Write for instance above(p99(duration), '60ms')", code: 'reference/kind' },
  (value) => isKind(value, ...conditionKinds),
);

export const labelValues = field<LabelValues>(
  { what: 'a set of label values', cure: "Write labelValues('a', 'b') or upTo(20, 'a', 'b'), each value once" },
  (value) => isKind(value, 'label-values') && isLabelValues(value),
);

/** Prometheus cannot read U+FFFD, the sign of a broken encoding, when it evaluates an expression. */
export function isReadable(value: string): boolean {
  return value.isWellFormed() && !value.includes('\ufffd');
}

function isLabelValues(value: object): boolean {
  if (!('values' in value && 'atMost' in value && 'open' in value) || !Array.isArray(value.values)) return false;
  const { values, atMost, open } = value;
  const named = values.every((one) => typeof one === 'string' && one !== '' && one.length <= 200 && isReadable(one));
  const size = typeof atMost === 'number' && Number.isSafeInteger(atMost) && atMost >= values.length;
  return named && size && values.length > 0 && typeof open === 'boolean' && new Set(values).size === values.length;
}
