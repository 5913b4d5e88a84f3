import { heartbeatOf } from '../../model/evaluators.ts';
import type { Evaluator, Stack } from '../../model/stack.ts';
import type { Finding, Rule } from '../rule.ts';

const cure = 'Give it one: `heartbeat: webhook({ url })`, of a switch that hears of nobody else.';

/** The first evaluator before this one that has the same switch. */
function sharedWith(stack: Stack, evaluator: Evaluator): Evaluator | undefined {
  const own = JSON.stringify(heartbeatOf(stack, evaluator));
  const before = stack.evaluators.slice(0, stack.evaluators.indexOf(evaluator));
  return before.find((other) => JSON.stringify(heartbeatOf(stack, other)) === own);
}

function findingOf(stack: Stack, evaluator: Evaluator): readonly Finding[] {
  const { id, address } = evaluator;
  if (heartbeatOf(stack, evaluator) === undefined) {
    const message = `nobody would hear it if ${id} fell silent: the heartbeat of the stack is that of ${stack.evaluators[0].id}`;
    return [{ address, message, cure }];
  }
  const other = sharedWith(stack, evaluator);
  if (other === undefined) return [];
  return [
    {
      address,
      message: `${id} and ${other.id} have the same dead man's switch: while it hears one of them, it is content`,
      cure,
    },
  ];
}

/** A server that can die unheard. */
export const noHeartbeat: Rule = {
  code: 'evaluator/no-heartbeat',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: "Every evaluator has a dead man's switch of its own.",
    cause:
      "A dead man's switch raises the alarm when it hears nothing. One that hears of two servers still hears of one when the other is gone, and the rules of the other are evaluated by nobody.",
    cure: "Write `heartbeat: webhook({ url })` at each evaluator but the first, whose switch is the stack's.",
  },
  check: ({ stack }) => stack.evaluators.flatMap((evaluator) => findingOf(stack, evaluator)),
};
