import type { Dashboard, DashboardLink, Panel, Query, Row } from '../../model/dashboard.ts';
import { label, series, sloLabels } from '../../model/names.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Service, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { alertPanelKey } from '../alerts.ts';
import { judge } from '../conditions.ts';
import { eventRate, eventsOf, partRate, recorded } from '../selectors.ts';
import { sloPanelKey } from '../slo/alerts.ts';
import { TELEMETRY_PANEL } from '../telemetry.ts';
import { shifted, valueExpr, valueWords } from '../values.ts';
import { boardUids, dataSourceVariable } from './boards.ts';
import {
  budgetSteps,
  expectedSteps,
  grafanaUnit,
  legendOf,
  limitSteps,
  query,
  stat,
  timeseries,
  WARMING_UP,
} from './panels.ts';

const FIVE_MINUTES = 300_000;
const WEEK = 7 * 24 * 3600_000;

/** The board of one service: how it is, what it promised, what can page, and where to go on. */
export function serviceBoard(stack: Stack, service: Service, plans: readonly SloPlan[]): Dashboard {
  const rows: readonly Row[] = [
    { key: 'now', title: 'Now', panels: nowPanels(service, plans) },
    { key: 'requests', title: 'Requests', panels: requestPanels(service) },
    { key: 'slos', title: 'SLOs', panels: plans.map(burnPanel) },
    { key: 'signals', title: 'Signals', panels: service.signals.map(signalPanel) },
    { key: 'alerts', title: 'Alerts', panels: service.alerts.map((alert) => alertPanel(service, alert)) },
  ];
  return {
    uid: service.dashboardUid,
    title: service.title,
    description: service.description ?? `${service.title}: requests, SLOs and alerts.`,
    folder: 'services',
    tags: [stack.id, 'service', service.team.id],
    from: 'now-6h',
    refresh: '1m',
    variables: [dataSourceVariable],
    annotations: [],
    links: boardLinks(stack, service),
    rows: rows.filter(({ panels }) => panels.length > 0),
  };
}

function boardLinks(stack: Stack, service: Service): readonly DashboardLink[] {
  const own = boardUids(stack);
  const external = [
    { title: 'Runbooks', url: `${stack.runbooksUrl}/${service.id}/` },
    ...service.dependsOn.flatMap(({ title, url }) =>
      url === undefined ? [] : [{ title: `Depends on ${title}`, url }],
    ),
    ...service.links,
  ];
  return [
    { title: 'Home', url: `/d/${own.home}`, keepTime: true },
    { title: 'SLOs', url: `/d/${own.slos}?var-service=${service.id}`, keepTime: false },
    ...external.map(({ title, url }) => ({ title, url, keepTime: url.startsWith('/d/') })),
  ];
}

function nowPanels(service: Service, plans: readonly SloPlan[]): readonly Panel[] {
  const firing = q.count(recorded('ALERTS', { alertstate: 'firing', [label.service]: service.id }));
  return [
    stat({
      key: 'firing',
      title: 'Alerts firing',
      unit: 'short',
      queries: [query('firing', q.or(firing, q.vector(0)), 'firing')],
      thresholds: [{ colour: 'green' }, { from: 1, colour: 'red' }],
    }),
    ...plans.map(({ slo }) =>
      stat({
        key: `slo-${slo.key}-remaining`,
        title: `${slo.title}: budget left`,
        description: `${slo.objectiveText} over ${q.printDuration(slo.windowMs)}.`,
        unit: 'percentunit',
        queries: [query('remaining', q.min(recorded(series.budgetRemaining, sloLabels(slo))), 'left')],
        thresholds: budgetSteps,
        noValue: WARMING_UP,
        decimals: 1,
      }),
    ),
    telemetryPanel(service),
  ];
}

/** The share of targets that answer, or where the job is not known, whether the metric is there at all. */
function telemetryPanel(service: Service): Panel {
  const metric = service.requests ?? service.duration;
  const exists = metric === undefined ? q.vector(0) : q.group(eventsOf(metric));
  const answering = service.job === undefined ? exists : q.avg(recorded('up', { job: service.job }));
  return stat({
    key: TELEMETRY_PANEL,
    title: 'Targets answering',
    unit: 'percentunit',
    queries: [query('up', answering, 'answering')],
    thresholds: [{ colour: 'red' }, { from: 0.5, colour: 'yellow' }, { from: 1, colour: 'green' }],
    noValue: 'no targets',
  });
}

function requestPanels(service: Service): readonly Panel[] {
  return [...ratePanel(service), ...errorPanel(service), ...latencyPanel(service)];
}

