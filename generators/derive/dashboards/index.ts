import type { Dashboard } from '../../model/dashboard.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Stack } from '../../model/stack.ts';
import { homeBoard } from './home-board.ts';
import { serviceBoard } from './service-board.ts';
import { sloBoard } from './slo-board.ts';

/** The dashboards of a stack: home, all SLOs, and one for each service. */
export function deriveDashboards(stack: Stack, plans: readonly SloPlan[]): readonly Dashboard[] {
  const ofService = stack.services.map((service) =>
    serviceBoard(
      stack,
      service,
      plans.filter(({ slo }) => slo.serviceId === service.id),
    ),
  );
  return [homeBoard(stack), sloBoard(stack), ...ofService];
}
