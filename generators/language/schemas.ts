import { z } from 'zod';
import { units } from '../policy/units.ts';
import { isKind } from './define.ts';
import type { LabelValues } from './labels.ts';
import { durationSchema, percentSchema } from './quantities.ts';

/** Kinds of definitions, as a complaint names them. */
const nouns = {
  team: 'team',
  severity: 'severity',
  service: 'service',
  external: 'external service',
  runbook: 'runbook',
  'existing-runbook': 'runbook',
  prometheus: 'Prometheus',
  heartbeat: 'heartbeat',
  counter: 'counter',
  gauge: 'gauge',
  histogram: 'histogram',
  'native-histogram': 'native histogram',
  summary: 'summary',
  pagerduty: 'receiver',
  slack: 'receiver',
  email: 'receiver',
  webhook: 'receiver',
} as const;

type Referable = keyof typeof nouns;

/** Checks only the kind and keeps identity: walking into references explodes where many things refer to one. */
function reference(...kinds: readonly [Referable, ...Referable[]]): z.ZodType {
  const wanted = [...new Set(kinds.map((kind) => nouns[kind]))].join(' or ');
  return z.custom((value) => isKind(value, ...kinds), {
    error: (issue) => `${shown(issue.input)} is not a ${wanted}; import the ${wanted} and pass it`,
    params: { reference: true },
  });
}

