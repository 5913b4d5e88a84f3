import type { Dashboard, Panel } from '../../model/dashboard.ts';
import { dashboardFolders } from '../../model/names.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Service, Stack } from '../../model/stack.ts';
import { valueExpr, valueWords } from '../values.ts';
import { grafanaUnit, legendOf, query, timeseries } from './panels.ts';
import { requestPanels } from './request-panels.ts';
import { unitBoard } from './unit-board.ts';
import { alertPanels, burnPanel, nowPanels } from './unit-panels.ts';

/** The board of one service: how it is, what it promised, what can page, and where to go on. */
export function serviceBoard(stack: Stack, service: Service, plans: readonly SloPlan[]): Dashboard {
  return unitBoard(stack, service, dashboardFolders.services, [
    { key: 'now', title: 'Now', panels: nowPanels(service, plans) },
    { key: 'requests', title: 'Requests', panels: requestPanels(service) },
    { key: 'slos', title: 'SLOs', panels: plans.map((plan) => burnPanel(stack, plan)) },
    { key: 'signals', title: 'Signals', panels: service.signals.map(signalPanel) },
    { key: 'alerts', title: 'Alerts', panels: alertPanels(stack, service) },
  ]);
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
