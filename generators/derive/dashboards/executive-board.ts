import type { Dashboard } from '../../model/dashboard.ts';
import { dashboardFolders } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';
import { boardUids, dataSourceVariable } from './boards.ts';
import { healthPanels } from './executive-health.ts';
import { regionPanel, tilePanel, trendPanels } from './executive-panels.ts';

/** The board for those who do not operate: is it healthy, how is business, which region is not. */
export function executiveBoard(stack: Stack): readonly Dashboard[] {
  const { executive } = stack;
  if (executive === undefined) return [];
  const { home, slos, executive: uid } = boardUids(stack);
  const { title, description, tiles, trend, regions } = executive;
  const rows = [
    { key: 'health', title: 'Health status', panels: healthPanels(stack) },
    { key: 'tiles', title: 'Figures', panels: tiles.map((one) => tilePanel(stack, one)) },
    { key: 'trend', title: trend?.title ?? '', panels: trend === undefined ? [] : trendPanels(trend.values) },
    { key: 'regions', title: 'Regional status', panels: regions === undefined ? [] : [regionPanel(stack, regions)] },
  ];
  return [
    {
      uid,
      title,
      description: description ?? 'Whether it is healthy, how business goes, and which region is not well.',
      folder: dashboardFolders.overview,
      tags: [stack.id, 'executive'],
      from: 'now-24h',
      refresh: '1m',
      variables: [dataSourceVariable],
      annotations: [],
      links: [
        { title: 'Home', url: `/d/${home}`, keepTime: false },
        { title: 'SLOs', url: `/d/${slos}`, keepTime: false },
      ],
      // A list by name would change with every group of KPIs that is added.
      menus: [{ title: 'KPIs', tags: [stack.id, 'kpi-group'], keepTime: false }],
      rows: rows.filter(({ panels }) => panels.length > 0),
    },
  ];
}
