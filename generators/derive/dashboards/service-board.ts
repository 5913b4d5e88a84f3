import type { Dashboard, Panel, Row } from '../../model/dashboard.ts';
import { dashboardFolders } from '../../model/names.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Service, Stack } from '../../model/stack.ts';
import { valueExpr, valueWords } from '../values.ts';
import { abreast } from './abreast.ts';
import { capacityPanels } from './capacity-panels.ts';
import { dependencyPanels } from './dependency-panels.ts';
import { deploymentMarks, deploymentPanels } from './deployment-panels.ts';
import { grafanaUnit, legendOf, query, timeseries } from './panels.ts';
import { requestPanels } from './request-panels.ts';
import { sectionRows } from './section-rows.ts';
import { stagePanels } from './stage-panels.ts';
import { unitBoard } from './unit-board.ts';
import { alertPanels, burnPanel, nowPanels } from './unit-panels.ts';

/** The board of one service: how it is, how it works, what it stands on, what it promised, what can page, and where to go on. */
export function serviceBoard(stack: Stack, service: Service, plans: readonly SloPlan[]): Dashboard {
  const rows: readonly Row[] = [
    { key: 'now', title: 'Now', panels: nowPanels(stack, service, plans) },
    { key: 'requests', title: 'Requests', panels: requestPanels(service) },
    { key: 'stages', title: 'Stages', panels: stagePanels(service) },
    ...sectionRows(service),
    { key: 'dependencies', title: 'Dependencies', panels: dependencyPanels(stack, service) },
    { key: 'deployment', title: 'Deployment', panels: deploymentPanels(service) },
    { key: 'capacity', title: 'Capacity', panels: capacityPanels(service) },
    { key: 'slos', title: 'SLOs', panels: plans.map((plan) => burnPanel(stack, plan)) },
    { key: 'signals', title: 'Signals', panels: abreast(service.signals.map(signalPanel)) },
    { key: 'alerts', title: 'Alerts', panels: alertPanels(stack, service) },
  ];
  return unitBoard(stack, service, dashboardFolders.services, rows, deploymentMarks(service));
}

function signalPanel({ name, value }: Service['signals'][number]): Panel {
  return timeseries({
    key: `signal/${name}`,
    title: name,
    description: valueWords(value),
    unit: grafanaUnit(value.unit),
    queries: [query('value', valueExpr(value), legendOf(value.by, name))],
  });
}
