import type { Dashboard } from '../../model/dashboard.ts';
import { dashboardFolders } from '../../model/names.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Measure, Service, Stack } from '../../model/stack.ts';
import { measurePanel } from './measure-panels.ts';
import { requestPanels } from './request-panels.ts';
import { unitBoard } from './unit-board.ts';
import { alertPanels, burnPanel, nowPanels } from './unit-panels.ts';

/** The board of one resource: utilisation, saturation, errors (https://www.brendangregg.com/usemethod.html). */
export function infrastructureBoard(stack: Stack, unit: Service, plans: readonly SloPlan[]): Dashboard {
  const panelsOf = (role: Measure['role']) =>
    unit.measures.filter((one) => one.role === role).flatMap((one) => measurePanel(stack, unit, one));
  return unitBoard(stack, unit, dashboardFolders.infrastructure, [
    { key: 'now', title: 'Now', panels: nowPanels(unit, plans) },
    { key: 'utilisation', title: 'Utilisation', panels: panelsOf('utilisation') },
    { key: 'saturation', title: 'Saturation', panels: panelsOf('saturation') },
    { key: 'errors', title: 'Errors', panels: panelsOf('errors') },
    { key: 'requests', title: 'Requests', panels: requestPanels(unit) },
    { key: 'slos', title: 'SLOs', panels: plans.map((plan) => burnPanel(stack, plan)) },
    { key: 'alerts', title: 'Alerts', panels: alertPanels(stack, unit) },
  ]);
}
