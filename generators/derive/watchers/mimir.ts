import type { Evaluator, MimirRuler, Stack } from '../../model/stack.ts';
import { mimirMetrics } from './mimir-metrics.ts';
import { alertsDropped, rulesFail, rulesMissed, rulesUnseen } from './rulers.ts';
import type { Watcher } from './watcher.ts';

/** What the ruler of a Mimir says of the rules of its tenant. Its storage and its configuration are its operators'. */
export function watchersOfMimir(
  stack: Stack,
  evaluator: Evaluator,
  { tenant }: MimirRuler,
  job: string,
): readonly Watcher[] {
  const others = stack.evaluators.flatMap(({ mimir }) => (mimir === undefined ? [] : [mimir.tenant]));
  const own = mimirMetrics([tenant, ...others.filter((one) => one !== tenant)]);
  const of = { job, user: tenant };
  return [
    rulesFail(own.ruleFailures.where(of), evaluator),
    rulesMissed(own.iterationsMissed.where(of), evaluator),
    rulesUnseen(own.ruleEvaluations.where(of), evaluator),
    alertsDropped(own.alertsDropped.where(of), evaluator),
  ];
}
