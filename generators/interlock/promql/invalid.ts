import { rawText } from '../../derive/conditions.ts';
import type { Compiled } from '../../model/observables.ts';
import type { Alert } from '../../model/stack.ts';
import { check, type PromqlProblem, print } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { surveyOf } from '../survey/index.ts';
import type { Use } from '../survey/uses.ts';

const CONTEXT = 20;

/** The part of a text that a problem is about, with what stands around it. */
function excerpt(text: string, { from, to }: PromqlProblem): string {
  const [start, end] = [Math.max(0, from - CONTEXT), Math.min(text.length, to + CONTEXT)];
  return `${start > 0 ? '…' : ''}${text.slice(start, end)}${end < text.length ? '…' : ''}`;
}

function findingsIn(name: string, text: string, address: Use['address'], isBoard: boolean): readonly Finding[] {
  return check(text, { allowGrafanaVariables: isBoard }).map((problem) => ({
    address,
    message: `the PromQL of ${name} is not valid: ${problem.message}, at \`${excerpt(text, problem)}\``,
    cure: 'Correct the expression.',
  }));
}

/** Of broken text nothing was derived, so it is read as the author wrote it. */
function rawFindings({ name, when, address }: Alert): readonly Finding[] {
  return when.kind === 'raw' ? findingsIn(name, rawText(when), address, false) : [];
}

function findings(compiled: Compiled): readonly Finding[] {
  const { rules, boards } = surveyOf(compiled).distinct;
  const derived = (uses: readonly Use[], isBoard: boolean) =>
    uses.flatMap(({ name, expr, address }) => findingsIn(name, print(expr), address, isBoard));
  const raw = compiled.stack.services.flatMap(({ alerts }) => alerts).flatMap(rawFindings);
  return [...raw, ...derived(rules, false), ...derived(boards, true)];
}

/** PromQL that no Prometheus takes. */
export const invalid: Rule = {
  code: 'promql/invalid',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'Every expression parses and has the right types.',
    cause:
      'Prometheus refuses the whole file of rules for one broken expression: every alert in it is gone at the next reload.',
    cure: 'Correct the expression at the place that the message quotes.',
  },
  check: findings,
};
