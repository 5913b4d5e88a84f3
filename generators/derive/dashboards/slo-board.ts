import type { Dashboard, Panel, Row, TablePanel, Variable } from '../../model/dashboard.ts';
import { dashboardFolders, label, series, sloIdentity } from '../../model/names.ts';
import type { Matcher, Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { boardUids, dataSourceVariable } from './boards.ts';
import { budgetSteps, query, stat, timeseries, WARMING_UP } from './panels.ts';

/**
 * All SLOs of a stack: promised, kept, left, projected, and what incidents cost. It reads what is promised from the info
 * series when it is viewed, so an SLO more or less does not change it.
 */
export function sloBoard(stack: Stack): Dashboard {
  const rows: readonly Row[] = [
    { key: 'promises', title: 'Promises', panels: [promises(stack)] },
    { key: 'budget', title: 'The chosen SLO', panels: budgetPanels(stack) },
    { key: 'incidents', title: 'Recent incidents', panels: [incidents(stack)] },
  ];
  return {
    uid: boardUids(stack).slos,
    title: `${stack.title}: SLO compliance`,
    description: 'What was promised, what was kept, and what is left of each error budget.',
    folder: dashboardFolders.slos,
    tags: [stack.id, 'slo'],
    from: 'now-30d',
    refresh: '5m',
    variables: [
      dataSourceVariable,
      chooser(label.service, 'Service', q.selector(series.info, [inEnvironment(stack)])),
      chooser(label.slo, 'SLO', sloOfService(stack)),
    ],
    annotations: [],
    links: [{ title: 'Home', url: `/d/${boardUids(stack).home}`, keepTime: false }],
    rows,
  };
}

const inEnvironment = ({ environment, labels }: Stack): Matcher => ({
  label: labels.environment,
  op: '=',
  value: environment,
});

const sloOfService = (stack: Stack) =>
  q.selector(series.info, [inEnvironment(stack), { label: label.service, op: '=', value: '$service' }]);

const chooser = (name: string, text: string, of: q.Instant): Variable => ({
  kind: 'query',
  name,
  label: text,
  series: of,
  of: name,
  multi: false,
});

/** The series of every SLO of the stack. */
const every = (stack: Stack, name: string) => q.selector(name, [inEnvironment(stack)]);

/** The series of the SLO that the reader chose. */
const chosen = (stack: Stack, name: string) =>
  q.selector(name, [
    inEnvironment(stack),
    { label: label.service, op: '=', value: '$service' },
    { label: label.slo, op: '=', value: '$slo' },
  ]);

const identityOf = (stack: Stack): readonly string[] => [...sloIdentity(stack), 'title', label.window];

/** A series of an SLO with its title and its window, the worst of its scopes. */
function titled(stack: Stack, of: q.Instant, worst: 'min' | 'max'): q.Instant {
  const by = identityOf(stack);
  const named = q.mul(of, info, { on: sloIdentity(stack), groupLeft: ['title', label.window] });
  return worst === 'min' ? q.min(named, { by }) : q.max(named, { by });
}

const info = q.selector(series.info);

/** The share of good events over the whole window, which is one of those that are recorded. */
function kept(stack: Stack): q.Instant {
  const good = q.sub(1, every(stack, series.errorRatio));
  const named = q.mul(good, info, { on: [...sloIdentity(stack), label.window], groupLeft: ['title'] });
  return q.min(named, { by: identityOf(stack) });
}

function promises(stack: Stack): TablePanel {
  const now = { mode: 'instant' } as const;
  return {
    kind: 'table',
    key: 'promises',
    title: 'SLOs',
    description:
      'Current is the share of good events over the SLO window, and what is left of the budget is left of it; projected is what will be spent at the end of the calendar month if the last day goes on.',
    width: 24,
    height: 9,
    unit: 'percentunit',
    noValue: WARMING_UP,
    joinBy: identityOf(stack),
    queries: [
      query('target', titled(stack, every(stack, series.objective), 'min'), '', now),
      query('current', kept(stack), '', now),
      query('remaining', titled(stack, every(stack, series.budgetRemaining), 'min'), '', now),
      query('spent', titled(stack, every(stack, series.budgetSpent), 'max'), '', now),
      query('projected', titled(stack, every(stack, series.budgetProjected), 'max'), '', now),
    ],
    columns: [
      { field: label.service, title: 'Service' },
      { field: 'title', title: 'SLO' },
      { field: 'target', title: 'Target', unit: 'percentunit', decimals: 3 },
      { field: 'current', title: 'Current', unit: 'percentunit', decimals: 3 },
      { field: 'remaining', title: 'Budget left', unit: 'percentunit', decimals: 1, thresholds: budgetSteps },
      { field: label.window, title: 'Over' },
      { field: 'spent', title: 'Consumed', unit: 'percentunit', decimals: 1 },
      { field: 'projected', title: 'Projected end of month', unit: 'percentunit', decimals: 1, thresholds: spentSteps },
    ],
  };
}

const spentSteps = [{ colour: 'green' }, { from: 0.75, colour: 'yellow' }, { from: 1, colour: 'red' }] as const;

/** One SLO at a time: its worst scope, where it has several. */
function budgetPanels(stack: Stack): readonly Panel[] {
  const burn = q.max(chosen(stack, series.burnRate), { by: [label.window] });
  return [
    timeseries({
      key: 'burn-down',
      title: 'Error budget left over 30 days',
      unit: 'percentunit',
      width: 16,
      signed: true,
      max: 1,
      queries: [query('left', q.min(chosen(stack, series.budgetRemaining)), 'left')],
      thresholds: budgetSteps,
      noValue: WARMING_UP,
    }),
    spentStat('consumed', 'Budget consumed', q.max(chosen(stack, series.budgetSpent))),
    spentStat(
      'projected',
      'Projected end of month',
      q.max(chosen(stack, series.budgetProjected)),
      'What is spent now, plus the burn of the last day for the days that are left of the month (UTC).',
    ),
    timeseries({
      key: 'burn',
      title: 'Burn rate by window',
      description: '1 spends exactly the budget in the SLO window.',
      unit: 'short',
      width: 24,
      queries: [query('burn', burn, '{{window}}')],
      thresholds: [{ colour: 'transparent' }, { from: 1, colour: 'yellow' }],
      noValue: WARMING_UP,
    }),
  ];
}

function spentStat(key: string, title: string, spent: q.Instant, description?: string): Panel {
  return stat({
    key,
    title,
    ...(description === undefined ? {} : { description }),
    unit: 'percentunit',
    decimals: 1,
    queries: [query('spent', spent, title, { mode: 'instant' })],
    thresholds: spentSteps,
    noValue: WARMING_UP,
  });
}

const INCIDENT_STEP_MS = 300_000;

/**
 * The cost of an incident is written while it lasts; its last value is its whole cost. A point that has no successor is a
 * last value, so there is one row an incident. Prometheus writes down when each alert began.
 */
function incidents(stack: Stack): TablePanel {
  const cost = every(stack, series.incidentCost);
  const last = q.unless(cost, q.offset(cost, -INCIDENT_STEP_MS));
  const begun = q.selector('ALERTS_FOR_STATE', [inEnvironment(stack), { label: label.burn, op: '=', value: 'page' }]);
  const lasted = q.and(q.sub(q.time(), q.min(begun, { by: sloIdentity(stack) })), last, { on: sloIdentity(stack) });
  const over = { mode: 'range', step: q.printDuration(INCIDENT_STEP_MS) } as const;
  return {
    kind: 'table',
    key: 'incidents',
    title: 'Incidents and the budget that each cost',
    description:
      'One row for each time an SLO paged: when it ended, or now while it goes on, and how long it paged, the minutes included for which a page is held.',
    width: 24,
    height: 8,
    unit: 'percentunit',
    noValue: 'none',
    queries: [
      query('cost', titled(stack, last, 'max'), '', over),
      query('lasted', titled(stack, lasted, 'max'), '', over),
    ],
    columns: [
      { field: 'Time', title: 'Ended', unit: 'dateTimeAsIso' },
      { field: label.service, title: 'Service' },
      { field: 'title', title: 'SLO' },
      { field: 'lasted', title: 'Paged for', unit: 's', decimals: 0 },
      { field: 'cost', title: 'Budget consumed', unit: 'percentunit', decimals: 3 },
    ],
    sortBy: 'Time',
  };
}
