import { alertName, label, series, sloLabels } from '../model/names.ts';
import type { AlertEntry } from '../model/observables.ts';
import type { AlertingRule } from '../model/rules.ts';
import type { Matcher, Metric, RunbookPage, Service, Slo, Stack } from '../model/stack.ts';
import { LOOKBACK_MS } from '../policy/burn-rates.ts';
import * as q from '../promql/index.ts';
import { links, ownLabels } from './alert-rule.ts';
import { eventsOf, recorded } from './selectors.ts';
import { escapeTemplate } from './texts.ts';

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

/** One way in which a service can fall silent. All are one alert, told apart by the label `reason`. */
interface Silence {
  readonly reason: string;
  readonly words: string;
  /** Which one of several, as a template: ` from {{ $labels.region }}`. */
  readonly where?: string;
  readonly expr: q.Instant;
  readonly forMs: number;
  readonly slo?: string;
}

/**
 * A crashed service burns no budget: no requests, no errors. So each service with a job or a request metric has an alert on
 * missing telemetry, as urgent as its fastest burn.
 */
export function deriveTelemetry(stack: Stack, service: Service): readonly AlertEntry[] {
  const severity = service.page;
  return silences(stack, service).map((silence) => {
    const name = alertName(service.id, 'telemetry', 'missing');
    const lasting = `for ${q.printDuration(silence.forMs)}`;
    const said = `${silence.words}${silence.where ?? ''}`;
    const panel = { dashboardUid: service.dashboardUid, key: TELEMETRY_PANEL };
    const runbook = telemetryRunbook(service);
    const rule: AlertingRule = {
      kind: 'alerting',
      alert: name,
      expr: silence.expr,
      forMs: silence.forMs,
      keepFiringForMs: 0,
      labels: {
        ...ownLabels(stack, service, severity, 'down'),
        [label.reason]: silence.reason,
        ...(silence.slo === undefined ? {} : { [label.slo]: silence.slo }),
      },
      annotations: {
        summary: `${escapeTemplate(service.title)}: ${said}`,
        description: `Nothing can be said about ${escapeTemplate(service.title)}: ${said} ${lasting}. It may be down, and its SLOs and alerts are blind.`,
        ...links(stack, service.id, name, runbook, panel),
      },
    };
    return {
      id: [service.id, 'telemetry', silence.reason, silence.slo ?? []].flat().join('/'),
      source: 'telemetry',
      unit: service.id,
      service,
      team: service.team,
      severity,
      signal: 'down',
      title: `${service.title} telemetry`,
      impact: 'The service may be down; nothing else would say so.',
      condition: `${silence.words} ${lasting}`,
      rule,
      runbook,
      panel,
      address: service.address,
    };
  });
}

function silences(stack: Stack, service: Service): readonly Silence[] {
  const metric = service.requests ?? service.duration;
  const up = service.job === undefined ? undefined : recorded('up', { job: service.job });
  return [
    ...(up === undefined ? [] : targets(up)),
    ...(metric === undefined ? [] : [missing(stack, metric, up)]),
    ...service.slos.flatMap((slo) => eventsMissing(stack, slo, metric, up)),
    ...service.slos.flatMap(unrecorded),
  ];
}

function targets(up: ReturnType<typeof recorded>): readonly Silence[] {
  return [
    { reason: 'targets-down', words: 'no target answers its scrapes', expr: q.eq(q.max(up), 0), forMs: FOR_MS },
    { reason: 'targets-gone', words: 'there are no targets to scrape', expr: q.absent(up), forMs: FOR_MS },
  ];
}

/** Where the metric says which region it is from, each region that should report is missed by name. */
function missing(stack: Stack, metric: Metric, up: ReturnType<typeof recorded> | undefined): Silence {
  const base = eventsOf(metric);
  const from = expectedFrom(stack, metric);
  const only = (value: string): Matcher => ({ label: from.label, op: '=', value });
  const gone = from.values.map((value) => q.selector(base.node.name, [...base.node.matchers, only(value)]));
  const absent = (gone.length === 0 ? [base] : gone).map(q.absent).reduce((all, one) => q.or(all, one));
  return {
    reason: 'metric-missing',
    words: `targets answer, but ${base.node.name} is missing`,
    ...(gone.length === 0 ? {} : { where: ` from {{ $labels.${from.label} }}` }),
    expr: up === undefined ? absent : q.and(absent, q.eq(q.max(up), 1), { on: [] }),
    forMs: FOR_MS,
  };
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

/** All events of an SLO; a slice has no single metric that must be there. */
function totalOf({ sli }: Slo): Metric | undefined {
  if (sli.kind === 'time-slice') return undefined;
  return 'total' in sli ? sli.total : sli.metric;
}

/**
 * An SLO on another metric than the service's requests is blind when that is renamed. It is missed by its name alone: what
 * `.where` chose of it may not have happened yet.
 */
function eventsMissing(
  stack: Stack,
  slo: Slo,
  watched: Metric | undefined,
  up: ReturnType<typeof recorded> | undefined,
): readonly Silence[] {
  const total = totalOf(slo);
  if (total === undefined || total.name === watched?.name) return [];
  return [{ ...missing(stack, { ...total, matchers: [] }, up), slo: slo.key }];
}

/** An SLO whose events are there and whose bad ones are not recorded: they are made from all events and what else it needs. */
function unrecorded(slo: Slo): readonly Silence[] {
  const total = totalOf(slo);
  if (total === undefined) return [];
  const base = eventsOf(total);
  return [
    {
      reason: 'recording-failing',
      words: `${base.node.name} is there, but the SLO ${slo.key} is not recorded`,
      expr: q.and(q.absent(recorded(series.badRate, sloLabels(slo))), q.group(base), { on: [] }),
      forMs: RECORDING_FOR_MS,
      slo: slo.key,
    },
  ];
}

/** What to do when a service says nothing: the same everywhere, so it is written once, here. */
function telemetryRunbook(service: Service): RunbookPage {
  return {
    kind: 'runbook',
    id: 'telemetry-missing',
    title: `${service.title} says nothing`,
    symptoms: 'Dashboards are empty. The service may be down, or only its metrics are lost; users decide which.',
    firstSteps: [
      'Try the service as a user would. If it does not answer, treat it as an outage: this page is then the only one that fires.',
      'Read the label `reason`: targets-down (processes do not answer), targets-gone (nothing is scheduled, or discovery lost them), metric-missing (a release renamed it, or one region is cut off), recording-failing (Prometheus cannot evaluate the rules, or a bucket that the SLO needs is gone).',
      'targets-down, targets-gone: look at the deployment and its pods; roll back a release of the last hour.',
      'metric-missing: compare what the service exposes with its definition; roll the release back, or rename the metric in the definition.',
      "recording-failing: look at Prometheus' own rules page for the error of the group; without one, evaluate the expression of the SLO's first recording piece by piece.",
    ],
    diagnosis: [],
    causes: [],
    escalation: 'If users are affected and the cause is not found within the response time, escalate at once.',
    aftercare: ['Budgets do not count what was not measured. Note the gap in the postmortem.'],
    address: service.address,
  };
}
