import type { AggregateNode, BinaryNode, Expr, Grouping, Matcher, Node, SelectorNode, Span, TimeShift } from './ast.ts';
import { printDuration } from './duration.ts';
import { isKeyword, isLabelName, isMetricName, readsAsNumber } from './names.ts';
import { printNumber } from './number.ts';
import { isRightAssociative, precedence, unaryPrecedence } from './precedence.ts';
import { quote } from './quote.ts';

/** An expression on one line, with only the parentheses it needs, in Prometheus' own spelling. */
export function print(expr: Expr): string {
  return printNode(expr.node);
}

/** Nodes never change, and the same ones are printed for a rule, its panel and its page, and at every level of a layout. */
const printed = new WeakMap<Node, string>();

/** A node on one line. */
export function printNode(node: Node): string {
  const before = printed.get(node);
  if (before !== undefined) return before;
  const text = textOf(node);
  printed.set(node, text);
  return text;
}

function textOf(node: Node): string {
  switch (node.kind) {
    case 'number':
      return printNumber(node.value);
    case 'string':
      return quote(node.value);
    case 'selector':
      return `${selectorHead(node)}${matcherBlock(node)}${selectorTail(node)}`;
    case 'subquery':
      return `${parenthesized(node.expr, needsParens(node.expr, 'postfix'))}${subqueryTail(node)}`;
    case 'call':
      return `${node.name}(${node.args.map(printNode).join(', ')})`;
    case 'aggregate':
      return `${aggregateHead(node)}(${argumentsOf(node).map(printNode).join(', ')})`;
    case 'unary':
      return `-${parenthesized(node.expr, needsParens(node.expr, 'sign'))}`;
    case 'binary':
      return `${operand(node, 'left')} ${operatorText(node)} ${operand(node, 'right')}`;
  }
}

const parenthesized = (node: Node, needed: boolean): string => (needed ? `(${printNode(node)})` : printNode(node));

const operand = (node: BinaryNode, side: 'left' | 'right'): string =>
  parenthesized(node[side], operandNeedsParens(node, side));

/** How tightly a node holds together when it stands among operators. */
function tightness(node: Node): number {
  if (node.kind === 'binary') return precedence[node.op];
  const signed = node.kind === 'unary' || (node.kind === 'number' && (node.value < 0 || Object.is(node.value, -0)));
  return signed ? unaryPrecedence : Number.POSITIVE_INFINITY;
}

/** Whether an operand of a binary operator needs parentheses to stay that operator's operand. */
export function operandNeedsParens(node: BinaryNode, side: 'left' | 'right'): boolean {
  const inner = node[side];
  // A sign on the right cannot be taken for anything else: `a ^ -b`.
  if (side === 'right' && inner.kind !== 'binary') return false;
  const groupsThere = isRightAssociative(node.op) === (side === 'right');
  return groupsThere ? tightness(inner) < precedence[node.op] : tightness(inner) <= precedence[node.op];
}

/** Whether the operand of a sign or of a subquery's brackets needs parentheses. */
export function needsParens(node: Node, before: 'sign' | 'postfix'): boolean {
  return tightness(node) <= (before === 'sign' ? unaryPrecedence : Number.MAX_VALUE);
}

const list = (labels: readonly string[]): string =>
  `(${labels.map((label) => (isLabelName(label) && !readsAsNumber(label) ? label : quote(label))).join(', ')})`;

const grouping = ({ kind, labels }: Grouping): string => `${kind} ${list(labels)}`;

/** An aggregation up to its parenthesis: `sum by (le) `. */
export function aggregateHead(node: AggregateNode): string {
  return node.grouping === undefined ? node.op : `${node.op} ${grouping(node.grouping)} `;
}

/** What stands between an aggregation's parentheses. */
export function argumentsOf(node: AggregateNode): readonly Node[] {
  return node.param === undefined ? [node.expr] : [node.param, node.expr];
}

/** An operator with everything that modifies it: `/ on (x) group_left (y)`. */
export function operatorText({ op, bool, matching }: BinaryNode): string {
  const words: string[] = [op];
  if (bool) words.push('bool');
  if (matching !== undefined) words.push(matching.kind, list(matching.labels));
  if (matching?.group !== undefined) words.push(`group_${matching.group.side}`, list(matching.group.labels));
  return words.join(' ');
}

/** The metric's name where it can stand before the braces. */
export function selectorHead({ name }: SelectorNode): string {
  return name !== undefined && isMetricName(name) && !isKeyword(name) ? name : '';
}

/** What stands between a selector's braces. */
export function matchersOf(node: SelectorNode): readonly string[] {
  const matchers = node.matchers.map(matcher);
  if (node.name === undefined || selectorHead(node) !== '') return matchers;
  return [isMetricName(node.name) ? `__name__=${quote(node.name)}` : quote(node.name), ...matchers];
}

const matcher = ({ label, op, value }: Matcher): string =>
  `${isLabelName(label) ? label : quote(label)}${op}${quote(value)}`;

function matcherBlock(node: SelectorNode): string {
  const matchers = matchersOf(node);
  return matchers.length === 0 && selectorHead(node) !== '' ? '' : `{${matchers.join(',')}}`;
}

const span = (value: Span): string => (typeof value === 'number' ? printDuration(value) : value);

function shift({ offset, at }: TimeShift): string {
  const moment = typeof at === 'number' ? ` @ ${printNumber(at)}` : at === undefined ? '' : ` @ ${at}()`;
  return offset === undefined ? moment : `${moment} offset ${printDuration(offset)}`;
}

/** What follows a selector's braces: `[5m] offset 1h`. */
export function selectorTail(node: SelectorNode): string {
  return `${node.range === undefined ? '' : `[${span(node.range)}]`}${shift(node)}`;
}

/** What follows a subquery's expression: `[30m:1m]`. */
export function subqueryTail(node: TimeShift & { readonly range: Span; readonly step?: Span }): string {
  return `[${span(node.range)}:${node.step === undefined ? '' : span(node.step)}]${shift(node)}`;
}
