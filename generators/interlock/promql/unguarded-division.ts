import type { Compiled } from '../../model/observables.ts';
import { type BinaryNode, type Node, print, walk } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { surveyOf } from '../survey/index.ts';
import type { RuleUse } from '../survey/uses.ts';
import { type IsPositive, positivity } from './sign.ts';

const comparisons: ReadonlySet<string> = new Set(['==', '!=', '>', '>=', '<', '<=']);
/** These count or choose series, or answer the same for whatever value. */
const indifferent: ReadonlySet<string> = new Set(['count', 'group', 'topk', 'bottomk', 'limitk', 'limit_ratio']);

/** Where the NaN or infinity of a division goes: into a comparison, where it is false or true and gone, or further. */
function spoils(ancestors: readonly Node[], isRecorded: boolean): 'aggregation' | 'recording' | undefined {
  for (const node of ancestors.toReversed()) {
    if (node.kind === 'binary' && comparisons.has(node.op)) return undefined;
    if (node.kind === 'subquery') return 'aggregation';
    if (node.kind === 'aggregate' && !indifferent.has(node.op)) return 'aggregation';
  }
  return isRecorded ? 'recording' : undefined;
}

function unguarded({ expr, rule }: RuleUse, isPositive: IsPositive): readonly (readonly [BinaryNode, string])[] {
  const found: (readonly [BinaryNode, string])[] = [];
  walk(expr, (node, ancestors) => {
    if (node.kind !== 'binary' || (node.op !== '/' && node.op !== '%')) return;
    const into = spoils(ancestors, rule.kind === 'recording');
    if (into !== undefined && !isPositive(node.right) && !isFigure(node.right) && !isNotZero(node.right))
      found.push([node, into]);
  });
  return found;
}

/** A number other than zero, of whichever sign. */
const isFigure = (node: Node): boolean => node.kind === 'number' && node.value !== 0;

/** What is left of a vector where it is not zero: `x != 0`. */
const isNotZero = (node: Node): boolean =>
  node.kind === 'binary' && node.op === '!=' && !node.bool && node.right.kind === 'number' && node.right.value === 0;

function findings(compiled: Compiled): readonly Finding[] {
  const survey = surveyOf(compiled);
  const isPositive = positivity(survey);
  return survey.rules.flatMap((use) =>
    unguarded(use, isPositive).map(([{ right }, into]) => ({
      address: use.address,
      message: `${use.name} divides by \`${shortened(print({ type: 'instant', node: right }))}\`, which can be zero, inside ${into === 'recording' ? 'a recording' : 'an aggregation'}`,
      cure: 'Divide by what is left of it above zero, (… > 0), or by clamp_min(…, 1e-9).',
    })),
  );
}

const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text);

/** A division by zero that goes on living. */
export const unguardedDivision: Rule = {
  code: 'promql/unguarded-division',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A division that is recorded or aggregated has a denominator that cannot be zero.',
    cause:
      'Without traffic 0/0 is NaN. A comparison drops it, but one NaN in a sum, or in a recorded series that is averaged over a month, makes the whole figure NaN.',
    cure: 'Compare the denominator, `/ (x > 0)`, to have no figure without traffic, or use `/ clamp_min(x, 1e-9)` to have zero; or aggregate before you divide.',
  },
  check: findings,
};
