import type { Dashboard, Panel } from '../../model/dashboard.ts';
import { dashboardFolders } from '../../model/names.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Measure, Service, Stack } from '../../model/stack.ts';
import { abreast, inStatusLine } from './abreast.ts';
import { measurePanel, measureStat } from './measure-panels.ts';
import { requestPanels } from './request-panels.ts';
import { unitBoard } from './unit-board.ts';
import { alertPanels, burnPanel, nowPanels } from './unit-panels.ts';

/** The board of one resource: utilisation, saturation, errors (https://www.brendangregg.com/usemethod.html). */
export function infrastructureBoard(stack: Stack, unit: Service, plans: readonly SloPlan[]): Dashboard {
  return unitBoard(stack, unit, dashboardFolders.infrastructure, [
    { key: 'now', title: 'Now', panels: nowPanels(stack, unit, plans) },
    { key: 'utilisation', title: 'Utilisation', panels: measurePanels(stack, unit, 'utilisation') },
    { key: 'saturation', title: 'Saturation', panels: measurePanels(stack, unit, 'saturation') },
    { key: 'errors', title: 'Errors', panels: measurePanels(stack, unit, 'errors') },
    { key: 'requests', title: 'Requests', panels: requestPanels(unit) },
    { key: 'slos', title: 'SLOs', panels: plans.map((plan) => burnPanel(stack, plan)) },
    { key: 'alerts', title: 'Alerts', panels: alertPanels(stack, unit) },
  ]);
}

/** The figures of one role: now in a line, and below it over time. */
function measurePanels(stack: Stack, unit: Service, role: Measure['role']): readonly Panel[] {
  const measures = unit.measures.filter((one) => one.role === role);
  return [
    ...inStatusLine(measures.flatMap((one) => measureStat(unit, one))),
    ...abreast(measures.flatMap((one) => measurePanel(stack, unit, one))),
  ];
}
