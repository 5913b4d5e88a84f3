import type { Dashboard } from '../../model/dashboard.ts';
import { dashboardFolders } from '../../model/names.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Service, Stack } from '../../model/stack.ts';
import { tileRows } from './kpi-tiles.ts';
import { comparisonPanels, trendPanel } from './kpi-trends.ts';
import { unitBoard } from './unit-board.ts';
import { alertPanels, burnPanel, nowPanels } from './unit-panels.ts';

/** The board of a group of KPIs: each figure now and how it changed, then over time, then against what it has limits on. */
export function kpiBoard(stack: Stack, unit: Service, plans: readonly SloPlan[]): Dashboard {
  const { measures } = unit;
  const board = unitBoard(stack, unit, dashboardFolders.kpis, [
    ...tileRows(stack, unit),
    { key: 'trends', title: 'Over time', panels: measures.flatMap((one) => trendPanel(stack, unit, one)) },
    { key: 'compared', title: 'Compared', panels: measures.flatMap((one) => comparisonPanels(stack, unit, one)) },
    { key: 'now', title: 'Alerts and telemetry', panels: nowPanels(stack, unit, plans) },
    { key: 'slos', title: 'SLOs', panels: plans.map((plan) => burnPanel(stack, plan)) },
    { key: 'alerts', title: 'Alerts', panels: alertPanels(stack, unit) },
  ]);
  // Figures of a day or a month: six hours of them say nothing, and the week before is drawn beside this one.
  return { ...board, from: 'now-7d', refresh: '5m' };
}
