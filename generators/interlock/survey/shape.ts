import { type Expr, isLabelName, isMetricName, type Matcher, type Node, partsOf } from '../../promql/index.ts';
import type { Use } from './uses.ts';

/**
 * What of an expression decides whether Prometheus accepts it. Names, values, numbers and times do not, as long as they are
 * ordinary: of a thousand SLOs one of each shape has to be checked.
 */
export function shapeOf({ node }: Expr): string {
  return write(node);
}

/** The first use of each shape, for each Prometheus that is asked. */
export function firstOfShapes(uses: readonly Use[]): readonly Use[] {
  const first = new Map<string, Use>();
  for (const use of uses) {
    const key = `${use.evaluator.id} ${shapeOf(use.expr)}`;
    if (!first.has(key)) first.set(key, use);
  }
  return [...first.values()];
}

function write(node: Node): string {
  return `${headOf(node)}(${partsOf(node).map(write).join()})`;
}

function headOf(node: Node): string {
  switch (node.kind) {
    case 'number':
      return Number.isFinite(node.value) ? '1' : String(node.value);
    case 'string':
      return JSON.stringify(node.value);
    case 'selector': {
      const { name = '', matchers, range, offset, at } = node;
      return [nameShape(name), ...matchers.map(matcherShape), typeof range, range === 0, typeof offset, at].join('|');
    }
    case 'subquery':
      return ['[]', typeof node.range, typeof node.step, node.range === 0, node.step === 0, node.at].join('|');
    case 'call':
      return node.name;
    case 'aggregate':
      return `${node.op}${node.grouping?.kind ?? ''}${node.grouping?.labels.join() ?? ''}`;
    case 'binary':
      return `${node.op}${node.bool ?? ''}${node.matching === undefined ? '' : JSON.stringify(node.matching)}`;
    case 'unary':
      return '-';
  }
}

/** A name that needs quotes, or that the grammar knows as a word, is kept as it is. */
const nameShape = (name: string): string => (isMetricName(name) && /[:_]/.test(name) ? 'm' : JSON.stringify(name));

function matcherShape({ label, op, value }: Matcher): string {
  const isPattern = op === '=~' || op === '!~';
  const shownValue = isPattern || /[\\$]/.test(value) ? JSON.stringify(value) : value === '' ? '""' : 'v';
  return `${isLabelName(label) ? 'l' : JSON.stringify(label)}${op}${shownValue}`;
}
