import { heartbeatAlert } from '../model/names.ts';
import type { AlertEntry } from '../model/observables.ts';
import type { Stack } from '../model/stack.ts';
import * as q from '../promql/index.ts';

/** The alert that always fires; its receiver raises the alarm when it hears nothing. */
export function deriveHeartbeat(stack: Stack): readonly AlertEntry[] {
  const severity = stack.severities[stack.severities.length - 1];
  if (severity === undefined) return [];
  return [
    {
      id: 'stack/heartbeat',
      source: 'heartbeat',
      unit: 'stack',
      team: stack.defaultTeam,
      severity,
      signal: 'traffic',
      title: 'Heartbeat',
      impact: 'Without it nobody would hear of anything.',
      condition: 'it always fires',
      rule: {
        kind: 'alerting',
        alert: heartbeatAlert,
        expr: q.vector(1),
        forMs: 0,
        keepFiringForMs: 0,
        labels: { [stack.labels.environment]: stack.environment },
        annotations: {
          summary: 'The alerting pipeline works',
          description: `This alert always fires. Whoever receives it raises the alarm when it stops coming for ${q.printDuration(3 * stack.heartbeat.everyMs)}.`,
        },
      },
      address: stack.heartbeat.address,
    },
  ];
}
