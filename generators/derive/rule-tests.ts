import { milliseconds } from '../language/quantities.ts';
import type { AlertEntry, AlertExpectation, RuleTest, RuleTestFile } from '../model/observables.ts';
import type { Alert, Stack } from '../model/stack.ts';

const MINUTE_MS = 60_000;
const ms = (text: string): number => milliseconds(text) ?? 0;

/** The proofs that authors wrote for raw PromQL, as tests for promtool: one sample and one evaluation a minute. */
export function deriveRuleTests(stack: Stack, alerts: readonly AlertEntry[]): readonly RuleTestFile[] {
  return stack.services
    .map((service) => ({
      unit: service.id,
      evaluator: service.evaluator.id,
      tests: service.alerts.flatMap((alert) => {
        const entry = alerts.find(({ id }) => id === alert.id);
        return entry === undefined ? [] : proofOf(alert, entry);
      }),
    }))
    .filter(({ tests }) => tests.length > 0);
}

function proofOf(alert: Alert, entry: AlertEntry): readonly RuleTest[] {
  if (alert.when.kind !== 'raw' || alert.when.test === undefined) return [];
  const { given, quietAt, firesAt, clearsAt } = alert.when.test;
  const at = (time: string, fires: boolean): AlertExpectation => ({ atMs: ms(time), alert: alert.name, fires });
  return [
    {
      name: entry.condition,
      intervalMs: MINUTE_MS,
      series: Object.entries(given).map(([series, values]) => ({ series, values })),
      expectations: [at(quietAt, false), at(firesAt, true), at(clearsAt, false)],
    },
  ];
}
