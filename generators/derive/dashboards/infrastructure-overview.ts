import type { Dashboard, Panel, TablePanel } from '../../model/dashboard.ts';
import { dashboardFolders, label, series } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { firingOf } from '../selectors.ts';
import { inStatusLine } from './abreast.ts';
import { boardUids, dataSourceVariable, infrastructureLink } from './boards.ts';
import { query, stat, timeseries } from './panels.ts';
import { figureIdentity, figures, limitShare, recordedHere, resources, unitIdentity } from './resource-figures.ts';

/** All resources of a stack, nearest to a limit first; it reads what they record when it is viewed. */
export function infrastructureOverview(stack: Stack): readonly Dashboard[] {
  // It is there where there is a way to it.
  return infrastructureLink(stack).map(() => board(stack));
}

function board(stack: Stack): Dashboard {
  const own = boardUids(stack);
  return {
    uid: own.infrastructure,
    title: `${stack.title}: infrastructure`,
    description:
      'What the services stand on, by utilisation, saturation and errors, and how near each figure is to its limit.',
    folder: dashboardFolders.infrastructure,
    tags: [stack.id, 'infrastructure'],
    from: 'now-6h',
    refresh: '1m',
    variables: [dataSourceVariable],
    annotations: [],
    links: [{ title: 'Home', url: `/d/${own.home}`, keepTime: false }],
    rows: [
      { key: 'now', title: 'Now', panels: nowPanels(stack) },
      { key: 'figures', title: 'Nearest to a limit first', panels: [useTable(stack)] },
      { key: 'history', title: 'Over time', panels: [history(stack)] },
    ],
  };
}

const noneIsGood = [{ colour: 'green' }, { from: 1, colour: 'red' }] as const;

/** How many there are, and none is a number, too. */
function count(key: string, title: string, description: string, of: q.Instant): Panel {
  return stat({
    key,
    title,
    description,
    unit: 'short',
    queries: [query(key, q.or(q.count(of), q.vector(0)), title)],
    thresholds: noneIsGood,
  });
}

function nowPanels(stack: Stack): readonly Panel[] {
  const firing = q.and(firingOf(stack), resources(stack), { on: unitIdentity(stack) });
  const beyond = q.and(q.gt(limitShare(stack), 1), figures(stack), { on: figureIdentity(stack) });
  const known = recordedHere(stack, series.measureValue);
  const unseen = q.unless(q.and(resources(stack), figures(stack), { on: unitIdentity(stack) }), known, {
    on: unitIdentity(stack),
  });
  return inStatusLine([
    count('firing', 'Alerts firing', 'Of all resources.', firing),
    count('beyond', 'Figures beyond their limit', 'Their alerts fire when it lasts.', beyond),
    count('unseen', 'Resources without telemetry', 'None of their figures is known.', unseen),
  ]);
}

const shareSteps = [{ colour: 'green' }, { from: 0.8, colour: 'yellow' }, { from: 1, colour: 'red' }] as const;

const words = ['unit_title', 'role', 'title', 'dashboard'] as const;

/** One row for each figure of each resource. */
function useTable(stack: Stack): TablePanel {
  const withBoard = (of: q.Instant) =>
    q.mul(of, resources(stack), { on: unitIdentity(stack), groupLeft: ['dashboard'] });
  const shares = q.mul(limitShare(stack), figures(stack), {
    on: figureIdentity(stack),
    groupLeft: ['unit_title', 'role', 'title'],
  });
  return {
    kind: 'table',
    key: 'use',
    title: 'Utilisation, saturation, errors',
    description:
      'How much of its nearest limit each figure uses: at 100% it is there. Of a figure that is kept apart by labels, the worst.',
    width: 24,
    height: 14,
    unit: 'percentunit',
    noValue: 'no limit, or no data',
    joinBy: [label.service, label.measure, ...words],
    queries: [
      query('share', withBoard(shares), '', { mode: 'instant' }),
      query('known', withBoard(figures(stack)), '', { mode: 'instant' }),
    ],
    columns: [
      {
        field: 'unit_title',
        title: 'Resource',
        link: { title: 'Open its dashboard', url: '/d/${__data.fields.dashboard}?${__url_time_range}' },
      },
      { field: 'role', title: 'What' },
      { field: 'title', title: 'Figure' },
      { field: 'share', title: 'Limit used', unit: 'percentunit', decimals: 0, thresholds: shareSteps },
      { field: 'dashboard', title: 'Dashboard' },
    ],
    sortBy: 'share',
  };
}

function history(stack: Stack): Panel {
  const named = q.mul(limitShare(stack), figures(stack), { on: figureIdentity(stack), groupLeft: ['unit_title'] });
  return timeseries({
    key: 'limit-history',
    title: 'Limit used by resource',
    description: 'The figure of each resource that is nearest to its limit.',
    unit: 'percentunit',
    width: 24,
    queries: [query('share', q.max(named, { by: [...unitIdentity(stack), 'unit_title'] }), '{{unit_title}}')],
    thresholds: shareSteps,
  });
}