function ratePanel({ requests, expected }: Service): readonly Panel[] {
  if (requests === undefined) return [];
  const rate = eventRate(requests, FIVE_MINUTES, []);
  return [
    timeseries({
      key: 'rate',
      title: 'Request rate',
      description: expected.peakRate === undefined ? undefined : 'The line is the peak that it is built for.',
      unit: 'reqps',
      queries: [query('now', rate, 'now'), query('week', shifted(rate, WEEK), 'last week', { style: 'comparison' })],
      thresholds: expectedSteps(expected.peakRate),
    }),
  ];
}

function errorPanel({ requests, errors, expected }: Service): readonly Panel[] {
  if (requests === undefined || errors.length === 0) return [];
  const whole = eventRate(requests, FIVE_MINUTES, []);
  const shareOf = (...counters: (typeof requests)[]) => q.div(partRate(counters, whole, FIVE_MINUTES, []), whole);
  const each = errors.map(({ name, counter }, i) => query(`error${i}`, shareOf(counter), name));
  const all = query('total', shareOf(...errors.map(({ counter }) => counter)), 'all errors');
  const [first = all, ...rest] = errors.length === 1 ? each : [...each, all];
  return [
    timeseries({
      key: 'errors',
      title: 'Error ratio',
      description: expected.errorRatio === undefined ? undefined : 'The line is the error ratio that is expected.',
      unit: 'percentunit',
      queries: [first, ...rest],
      thresholds: expectedSteps(expected.errorRatio),
    }),
  ];
}

function latencyPanel({ duration, expected }: Service): readonly Panel[] {
  if (duration === undefined) return [];
  const quantile = (share: number): Query => {
    const reading = { kind: 'quantile', unit: duration.unit, over: '5m', by: [], q: share, metric: duration } as const;
    return query(`p${share * 100}`, valueExpr(reading), `p${share * 100}`, { exemplars: true });
  };
  return [
    timeseries({
      key: 'latency',
      title: 'Latency',
      description: expected.p99 === undefined ? undefined : `Expected: ${latencyWords(expected)}. The line is the p99.`,
      unit: grafanaUnit(duration.unit),
      queries: [quantile(0.5), quantile(0.9), quantile(0.99)],
      thresholds: expectedSteps(expected.p99),
    }),
  ];
}

function latencyWords({ p50, p99 }: Service['expected']): string {
  const words = (name: string, seconds: number | undefined) =>
    seconds === undefined ? [] : [`${name} ${q.printDuration(Math.round(seconds * 1000))}`];
  return [...words('p50', p50), ...words('p99', p99)].join(', ');
}

/** Burn rates of all windows with the tiers' factors as lines: yellow files a ticket, red pages. */
function burnPanel(plan: SloPlan): Panel {
  const { slo, page, ticket } = plan;
  const lines = [
    ...ticket.map(({ factor }) => ({ from: factor, colour: 'yellow' as const })),
    ...page.map(({ factor }) => ({ from: factor, colour: 'red' as const })),
  ].sort((a, b) => a.from - b.from);
  return timeseries({
    key: sloPanelKey(slo),
    title: `${slo.title}: burn rate`,
    description: `How many times faster than ${slo.objectiveText} over ${q.printDuration(slo.windowMs)} allows. Over a yellow line a ticket is filed, over a red one somebody is paged.`,
    unit: 'short',
    width: 12,
    queries: [query('burn', recorded(series.burnRate, sloLabels(slo)), legendOf([label.window, ...slo.per], ''))],
    thresholds: [{ colour: 'green' }, ...lines],
    noValue: WARMING_UP,
  });
}

function signalPanel({ name, value }: Service['signals'][number], i: number): Panel {
  return timeseries({
    key: `signal-${i}-${name.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`,
    title: name,
    description: valueWords(value),
    unit: grafanaUnit(value.unit),
    queries: [query('value', valueExpr(value), legendOf(value.by, name))],
  });
}

function alertPanel(service: Service, alert: Service['alerts'][number]): Panel {
  const judgement = judge(alert.when, service.evaluator);
  const lowest = Math.min(0, ...judgement.limits.map(({ at }) => at));
  const panel = timeseries({
    key: alertPanelKey(alert),
    title: alert.title,
    description: `${alert.name} (${alert.severity.id}) fires when it ${judgement.predicate}${alert.forMs === 0 ? '' : ` for ${q.printDuration(alert.forMs)}`}.`,
    unit: grafanaUnit(judgement.unit),
    queries: [query('figure', judgement.figure, legendOf(judgement.by, alert.title))],
    thresholds: limitSteps(judgement.limits),
  });
  if (lowest === 0) return panel;
  const { min: _, ...unbounded } = panel;
  return unbounded;
}
