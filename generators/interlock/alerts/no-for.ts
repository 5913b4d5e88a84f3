import type { Condition } from '../../model/stack.ts';
import { printDuration } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';

/** Events are over when they are seen, and raw PromQL proves its own behaviour; a level has to last. */
const levels: Readonly<Record<Condition['kind'], boolean>> = {
  above: true,
  below: true,
  outside: true,
  moves: true,
  silent: true,
  any: false,
  'fails-times': false,
  raw: false,
};

/** A level that pages at its first peak. */
export const noFor: Rule = {
  code: 'alert/no-for',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'An alert on a level says how long it must hold.',
    cause: 'A single scrape over the limit, a restart or a slow query would wake somebody, and be over when they look.',
    cure: "Add `for`, at least two evaluations: `for: '5m'`. Events (`any`, `failsTimes`) go without.",
  },
  check: ({ stack }) =>
    stack.services.flatMap(({ alerts, evaluator }) =>
      alerts
        .filter(({ when, forMs }) => levels[when.kind] && forMs === 0)
        .map(({ name, when, address }): Finding => {
          const twice = printDuration(2 * evaluator.evaluationMs);
          const message = `${name} fires at the first evaluation in which its level is ${words[when.kind] ?? 'wrong'}: it has no \`for\``;
          return { address, message, cure: `Add \`for\`, at least ${twice} (two evaluations), usually 5m.` };
        }),
    ),
};

const words: Readonly<Partial<Record<Condition['kind'], string>>> = {
  above: 'too high',
  below: 'too low',
  outside: 'outside its band',
  moves: 'moving',
  silent: 'silent',
};
