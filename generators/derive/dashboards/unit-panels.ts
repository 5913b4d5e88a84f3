import { runbookUrl } from '../../model/addresses.ts';
import type { Panel, PanelLink } from '../../model/dashboard.ts';
import { label, series, sloLabels } from '../../model/names.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Metric, Runbook, Service, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { alertPanelKey } from '../alerts.ts';
import { judge } from '../conditions.ts';
import { eventsOf, firingOf, recorded } from '../selectors.ts';
import { pageAlertName, sloPanelKey } from '../slo/alerts.ts';
import { TELEMETRY_PANEL } from '../telemetry.ts';
import { watchedMetrics } from '../watched-metrics.ts';
import { inStatusLine } from './abreast.ts';
import { budgetSteps, grafanaUnit, legendOf, limitSteps, query, stat, timeseries, WARMING_UP } from './panels.ts';

/** How a unit is now: what fires, what is left of its budgets, whether it can be seen. */
export function nowPanels(stack: Stack, service: Service, plans: readonly SloPlan[]): readonly Panel[] {
  const firing = q.count(firingOf(stack, { [label.service]: service.id }));
  return inStatusLine([
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
    ...telemetryPanel(service),
  ]);
}

/** The share of targets that answer, or where the job is not known, of the metrics that are watched and there. */
function telemetryPanel(service: Service): readonly Panel[] {
  const { job } = service;
  const metrics = job === undefined ? watchedOf(service) : [];
  if (job === undefined && metrics.length === 0) return [];
  return [
    stat({
      key: TELEMETRY_PANEL,
      title: job === undefined ? 'Metrics present' : 'Targets answering',
      ...(job === undefined ? { description: `Of ${metrics.map(({ name }) => name).join(', ')}.` } : {}),
      unit: 'percentunit',
      queries: [query('up', job === undefined ? thereOf(metrics) : q.avg(recorded('up', { job })), 'answering')],
      thresholds: [{ colour: 'red' }, { from: 0.5, colour: 'yellow' }, { from: 1, colour: 'green' }],
      noValue: 'no targets',
    }),
  ];
}

/** How urgently a metric is missed is no matter here, so no severity is needed. */
const watchedOf = (service: Service): readonly Metric[] =>
  watchedMetrics({ severities: [] }, service).map(({ metric }) => metric);

function thereOf(metrics: readonly Metric[]): q.Instant {
  const there = metrics.map((metric) => q.or(q.group(eventsOf(metric)), q.vector(0)));
  return q.div(
    there.reduce((sum, one) => q.add(sum, one)),
    metrics.length,
  );
}

/** Burn rates of all windows with the tiers' factors as lines: yellow files a ticket, red pages. */
export function burnPanel(stack: Stack, plan: SloPlan): Panel {
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

export function runbookLink(stack: Stack, unit: string, runbook: Runbook, alertName: string): PanelLink {
  return { title: `Runbook: ${runbook.title}`, url: runbookUrl(stack, unit, runbook, alertName), newTab: true };
}

/** What the condition of an alert compares, with its limits. */
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

/** The alerts of a unit that no figure's panel shows. */
export function alertPanels(stack: Stack, unit: Service): readonly Panel[] {
  return unit.alerts.filter(({ limitOf }) => limitOf === undefined).map((alert) => alertPanel(stack, unit, alert));
}
