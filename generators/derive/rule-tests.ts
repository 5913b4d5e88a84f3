import { milliseconds } from '../language/quantities.ts';
import { stackUnit } from '../model/names.ts';
import type { AlertEntry, AlertExpectation, RuleTest, RuleTestFile } from '../model/observables.ts';
import type { Condition, Stack } from '../model/stack.ts';

const MINUTE_MS = 60_000;
const ms = (text: string): number => milliseconds(text) ?? 0;

/** The proofs that go with raw PromQL, the authors' and ours, as tests for promtool: one sample and one evaluation a minute. */
export function deriveRuleTests(stack: Stack, alerts: readonly AlertEntry[]): readonly RuleTestFile[] {
  const ofServices = stack.services.map((service) => ({
    unit: service.id,
    evaluator: service.evaluator.id,
    tests: service.alerts.flatMap(({ id, when }) => {
      const entry = alerts.find((one) => one.id === id);
      return entry === undefined ? [] : proofOf(when, entry);
    }),
  }));
  const ofWatchers = stack.evaluators.map(({ id }) => ({
    unit: stackUnit,
    evaluator: id,
    tests: alerts.flatMap((one) => (one.when === undefined || one.evaluator?.id !== id ? [] : proofOf(one.when, one))),
  }));
  return [...ofServices, ...ofWatchers].filter(({ tests }) => tests.length > 0);
}

function proofOf(when: Condition, entry: AlertEntry): readonly RuleTest[] {
  if (when.kind !== 'raw' || when.test === undefined) return [];
  const { given, quietAt, firesAt, clearsAt } = when.test;
  const at = (time: string, fires: boolean): AlertExpectation => ({ atMs: ms(time), alert: entry.rule.alert, fires });
  return [
    {
      name: entry.condition,
      intervalMs: MINUTE_MS,
      series: Object.entries(given).map(([series, values]) => ({ series, values })),
      expectations: [at(quietAt, false), at(firesAt, true), at(clearsAt, false)],
    },
  ];
}
