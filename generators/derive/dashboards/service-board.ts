import { dashboardUrl, exploreUrl, runbookUrl, unitUrl } from '../../model/addresses.ts';
import type { Dashboard, DashboardLink, Panel, PanelLink, Row } from '../../model/dashboard.ts';
import { dashboardFolders, label, series, sloLabels } from '../../model/names.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Runbook, Service, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { alertPanelKey } from '../alerts.ts';
import { judge } from '../conditions.ts';
import { eventsOf, recorded } from '../selectors.ts';
import { pageAlertName, sloPanelKey } from '../slo/alerts.ts';
import { TELEMETRY_PANEL } from '../telemetry.ts';
import { valueExpr, valueWords } from '../values.ts';
import { boardUids, dataSourceVariable } from './boards.ts';
import { budgetSteps, grafanaUnit, legendOf, limitSteps, query, stat, timeseries, WARMING_UP } from './panels.ts';
import { requestPanels } from './request-panels.ts';

/** The board of one service: how it is, what it promised, what can page, and where to go on. */
export function serviceBoard(stack: Stack, service: Service, plans: readonly SloPlan[]): Dashboard {
  const rows: readonly Row[] = [
    { key: 'now', title: 'Now', panels: nowPanels(service, plans) },
    { key: 'requests', title: 'Requests', panels: requestPanels(service) },
    { key: 'slos', title: 'SLOs', panels: plans.map((plan) => burnPanel(stack, plan)) },
    { key: 'signals', title: 'Signals', panels: service.signals.map(signalPanel) },
    { key: 'alerts', title: 'Alerts', panels: service.alerts.map((alert) => alertPanel(stack, service, alert)) },
  ];
  return {
    uid: service.dashboardUid,
    title: service.title,
    description: service.description ?? `${service.title}: requests, SLOs and alerts.`,
    folder: dashboardFolders.services,
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
  const away = (title: string, url: string): DashboardLink => ({ title, url, keepTime: false });
  return [
    { title: 'Home', url: `/d/${own.home}`, keepTime: true },
    { title: 'SLOs', url: `/d/${own.slos}?var-service=${service.id}`, keepTime: false },
    away('Runbooks', unitUrl(stack, service.id)),
    ...onward(stack, service),
    ...service.dependsOn.flatMap(({ title, url }) =>
      url === undefined
        ? []
        : [{ title: `Depends on ${title}`, url, keepTime: url.startsWith(dashboardUrl(stack, '')) }],
    ),
    ...service.links.map(({ title, url }) => away(title, url)),
  ];
}

/** To logs and traces of the service for the time that the board shows. */
function onward(stack: Stack, service: Service): readonly DashboardLink[] {
  const { logs, traces } = stack.grafana.datasources;
  const time = { from: '${__from}', to: '${__to}' };
  const choice = `service=${q.quote(service.id)}`;
  const spans = `{resource.service.name=${q.quote(service.id)}}`;
  const links = [
    ...(logs === undefined
      ? []
      : [{ title: 'Logs', datasource: { type: 'loki', uid: logs }, query: { expr: `{${choice}}` } } as const]),
    ...(traces === undefined
      ? []
      : [
          {
            title: 'Traces',
            datasource: { type: 'tempo', uid: traces },
            query: { queryType: 'traceql', query: spans },
          } as const,
        ]),
  ];
  return links.map(({ title, ...to }) => ({ title, url: exploreUrl(stack, { ...to, ...time }), keepTime: false }));
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

/** Burn rates of all windows with the tiers' factors as lines: yellow files a ticket, red pages. */
function burnPanel(stack: Stack, plan: SloPlan): Panel {
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
    links: [runbookLink(stack, slo.serviceId, slo.runbook, pageAlertName(slo))],
  });
}

function runbookLink(stack: Stack, unit: string, runbook: Runbook, alertName: string): PanelLink {
  return { title: `Runbook: ${runbook.title}`, url: runbookUrl(stack, unit, runbook, alertName), newTab: true };
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

function alertPanel(stack: Stack, service: Service, alert: Service['alerts'][number]): Panel {
  const judgement = judge(alert.when, service);
  return timeseries({
    key: alertPanelKey(alert),
    title: alert.title,
    description: `${alert.name} (${alert.severity.id}) fires when it ${judgement.predicate}${alert.forMs === 0 ? '' : ` for ${q.printDuration(alert.forMs)}`}.`,
    unit: grafanaUnit(judgement.unit),
    signed: judgement.limits.some(({ at }) => at < 0),
    queries: [query('figure', judgement.figure, legendOf(judgement.by, alert.title))],
    thresholds: limitSteps(judgement.limits),
    links: [runbookLink(stack, service.id, alert.runbook, alert.name)],
  });
}
