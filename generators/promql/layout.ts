import type { BinaryNode, Expr, Node, SelectorNode, SubqueryNode } from './ast.ts';
import { isRightAssociative, precedence } from './precedence.ts';
import {
  aggregateHead,
  argumentsOf,
  matchersOf,
  needsParens,
  operandNeedsParens,
  operatorText,
  printNode,
  selectorHead,
  selectorTail,
  subqueryTail,
} from './print.ts';

type Lines = readonly string[];

/**
 * An expression over several lines where one line would be wider than `width`. Operators begin lines; what binds tighter
 * stands further in; nothing is broken that fits.
 */
export function printLines(expr: Expr, width = 100): string {
  return layout(expr.node, width).join('\n');
}

const indent = (lines: Lines): Lines => lines.map((line) => `  ${line}`);
const hang = ([first = '', ...rest]: Lines): Lines => [first, ...indent(rest)];
const prefix = (text: string, [first = '', ...rest]: Lines): Lines => [text + first, ...rest];
const suffix = (lines: Lines, text: string): Lines => [...lines.slice(0, -1), (lines.at(-1) ?? '') + text];

function layout(node: Node, width: number): Lines {
  const line = printNode(node);
  if (line.length <= width) return [line];
  switch (node.kind) {
    case 'number':
    case 'string':
      return [line];
    case 'selector':
      return selector(node);
    case 'subquery':
      return subquery(node, width);
    case 'call':
      return block(`${node.name}(`, node.args, width);
    case 'aggregate':
      return block(`${aggregateHead(node)}(`, argumentsOf(node), width);
    case 'unary':
      return prefix('-', inParens(node.expr, needsParens(node.expr, 'sign'), width - 1));
    case 'binary':
      return chain(node, width);
  }
}

function subquery(node: SubqueryNode, width: number): Lines {
  const tail = subqueryTail(node);
  return suffix(inParens(node.expr, needsParens(node.expr, 'postfix'), width - tail.length), tail);
}

function selector(node: SelectorNode): Lines {
  const matchers = matchersOf(node);
  if (matchers.length === 0) return [printNode(node)];
  const lines = matchers.map((matcher, i) => (i < matchers.length - 1 ? `  ${matcher},` : `  ${matcher}`));
  return [`${selectorHead(node)}{`, ...lines, `}${selectorTail(node)}`];
}

/** Arguments between an opening line and a closing parenthesis, each on lines of its own. */
function block(opening: string, args: readonly Node[], width: number): Lines {
  const lines = args.flatMap((arg, i) => {
    const some = indent(layout(arg, width - 3));
    return i < args.length - 1 ? suffix(some, ',') : some;
  });
  return args.length === 0 ? [`${opening})`] : [opening, ...lines, ')'];
}

function inParens(node: Node, needed: boolean, width: number): Lines {
  if (!needed) return layout(node, width);
  const line = `(${printNode(node)})`;
  return line.length <= width ? [line] : ['(', ...indent(layout(node, width - 2)), ')'];
}

/** Operands that one precedence holds together, the first without an operator before it. */
interface Link {
  readonly operator: string;
  readonly of: BinaryNode;
  readonly side: 'left' | 'right';
}

function linksOf(node: BinaryNode): readonly Link[] {
  const last: Link = { operator: `${operatorText(node)} `, of: node, side: 'right' };
  const { left } = node;
  const continues =
    left.kind === 'binary' && precedence[left.op] === precedence[node.op] && !isRightAssociative(node.op);
  return continues ? [...linksOf(left), last] : [{ operator: '', of: node, side: 'left' }, last];
}

function chain(node: BinaryNode, width: number): Lines {
  return linksOf(node).flatMap(({ operator, of, side }) => {
    const operand = of[side];
    const parens = operandNeedsParens(of, side);
    const lines = prefix(operator, inParens(operand, parens, width - operator.length));
    return operand.kind === 'binary' && !parens ? hang(lines) : lines;
  });
}
