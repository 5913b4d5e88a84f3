import { heartbeatOf } from '../model/evaluators.ts';
import { heartbeatAlert, label, stackUnit } from '../model/names.ts';
import type { AlertEntry } from '../model/observables.ts';
import type { Evaluator, Severity, Stack } from '../model/stack.ts';
import * as q from '../promql/index.ts';

/**
 * The alerts that always fire, one of each evaluator; its receiver raises the alarm when it hears nothing. An evaluator that
 * nobody listens to has none: with the switch of another its silence would be hidden.
 */
export function deriveHeartbeats(stack: Stack): readonly AlertEntry[] {
  const severity = stack.severities[stack.severities.length - 1];
  if (severity === undefined) return [];
  const heard = stack.evaluators.filter((evaluator) => heartbeatOf(stack, evaluator) !== undefined);
  return heard.map((evaluator) => heartbeat(stack, evaluator, severity));
}

function heartbeat(stack: Stack, evaluator: Evaluator, severity: Severity): AlertEntry {
  const several = stack.evaluators.length > 1;
  return {
    id: several ? `${stackUnit}/${evaluator.id}/heartbeat` : `${stackUnit}/heartbeat`,
    source: 'heartbeat',
    unit: stackUnit,
    evaluator,
    team: stack.defaultTeam,
    severity,
    signal: 'traffic',
    title: several ? `Heartbeat of ${evaluator.id}` : 'Heartbeat',
    impact: 'Without it nobody would hear of anything.',
    condition: 'it always fires',
    rule: {
      kind: 'alerting',
      alert: heartbeatAlert,
      expr: q.vector(1),
      forMs: 0,
      keepFiringForMs: 0,
      labels: { [stack.labels.environment]: stack.environment, [label.evaluator]: evaluator.id },
      annotations: {
        summary: 'The alerting pipeline works',
        description: `This alert always fires. Whoever receives it raises the alarm when it stops coming for ${q.printDuration(3 * stack.heartbeat.everyMs)}.`,
      },
    },
    address: evaluator.heartbeat === undefined ? stack.heartbeat.address : evaluator.address,
  };
}
