import type { Compiled } from '../model/observables.ts';
import type { Stack } from '../model/stack.ts';
import { deriveAlert } from './alerts.ts';
import { deriveExternal } from './beside/index.ts';
import { deriveDashboards } from './dashboards/index.ts';
import { deriveHeartbeats } from './heartbeat.ts';
import { deriveRouting } from './routing/index.ts';
import { deriveRuleFiles } from './rule-files.ts';
import { deriveRuleTests } from './rule-tests.ts';
import { deriveSloAlerts } from './slo/alerts.ts';
import { planSlo } from './slo/plan.ts';
import { deriveTelemetry } from './telemetry.ts';
import { deriveWatchers } from './watchers/index.ts';

/** What a stack becomes: alerts first, because rules, routes, panels and pages are all made from them. */
export function derive(stack: Stack): Compiled {
  const planned = stack.services.flatMap(({ slos, evaluator }) => slos.map((slo) => planSlo(slo, evaluator)));
  const slos = planned.map(({ plan }) => plan);
  const alerts = [
    ...deriveHeartbeats(stack),
    ...deriveWatchers(stack),
    ...stack.services.flatMap((service) => [
      ...service.alerts.map((alert) => deriveAlert(stack, service, alert)),
      ...slos
        .filter(({ slo }) => slo.serviceId === service.id)
        .flatMap((plan) => deriveSloAlerts(stack, service, plan)),
      ...deriveTelemetry(stack, service),
    ]),
  ];
  const routing = deriveRouting(stack);
  const observables = {
    slos,
    alerts,
    ruleFiles: deriveRuleFiles(stack, slos, alerts),
    ruleTests: deriveRuleTests(stack, alerts),
    routing,
    external: deriveExternal(stack, routing),
    dashboards: deriveDashboards(stack, slos, alerts),
    diagnostics: planned.flatMap(({ diagnostics }) => diagnostics),
  };
  return { stack, observables };
}
