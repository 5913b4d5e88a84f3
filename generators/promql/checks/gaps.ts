import type { CallNode, Expr, Node, SelectorNode } from '../ast.ts';
import { meets } from '../matcher.ts';
import { isLabelName } from '../names.ts';
import { regexpProblem } from '../regexp.ts';
import { typeOf } from '../typing.ts';
import { partsOf, walk } from '../walk.ts';

/** A complaint about one node. */
export interface Gap {
  readonly message: string;
  readonly node: Node;
}

/**
 * What Prometheus refuses and its editor does not notice, and what Prometheus notices only when it evaluates. `settle`
 * gives the value of a matcher in which a dashboard may have variables.
 */
export function gapsIn(expr: Expr, settle: (value: string) => string): readonly Gap[] {
  const gaps: Gap[] = [];
  walk(expr, (node) => {
    for (const message of messagesFor(node, settle)) gaps.push({ message, node });
    for (const operand of operandsOf(node)) gaps.push(...operandGaps(operand));
  });
  return gaps;
}

function messagesFor(node: Node, settle: (value: string) => string): readonly string[] {
  switch (node.kind) {
    case 'selector':
      return selectorMessages(node, settle);
    case 'call':
      return relabelMessages(node);
    case 'aggregate':
      return node.op === 'count_values' ? labelMessages(node.param) : [];
    default:
      return [];
  }
}

const operandsOf = (node: Node): readonly Node[] =>
  node.kind === 'binary' || node.kind === 'unary' ? partsOf(node) : [];

function operandGaps(node: Node): readonly Gap[] {
  const type = typeOf(node);
  if (type === 'instant' || type === 'scalar') return [];
  return [{ message: `an operator works on instant vectors and scalars, not on a ${type}`, node }];
}

/**
 * Prometheus prints the parsed expression and reads that again at each evaluation; this character it prints as itself, and
 * takes it for broken UTF-8. promtool's `check rules` does not notice.
 */
const REPLACEMENT = '\ufffd';

function selectorMessages(node: SelectorNode, settle: (value: string) => string): readonly string[] {
  const matchers = node.matchers.map((matcher) => ({ ...matcher, value: settle(matcher.value) }));
  const broken = matchers.flatMap(({ label, op, value }) => {
    const problem = op === '=~' || op === '!~' ? regexpProblem(value) : undefined;
    return problem === undefined ? [] : [`the matcher of ${label} is not an RE2 expression: ${problem}`];
  });
  const unreadable = matchers
    .filter(({ value }) => value.includes(REPLACEMENT))
    .map(({ label }) => `the matcher of ${label} holds U+FFFD, which Prometheus cannot read when it evaluates a rule`);
  if (unreadable.length > 0) return [...broken, ...unreadable];
  if (broken.length > 0 || node.name !== undefined || !matchers.every((matcher) => meets(matcher, ''))) return broken;
  return ['a selector needs a name or a matcher that no empty label meets; this one selects every series there is'];
}

function labelMessages(node: Node | undefined): readonly string[] {
  return node?.kind === 'string' && !isLabelName(node.value) ? [`not a label name: ${JSON.stringify(node.value)}`] : [];
}

/** `promtool` accepts these; Prometheus refuses them whenever it evaluates the rule. */
function relabelMessages({ name, args }: CallNode): readonly string[] {
  if (name === 'label_join') return labelMessages(args[1]);
  if (name !== 'label_replace') return [];
  const pattern = args[4];
  const problem = pattern?.kind === 'string' ? regexpProblem(pattern.value) : undefined;
  const broken = problem === undefined ? [] : [`label_replace's pattern is not an RE2 expression: ${problem}`];
  return [...labelMessages(args[1]), ...broken];
}
