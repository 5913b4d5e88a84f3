import { label, series, stackUnit } from '../model/names.ts';
import type { AlertEntry } from '../model/observables.ts';
import type { RecordingRule, Rule, RuleFile, RuleGroup } from '../model/rules.ts';
import type { SloPlan } from '../model/slo-plan.ts';
import type { Evaluator, Service, Stack } from '../model/stack.ts';
import * as q from '../promql/index.ts';
import { measureRecordings } from './measures.ts';
import { pageAlertName } from './slo/alerts.ts';
import { incidentRecording } from './slo/burn.ts';
import { BUDGET_INTERVAL_MS, TICKET_INTERVAL_MS } from './slo/plan.ts';
import {
  baseRecordings,
  budgetRecordings,
  burnRecording,
  record,
  rollups,
  windowRecordings,
} from './slo/recordings.ts';

/** All rules of a stack, one file for each service and one for what belongs to all. */
export function deriveRuleFiles(
  stack: Stack,
  plans: readonly SloPlan[],
  alerts: readonly AlertEntry[],
): readonly RuleFile[] {
  const ofUnit = (unit: string) => alerts.filter((alert) => alert.unit === unit);
  const files = stack.services.map((service) =>
    serviceFile(
      stack,
      service,
      plans.filter(({ slo }) => slo.serviceId === service.id),
      ofUnit(service.id),
    ),
  );
  return [...files, ...stack.evaluators.flatMap((evaluator) => stackFile(evaluator, ofUnit(stackUnit)))];
}

/** What an evaluator says of itself: that it lives, first and in a group of its own, and what fails. */
function stackFile(evaluator: Evaluator, alerts: readonly AlertEntry[]): readonly RuleFile[] {
  const rulesOf = (source: AlertEntry['source']) =>
    alerts.filter((one) => one.source === source && one.evaluator?.id === evaluator.id).map(({ rule }) => rule);
  const groups = [
    ...fitting(evaluator, 'stack heartbeat', rulesOf('heartbeat')),
    ...fitting(evaluator, 'stack monitoring', rulesOf('watcher')),
  ];
  return groups.length === 0 ? [] : [{ unit: stackUnit, evaluator: evaluator.id, groups }];
}

/** Rules that do not read each other, in as many groups as the evaluator takes them: `alerts 1`, `alerts 2`. */
function fitting(evaluator: Evaluator, name: string, rules: readonly Rule[]): readonly RuleGroup[] {
  const most = evaluator.mimir?.limits.rulesPerGroup ?? 0;
  const size = most === 0 ? rules.length : most;
  const parts = rules.flatMap((_, at) => (at % size === 0 ? [rules.slice(at, at + size)] : []));
  return parts.map((part, i) =>
    group(evaluator, parts.length > 1 ? `${name} ${i + 1}` : name, evaluator.evaluationMs, part),
  );
}

function group(evaluator: Evaluator, name: string, intervalMs: number, rules: readonly Rule[]): RuleGroup {
  return { name, intervalMs, queryOffsetMs: evaluator.queryOffsetMs, rules };
}

function serviceFile(
  stack: Stack,
  service: Service,
  plans: readonly SloPlan[],
  alerts: readonly AlertEntry[],
): RuleFile {
  const { evaluator } = service;
  const rulesOf = (source: AlertEntry['source']) =>
    alerts.filter((one) => one.source === source).map(({ rule }) => rule);
  const groups = [
    ...plans.flatMap((plan) => sloGroups(plan, evaluator, alerts)),
    ...fitting(evaluator, `${service.id} alerts`, rulesOf('alert')),
    ...fitting(evaluator, `${service.id} measures`, measureRecordings(stack, service)),
    ...fitting(evaluator, `${service.id} telemetry`, [...rulesOf('telemetry'), serviceInfo(stack, service)]),
  ];
  return { unit: service.id, evaluator: evaluator.id, groups: groups.filter(({ rules }) => rules.length > 0) };
}

/**
 * An SLO's rules by how often they must run. A window and the alert on it share a group, so that the alert reads what was
 * written a moment before.
 */
function sloGroups(plan: SloPlan, evaluator: Evaluator, alerts: readonly AlertEntry[]): readonly RuleGroup[] {
  const { slo } = plan;
  const alertOf = (source: AlertEntry['source']) =>
    alerts.filter((one) => one.source === source && one.slo === plan).map(({ rule }) => rule);
  const burnRates = (tiers: SloPlan['page']) => tiers.map(({ longMs }) => burnRecording(plan, longMs));
  const page: readonly Rule[] = [
    ...baseRecordings(plan),
    ...windowRecordings(plan, 'page'),
    ...burnRates(plan.page),
    ...alertOf('slo-page'),
    incidentRecording(plan, pageAlertName(slo)),
  ];
  const ticket: readonly Rule[] = [
    ...rollups(plan),
    ...windowRecordings(plan, 'ticket'),
    ...burnRates(plan.ticket),
    ...alertOf('slo-ticket'),
  ];
  return [
    group(evaluator, `${slo.serviceId} ${slo.key} page`, plan.base.intervalMs, page),
    group(evaluator, `${slo.serviceId} ${slo.key} ticket`, TICKET_INTERVAL_MS, ticket),
    group(evaluator, `${slo.serviceId} ${slo.key} budget`, BUDGET_INTERVAL_MS, [
      ...budgetRecordings(plan),
      sloInfo(plan),
    ]),
  ];
}

/** What people call an SLO, for dashboards that list all of them; words live here only, so that editing one breaks no history. */
function sloInfo({ slo }: SloPlan): RecordingRule {
  const info = record(slo, series.info, q.vector(1));
  const words = { title: slo.title, objective: slo.objectiveText, [label.window]: q.printDuration(slo.windowMs) };
  return { ...info, labels: { ...info.labels, ...words } };
}

function serviceInfo({ environment, labels: own }: Stack, service: Service): RecordingRule {
  const labels = {
    [own.environment]: environment,
    [label.service]: service.id,
    [own.team]: service.team.label,
    title: service.title,
    kind: service.kind,
    tier: service.tier,
    dashboard: service.dashboardUid,
  };
  return { kind: 'recording', record: series.serviceInfo, expr: q.vector(1), labels };
}
