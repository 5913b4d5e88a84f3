import type { Dashboard } from '../../model/dashboard.ts';
import type { AlertEntry } from '../../model/observables.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Stack } from '../../model/stack.ts';
import { homeBoard } from './home-board.ts';
import { monitoringBoards } from './monitoring-board.ts';
import { serviceBoard } from './service-board.ts';
import { sloBoard } from './slo-board.ts';

/** The dashboards of a stack: home, the monitoring itself, all SLOs, and one for each service. */
export function deriveDashboards(
  stack: Stack,
  plans: readonly SloPlan[],
  alerts: readonly AlertEntry[],
): readonly Dashboard[] {
  const ofService = stack.services.map((service) =>
    serviceBoard(
      stack,
      service,
      plans.filter(({ slo }) => slo.serviceId === service.id),
    ),
  );
  return [homeBoard(stack), ...monitoringBoards(stack, alerts), sloBoard(stack), ...ofService];
}
