import type { Matcher, SelectorNode } from '../ast.ts';
import { selectorNode } from '../build/selectors.ts';
import { childrenOf, type TreeNode } from './grammar.ts';
import { complain, type Reading, readString, textOf } from './reading.ts';

/** A label's name, bare or (Prometheus 3.0) in quotes. */
export function readLabel(reading: Reading, tree: TreeNode): string {
  const literal = tree.name === 'QuotedLabelName' ? tree.getChild('StringLiteral') : null;
  return literal === null ? textOf(reading, tree) : readString(reading, literal);
}

/** Names and matchers of a selector; ranges and shifts follow it. */
export function readSelector(reading: Reading, tree: TreeNode): SelectorNode {
  const names: string[] = [];
  const identifier = tree.getChild('Identifier');
  if (identifier !== null) names.push(textOf(reading, identifier));
  const block = tree.getChild('LabelMatchers');
  const matchers: Matcher[] = [];
  for (const part of block === null ? [] : childrenOf(block)) {
    if (part.name === 'QuotedLabelName') names.push(readLabel(reading, part));
    else matchers.push(...readMatcher(reading, part));
  }
  const named = matchers.some(({ label }) => label === '__name__') && names.length > 0;
  if (named || names.length > 1) complain(reading, tree, 'the metric is named twice');
  return selectorNode(names[0], matchers);
}

function readMatcher(reading: Reading, tree: TreeNode): readonly Matcher[] {
  const [label, op, value] = childrenOf(tree);
  if (label === undefined || op === undefined || value === undefined) return [];
  return [{ label: readLabel(reading, label), op: readOp(textOf(reading, op)), value: readString(reading, value) }];
}

function readOp(text: string): Matcher['op'] {
  switch (text) {
    case '!=':
    case '=~':
    case '!~':
      return text;
    default:
      return '=';
  }
}
