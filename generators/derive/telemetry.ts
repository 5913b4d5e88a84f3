import { alertName, label, series, sloLabels } from '../model/names.ts';
import type { AlertEntry } from '../model/observables.ts';
import type { AlertingRule } from '../model/rules.ts';
import type { Matcher, Metric, RunbookPage, Service, Severity, Slo, Stack } from '../model/stack.ts';
import { LOOKBACK_MS } from '../policy/burn-rates.ts';
import * as q from '../promql/index.ts';
import { links, ownLabels } from './alert-rule.ts';
import { eventsOf, recorded } from './selectors.ts';
import { telemetryRunbook } from './telemetry-runbook.ts';
import { escapeTemplate } from './texts.ts';
import { described } from './values.ts';
import { totalsOf, type Watched, watchedMetrics } from './watched-metrics.ts';

/** The panel that shows whether a service's targets answer. */
export const TELEMETRY_PANEL = 'telemetry';

/**
 * Fires before a burn page can clear after its series vanished (its short window, and the bridge on top), and waits long
 * enough for a restart of Prometheus or of the service.
 */
const FOR_MS = 3 * 60_000;

/**
 * Series that end without a mark (explicit timestamps, remote write) are seen for the lookback, their recordings only for a
 * base window: as long as that, it is not the recordings that fail.
 */
const RECORDING_FOR_MS = LOOKBACK_MS;

/** One way in which a service can fall silent. All are one alert, told apart by the label `reason` and what it is about. */
interface Silence {
  readonly reason: string;
  readonly words: string;
  /** Which one of several, as a template: ` from {{ $labels.region }}`. */
  readonly where?: string;
  readonly expr: q.Instant;
  readonly forMs: number;
  /** The metric or the SLO that it is about. */
  readonly of?: Readonly<Record<string, string>>;
  /** How urgent it is, where that is not as urgent as the whole. */
  readonly severity?: Severity;
}

/**
 * A crashed service burns no budget: no requests, no errors. So each service with a job or a metric to watch has an alert on
 * missing telemetry, as urgent as its fastest burn.
 */
export function deriveTelemetry(stack: Stack, service: Service): readonly AlertEntry[] {
  const runbook = telemetryRunbook(service);
  return silences(stack, service).map((silence) => entry(stack, service, runbook, silence));
}

function entry(stack: Stack, service: Service, runbook: RunbookPage, silence: Silence): AlertEntry {
  const which = [silence.reason, ...Object.values(silence.of ?? {})];
  const panel = { dashboardUid: service.dashboardUid, key: TELEMETRY_PANEL };
  return {
    id: [service.id, 'telemetry', ...which].join('/'),
    source: 'telemetry',
    unit: service.id,
    service,
    team: service.team,
    severity: silence.severity ?? service.page,
    signal: 'down',
    title: `${service.title} telemetry`,
    which,
    impact: blindness(service, silence).impact,
    condition: `${silence.words} for ${q.printDuration(silence.forMs)}`,
    rule: rule(stack, service, silence, (name) => links(stack, service.id, name, runbook, panel, which)),
    runbook,
    panel,
    address: service.address,
  };
}

/** What it means that a unit says nothing, or that a metric is gone which only alerts read. */
function blindness({ kind }: Service, { severity }: Silence): { readonly impact: string; readonly words: string } {
  if (kind === 'kpi-group') {
    const impact = 'Nobody knows the figure; nothing else would say so.';
    return { impact, words: 'Its figures are not known, and its alerts are blind.' };
  }
  if (severity !== undefined) {
    return { impact: 'Alerts are blind; nothing else would say so.', words: 'The alerts that read it are blind.' };
  }
  const impact = 'The service may be down; nothing else would say so.';
  return { impact, words: 'It may be down, and its SLOs and alerts are blind.' };
}

type LinksOf = (alertName: string) => Readonly<Record<string, string>>;

function rule(stack: Stack, service: Service, silence: Silence, linksOf: LinksOf): AlertingRule {
  const name = alertName(service.id, 'telemetry', 'missing');
  const title = escapeTemplate(service.title);
  const said = `${escapeTemplate(silence.words)}${silence.where ?? ''}`;
  return {
    kind: 'alerting',
    alert: name,
    expr: silence.expr,
    forMs: silence.forMs,
    keepFiringForMs: 0,
    labels: {
      ...ownLabels(stack, service, silence.severity ?? service.page, 'down'),
      [label.reason]: silence.reason,
      ...silence.of,
    },
    annotations: {
      summary: `${title}: ${said}`,
      description: `Nothing can be said about ${title}: ${said} for ${q.printDuration(silence.forMs)}. ${blindness(service, silence).words}`,
      ...linksOf(name),
    },
  };
}

type Up = ReturnType<typeof recorded>;