/** A value in a message: short, on one line, never a dump of a definition. */
export function shown(value: unknown): string {
  if (isKind(value, ...Object.keys(nouns))) return `a ${value.kind}`;
  if (typeof value === 'function') return 'a function';
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const CONTROL = /[^\P{Cc}\n]|[\u2028\u2029]/u;

function text(most: number, lines: 'one line' | 'lines') {
  return z.custom<string>(
    (value) =>
      typeof value === 'string' &&
      value.trim() !== '' &&
      value.length <= most &&
      value.isWellFormed() &&
      !CONTROL.test(value) &&
      (lines === 'lines' || !value.includes('\n')),
    {
      error: (issue) =>
        `${shown(issue.input)} is not a text of ${lines === 'one line' ? 'one line' : 'some lines'} and at most ${most} characters, without control characters`,
    },
  );
}

const title = text(120, 'one line');
const prose = text(2000, 'lines');
const sentence = text(500, 'one line');

const name = (what: string, pattern: RegExp, example: string) =>
  z.custom<string>((value) => typeof value === 'string' && pattern.test(value), {
    error: (issue) => `${shown(issue.input)} is not ${what}; write for instance ${example}`,
    params: { name: true },
  });

const id = name(
  'an id (a letter, then letters, digits and dashes, at most 40)',
  /^[A-Za-z][A-Za-z0-9-]{0,39}$/,
  "'fyp-service'",
);
const key = name(
  'a key (a letter, then letters and digits, at most 40)',
  /^[A-Za-z][A-Za-z0-9]{0,39}$/,
  "'latencyHigh'",
);
const labelName = name('a label name', /^(?!__)[a-zA-Z_][a-zA-Z0-9_]*$/, "'region'");
const alertName = name('an alert name', /^[A-Za-z][A-Za-z0-9]{0,79}$/, "'FYPLatencyHigh'");

const url = z.custom<string>((value) => typeof value === 'string' && isUrl(value), {
  error: (issue) => `${shown(issue.input)} is not an http(s) address without user name, password and spaces`,
});

function isUrl(value: string): boolean {
  if (!/^https?:\/\/[^\s"'<>`{}\\^|]+$/.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

const file = z.custom<string>((value) => typeof value === 'string' && /^[\w./@:+-]{1,255}$/.test(value), {
  error: (issue) => `${shown(issue.input)} is not the path of a file (letters, digits and ./_@:+-)`,
});

const version = z.custom<string>((value) => typeof value === 'string' && /^[0-9]{1,3}\.[0-9]{1,3}$/.test(value), {
  error: (issue) => `${shown(issue.input)} is not a version; write for instance '2.42'`,
});

const labelValuesSchema = z.custom<LabelValues>((value) => isKind(value, 'label-values'), {
  error: (issue) => `${shown(issue.input)} is not a set of label values; write labelValues('a', 'b') or upTo(20, 'a')`,
});

const metricKinds = ['counter', 'gauge', 'histogram', 'native-histogram', 'summary'] as const;
const totals = reference('counter', 'histogram', 'native-histogram');
const counters = z.union([reference('counter'), z.array(reference('counter')).min(1)], {
  error: (issue) => `${shown(issue.input)} is not a counter; pass counter handles`,
});

const valueSchema = z.custom<unknown>(
  (value) => isKind(value, 'rate', 'share', 'quantile', 'client-quantile', 'mean', 'level'),
  { error: (issue) => `${shown(issue.input)} is not a value; write for instance p99(duration)` },
);

const conditionSchema = z.custom<unknown>(
  (value) => isKind(value, 'above', 'below', 'outside', 'any', 'fails-times', 'moves', 'silent', 'raw'),
  { error: (issue) => `${shown(issue.input)} is not a condition; write for instance above(p99(duration), '60ms')` },
);

const step = z.union(
  [prose, z.strictObject({ do: prose, command: prose.optional(), look: valueSchema.optional(), link: url.optional() })],
  { error: (issue) => `${shown(issue.input)} is not a step; write a sentence or { do, command, look, link }` },
);
const steps = z.array(step).min(1, { error: 'needs at least one step' });

const ways = ['page', 'chat', 'email', 'ticket', 'log'] as const;
const rate = z.custom<string>((value) => typeof value === 'string' && /^[0-9]+(\.[0-9]+)?\/s$/.test(value), {
  error: (issue) => `${shown(issue.input)} is not a rate; write for instance '800/s'`,
});

const slo = {
  title: title.optional(),
  objective: percentSchema,
  window: durationSchema,
  noTraffic: z.enum(['good', 'unknown', 'bad'], { error: 'is one of good, unknown, bad' }),
  runbook: reference('runbook', 'existing-runbook'),
  per: z.array(labelName).optional(),
  minimumBadEvents: z.number().int().positive().optional(),
  impact: sentence.optional(),
};

const tag = { kind: z.string() };

/** The strict shape of every kind of definition that an author writes. */
export const schemas: Readonly<Record<string, z.ZodType>> = {
  stack: z.strictObject({
    ...tag,
    id,
    title,
    environment: id,
    evaluators: z.array(reference('prometheus')).min(1, { error: 'needs at least one Prometheus' }),
    alertmanager: z.strictObject({
      version,
      ownership: z.enum(['whole', 'subtree', 'none'], { error: 'is one of whole, subtree, none' }),
      existing: file.optional(),
      smtp: z.strictObject({ from: sentence, smarthost: sentence }).optional(),
      url: url.optional(),
    }),
    grafana: z.strictObject({
      version,
      url,
      datasources: z.strictObject({ metrics: id, logs: id.optional(), traces: id.optional() }),
    }),
    runbooks: z.strictObject({ url }),
    severities: z.array(reference('severity')).min(1, { error: 'needs at least one severity' }),
    burn: z.strictObject(
      Object.fromEntries(
        ['critical', 'high', 'normal', 'low'].map((tier) => [
          tier,
          z.strictObject({ page: reference('severity'), ticket: reference('severity') }),
        ]),
      ),
    ),
    defaultTeam: reference('team'),
    services: z.array(reference('service')),
    heartbeat: reference('heartbeat'),
    deliver: z.partialRecord(z.enum(ways), z.enum(ways)).optional(),
    expects: z.strictObject({ label: labelName, values: labelValuesSchema }).optional(),
    annotations: z.strictObject({ runbook: labelName.optional(), dashboard: labelName.optional() }).optional(),
    levels: z.record(z.string(), z.enum(['error', 'warning', 'off'])).optional(),
    waivers: z
      .array(
        z.strictObject({
          code: z.string(),
          of: sentence,
          reason: sentence,
          owner: sentence,
          until: z.iso.date({ error: 'is a date such as 2027-03-31' }),
        }),
      )
      .optional(),
    notes: z.array(prose).optional(),
  }),
  prometheus: z.strictObject({
    ...tag,
    id,
    version,
    scrapeInterval: durationSchema,
    evaluationInterval: durationSchema,
    retention: durationSchema,
    queryOffset: durationSchema.optional(),
    externalLabels: z.record(labelName, sentence).optional(),
    url: url.optional(),
  }),
  severity: z.strictObject({
    ...tag,
    id,
    title,
    responseWithin: durationSchema,
    notify: z
      .array(z.enum(ways, { error: `is one of ${ways.join(', ')}` }))
      .min(1, { error: 'needs at least one way' }),
    groupWait: durationSchema.optional(),
    groupInterval: durationSchema.optional(),
    repeat: durationSchema.optional(),
    examples: sentence.optional(),
  }),
  team: z.strictObject({
    ...tag,
    id,
    title,
    receivers: z.partialRecord(
      z.enum(['page', 'chat', 'email', 'ticket']),
      reference('pagerduty', 'slack', 'email', 'webhook'),
    ),
    contact: sentence.optional(),
  }),
  pagerduty: z.strictObject({ ...tag, routingKeyFile: file, escalationPolicy: sentence }),
  slack: z.strictObject({
    ...tag,
    channel: name('a channel', /^#[a-z0-9_-]{1,80}$/, "'#alerts'"),
    apiUrlFile: file,
  }),
  email: z.strictObject({ ...tag, to: z.email({ error: 'is not an e-mail address' }) }),
  webhook: z.strictObject({ ...tag, url: url.optional(), urlFile: file.optional() }),
  heartbeat: z.strictObject({
    ...tag,
    receiver: reference('webhook', 'pagerduty', 'slack', 'email'),
    every: durationSchema,
  }),
  external: z.strictObject({ ...tag, id, title, url: url.optional() }),
  service: z.strictObject({
    ...tag,
    id,
    title,
    description: prose.optional(),
    team: reference('team'),
    tier: z.enum(['critical', 'high', 'normal', 'low'], { error: 'is one of critical, high, normal, low' }),
    job: sentence.optional(),
    requests: reference('counter').optional(),
    duration: reference('histogram', 'native-histogram').optional(),
    errors: z.record(title, reference('counter')).optional(),
    expected: z
      .strictObject({
        peakRate: rate.optional(),
        errorRatio: percentSchema.optional(),
        p50: durationSchema.optional(),
        p99: durationSchema.optional(),
      })
      .optional(),
    signals: z.record(title, valueSchema).optional(),
    dependsOn: z
      .custom<() => unknown>((value) => typeof value === 'function', {
        error: 'is a function that returns the services: dependsOn: () => [ranking]',
      })
      .optional(),
    slos: z.record(key, definitionOf('availability', 'ratio', 'latency', 'uptime', 'freshness', 'time-slice')).optional(),
    alerts: z.record(key, definitionOf('alert')).optional(),
    evaluator: reference('prometheus').optional(),
    dashboard: z.strictObject({ uid: id.optional() }).optional(),
    links: z.record(title, url).optional(),
  }),
  alert: z.strictObject({
    ...tag,
    when: conditionSchema,
    for: durationSchema.optional(),
    keepFiringFor: durationSchema.optional(),
    severity: reference('severity'),
    impact: sentence,
    runbook: reference('runbook', 'existing-runbook'),
    name: alertName.optional(),
    title: title.optional(),
    signal: z
      .enum(['down', 'errors', 'latency', 'saturation', 'quality', 'traffic'], {
        error: 'is one of down, errors, latency, saturation, quality, traffic',
      })
      .optional(),
    justification: sentence.optional(),
  }),
  runbook: z.strictObject({
    ...tag,
    id,
    title,
    symptoms: prose.optional(),
    firstSteps: steps,
    diagnosis: steps.optional(),
    causes: z.array(z.strictObject({ cause: prose, signs: prose, fix: steps })).optional(),
    escalation: prose.optional(),
    aftercare: steps.optional(),
  }),
  'existing-runbook': z.strictObject({ ...tag, id, title, url }),
  availability: z.strictObject({ ...tag, ...slo, total: totals, bad: counters }),
  ratio: z.strictObject({ ...tag, ...slo, total: totals, good: counters }),
  latency: z.strictObject({
    ...tag,
    ...slo,
    metric: reference('histogram', 'native-histogram'),
    within: durationSchema,
  }),
  uptime: z.strictObject({ ...tag, ...slo, metric: reference('gauge'), upWhen: z.literal(1).optional() }),
  freshness: z.strictObject({ ...tag, ...slo, metric: reference('gauge'), within: durationSchema }),
  'time-slice': z.strictObject({ ...tag, ...slo, badWhile: conditionSchema }),
};

function definitionOf(...kinds: readonly string[]): z.ZodType {
  return z.custom((value) => isKind(value, ...kinds), {
    error: (issue) =>
      `${shown(issue.input)} is not ${kinds.length === 1 ? 'an alert' : 'an SLO'}; write for instance ${kinds.length === 1 ? 'alert({…})' : 'availability(requests, {…})'}`,
    params: { reference: true },
  });
}

const metricBase = {
  kind: z.enum([...metricKinds, 'info']),
  name: name('a metric name', /^[a-zA-Z_:][a-zA-Z0-9_:]*$/, "'http_requests_total'"),
  help: prose,
  unit: z.enum(Object.keys(units) as [string, ...string[]], {
    error: `says no unit; end the name in a base unit (_seconds, _bytes, _ratio) or set unit to one of ${Object.keys(units).join(', ')}`,
  }),
  labels: z.record(labelName, labelValuesSchema),
  matchers: z.array(z.unknown()),
};

/** The shape of a metric handle, whichever kind it is. */
export const metricSchema = z.strictObject({
  ...metricBase,
  buckets: z.array(z.unknown()).min(1).optional(),
  quantiles: z.record(z.string(), z.literal(true)).optional(),
});
