import type { Dashboard } from '../../model/dashboard.ts';
import type { AlertEntry } from '../../model/observables.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Service, Stack } from '../../model/stack.ts';
import { executiveBoard } from './executive-board.ts';
import { homeBoard } from './home-board.ts';
import { infrastructureBoard } from './infrastructure-board.ts';
import { infrastructureOverview } from './infrastructure-overview.ts';
import { kpiBoard } from './kpi-board.ts';
import { monitoringBoards } from './monitoring-board.ts';
import { serviceBoard } from './service-board.ts';
import { sloBoard } from './slo-board.ts';

/** The dashboards of a stack: home, the monitoring itself, all SLOs, and one for each unit. */
export function deriveDashboards(
  stack: Stack,
  plans: readonly SloPlan[],
  alerts: readonly AlertEntry[],
): readonly Dashboard[] {
  const ofUnit = (unit: Service) => plans.filter(({ slo }) => slo.serviceId === unit.id);
  return [
    homeBoard(stack),
    ...executiveBoard(stack),
    ...infrastructureOverview(stack),
    ...monitoringBoards(stack, alerts),
    sloBoard(stack),
    ...stack.services.map((unit) => boards[unit.kind](stack, unit, ofUnit(unit))),
  ];
}

const boards = { service: serviceBoard, infrastructure: infrastructureBoard, 'kpi-group': kpiBoard } as const;
