import type { Dashboard, TablePanel } from '../../model/dashboard.ts';
import { dashboardFolders, label, series } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { firingOf, recorded } from '../selectors.ts';
import { watchedOf } from '../watchers/index.ts';
import { boardUids, dataSourceVariable, infrastructureLink } from './boards.ts';
import { budgetSteps, query, stat, WARMING_UP } from './panels.ts';

/** Where everybody starts: what fires, and every unit with a link. It reads the info series when it is viewed. */
export function homeBoard(stack: Stack): Dashboard {
  const firing = firingOf(stack);
  const real = {
    type: 'instant',
    node: { ...firing.node, matchers: [...firing.node.matchers, notHeartbeat] },
  } as const;
  return {
    uid: boardUids(stack).home,
    title: `${stack.title}: home`,
    description: 'What fires now, and everything that is watched.',
    folder: dashboardFolders.overview,
    tags: [stack.id, 'home'],
    from: 'now-1h',
    refresh: '30s',
    variables: [dataSourceVariable],
    annotations: [],
    links: [
      { title: 'SLOs', url: `/d/${boardUids(stack).slos}`, keepTime: false },
      ...infrastructureLink(stack),
      ...(stack.executive === undefined
        ? []
        : [{ title: stack.executive.title, url: `/d/${boardUids(stack).executive}`, keepTime: false }]),
      ...(watchedOf(stack).length === 0
        ? []
        : [{ title: 'Monitoring', url: `/d/${boardUids(stack).monitoring}`, keepTime: true }]),
    ],
    ...(stack.services.some(({ kind }) => kind === 'kpi-group')
      ? { menus: [{ title: 'KPIs', tags: [stack.id, 'kpi-group'], keepTime: false }] }
      : {}),
    rows: [
      { key: 'now', title: 'Now', panels: [firingCount(real), worstBudget(stack), firingTable(stack, real)] },
      { key: 'services', title: 'What is watched', panels: [services(stack, real)] },
    ],
  };
}

const notHeartbeat = { label: label.service, op: '!=', value: '' } as const;

const firingCount = (firing: q.Instant) =>
  stat({
    key: 'firing',
    title: 'Alerts firing',
    unit: 'short',
    queries: [query('firing', q.or(q.count(firing), q.vector(0)), 'firing')],
    thresholds: [{ colour: 'green' }, { from: 1, colour: 'red' }],
  });

const worstBudget = (stack: Stack) =>
  stat({
    key: 'worst-budget',
    title: 'Smallest error budget left',
    unit: 'percentunit',
    decimals: 1,
    queries: [query('worst', q.min(ours(stack, series.budgetRemaining)), 'left')],
    thresholds: budgetSteps,
    noValue: WARMING_UP,
  });

function firingTable({ labels }: Stack, firing: q.Instant): TablePanel {
  return {
    kind: 'table',
    key: 'firing-now',
    title: 'Firing now',
    width: 16,
    height: 8,
    unit: 'short',
    noValue: 'nothing fires',
    joinBy: ['alertname', label.service],
    queries: [
      query('firing', q.count(firing, { by: ['alertname', labels.severity, label.service, labels.team] }), '', {
        mode: 'instant',
      }),
    ],
    columns: [
      { field: labels.severity, title: 'Severity' },
      { field: 'alertname', title: 'Alert' },
      { field: label.service, title: 'Service' },
      { field: labels.team, title: 'Team' },
      { field: 'firing', title: 'Series', unit: 'short' },
    ],
  };
}

const ours = ({ environment, labels }: Stack, name: string) => recorded(name, { [labels.environment]: environment });

function services(stack: Stack, firing: q.Instant): TablePanel {
  const now = { mode: 'instant' } as const;
  const info = ours(stack, series.serviceInfo);
  const { team } = stack.labels;
  const keep = [label.service, 'title', 'kind', team, 'tier', 'dashboard'];
  const withInfo = (of: q.Instant) =>
    q.mul(of, q.max(info, { by: keep }), {
      on: [label.service],
      groupLeft: ['title', 'kind', team, 'tier', 'dashboard'],
    });
  const count = q.or(q.count(firing, { by: [label.service] }), q.mul(0, q.max(info, { by: [label.service] })));
  return {
    kind: 'table',
    key: 'services',
    title: 'Services, infrastructure and KPIs',
    width: 24,
    height: 14,
    unit: 'short',
    joinBy: keep,
    queries: [
      query('firing', withInfo(count), '', now),
      query('budget', withInfo(q.min(ours(stack, series.budgetRemaining), { by: [label.service] })), '', now),
    ],
    columns: [
      { field: 'title', title: 'Name', link: { title: 'Open its dashboard', url: '/d/${__data.fields.dashboard}' } },
      { field: 'kind', title: 'Kind' },
      { field: team, title: 'Team' },
      { field: 'tier', title: 'Tier' },
      {
        field: 'firing',
        title: 'Alerts firing',
        unit: 'short',
        thresholds: [{ colour: 'green' }, { from: 1, colour: 'red' }],
      },
      { field: 'budget', title: 'Smallest budget left', unit: 'percentunit', thresholds: budgetSteps },
      { field: 'dashboard', title: 'Dashboard' },
    ],
    sortBy: 'firing',
  };
}