function silences(stack: Stack, service: Service): readonly Silence[] {
  const up = service.job === undefined ? undefined : recorded('up', { job: service.job });
  return [
    ...(up === undefined ? [] : targets(stack, up)),
    ...watchedMetrics(stack, service).map((watched) =>
      missing(stack, service, watched, watched.job === undefined ? up : undefined),
    ),
    ...service.slos.flatMap((slo) => unrecorded(stack, service, slo)),
  ];
}

/** All targets, and where the stack expects regions, those of one; `up` without that label speaks of all. */
function targets({ expects }: Stack, up: Up): readonly Silence[] {
  const allDown = q.eq(q.max(up), 0);
  const whole: readonly Silence[] = [
    { reason: 'targets-down', words: 'no target answers its scrapes', expr: allDown, forMs: FOR_MS },
    { reason: 'targets-gone', words: 'there are no targets to scrape', expr: q.absent(up), forMs: FOR_MS },
  ];
  if (expects === undefined) return whole;
  const region: Silence = {
    reason: 'region-down',
    words: `no target of one ${expects.label} answers its scrapes`,
    where: ` in {{ $labels.${expects.label} }}`,
    expr: q.unless(q.eq(q.max(up, { by: [expects.label] }), 0), allDown, { on: [] }),
    forMs: FOR_MS,
  };
  return [...whole, region];
}

/** Of a shared metric those that are the unit's: the others' are there. */
function whichSeries({ selector = [] }: Service, name: string, job?: string): string {
  const scrape = job === undefined ? [] : [{ label: 'job', op: '=', value: job }];
  return described({ name, matchers: [...selector, ...scrape] });
}

/** Where the metric says which region it is from, each region that should report is missed by name. */
function missing(stack: Stack, service: Service, { metric, severity, job }: Watched, up: Up | undefined): Silence {
  const base = eventsOf(metric);
  const from = expectedFrom(stack, metric);
  const named = `${up === undefined ? '' : 'targets answer, but '}${whichSeries(service, base.node.name ?? metric.name, job)}`;
  const only = (value: string): Matcher => ({ label: from.label, op: '=', value });
  const gone = from.values.map((value) => q.selector(base.node.name, [...base.node.matchers, only(value)]));
  const absent = (gone.length === 0 ? [base] : gone).map(q.absent).reduce((all, one) => q.or(all, one));
  return {
    reason: 'metric-missing',
    words: gone.length === 0 ? `${named} is missing` : `${named} is missing from one ${from.label} that should report`,
    ...(gone.length === 0 ? {} : { where: `: {{ $labels.${from.label} }}` }),
    expr: up === undefined ? absent : q.and(answering(absent, up, from.label), q.eq(q.max(up), 1), { on: [] }),
    forMs: FOR_MS,
    of: { [label.metric]: base.node.name ?? metric.name, ...(job === undefined ? {} : { job }) },
    ...(severity === undefined ? {} : { severity }),
  };
}

/** A region whose targets do not answer has its own reason. */
function answering(absent: q.Instant, up: Up, region: string): q.Instant {
  if (region === '') return absent;
  return q.unless(absent, q.eq(q.max(up, { by: [region] }), 0), { on: [region] });
}

/** The regions that the stack expects and the metric can have: a service that runs in two of five is not missed in three. */
function expectedFrom(
  { expects }: Stack,
  metric: Metric,
): { readonly label: string; readonly values: readonly string[] } {
  const declared = expects === undefined ? undefined : metric.labels[expects.label];
  if (expects === undefined || declared === undefined) return { label: '', values: [] };
  return {
    label: expects.label,
    values: expects.values.filter((one) => declared.open || declared.values.includes(one)),
  };
}

/** An SLO whose events are there and whose bad ones are not recorded, for each region that it keeps apart. */
function unrecorded(stack: Stack, service: Service, slo: Slo): readonly Silence[] {
  const [total] = totalsOf(slo.sli);
  if (total === undefined) return [];
  const base = eventsOf(total);
  const from = expectedFrom(stack, total);
  const scoped = slo.per.includes(from.label) ? from : { label: '', values: [] };
  const own = (more: Readonly<Record<string, string>>) =>
    q.absent(recorded(series.badRate, { ...sloLabels(slo), ...more }));
  const absent =
    scoped.values.length === 0
      ? own({})
      : scoped.values.map((value) => own({ [scoped.label]: value })).reduce((all, one) => q.or(all, one));
  const by = scoped.values.length === 0 ? [] : [scoped.label];
  return [
    {
      reason: 'recording-failing',
      words: `${whichSeries(service, base.node.name ?? total.name)} is there, but the SLO ${slo.key} is not recorded`,
      ...(by.length === 0 ? {} : { where: ` for {{ $labels.${scoped.label} }}` }),
      expr: q.and(absent, q.group(base, { by }), { on: by }),
      forMs: RECORDING_FOR_MS,
      of: { [label.slo]: slo.key },
    },
  ];
}
