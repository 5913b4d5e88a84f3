import type { RecordingRule } from '../../model/rules.ts';
import type { BinaryNode, CallNode, Node, SelectorNode } from '../../promql/index.ts';
import type { Catalogue } from '../survey/series.ts';

/** Whether every sample that a node returns is greater than zero, so that one can divide by it. */
export type IsPositive = (node: Node) => boolean;

/** These return samples that are greater than zero wherever they return any. */
const counting: ReadonlySet<string> = new Set([
  ...['count', 'group', 'count_over_time', 'present_over_time', 'absent', 'absent_over_time'],
  ...['time', 'timestamp', 'days_in_month', 'day_of_month', 'month', 'year'],
]);

/** These return samples that are greater than zero where their input is. */
const keeping: ReadonlySet<string> = new Set([
  ...['sum', 'avg', 'min', 'max', 'quantile', 'topk', 'bottomk', 'limitk', 'vector', 'sort', 'sort_desc', 'ceil'],
  ...['sum_over_time', 'avg_over_time', 'min_over_time', 'max_over_time', 'last_over_time', 'first_over_time'],
  ...['sqrt', 'label_replace', 'label_join', 'abs'],
]);

/** Looks through recorded series to the rules that write them; a rule that reads itself is assumed to begin well. */
export function positivity({ seriesOf }: Catalogue): IsPositive {
  const known = new Map<RecordingRule, boolean>();
  const writes = (rule: RecordingRule): boolean => {
    const before = known.get(rule);
    if (before !== undefined) return before;
    known.set(rule, true);
    const answer = isPositive(rule.expr.node);
    known.set(rule, answer);
    return answer;
  };
  const selects = (node: SelectorNode): boolean => {
    const series = seriesOf(node);
    return series.kind === 'recorded' && series.writers.length > 0 && series.writers.every(({ rule }) => writes(rule));
  };
  const isPositive: IsPositive = (node) => (node.kind === 'selector' ? selects(node) : holds(node, isPositive));
  return isPositive;
}

function holds(node: Exclude<Node, SelectorNode>, isPositive: IsPositive): boolean {
  switch (node.kind) {
    case 'number':
      return node.value > 0;
    case 'subquery':
      return isPositive(node.expr);
    case 'call':
      return callHolds(node, isPositive);
    case 'aggregate':
      return counting.has(node.op) || (keeping.has(node.op) && isPositive(node.expr));
    case 'binary':
      return node.bool !== true && binaryHolds(node, isPositive);
    case 'string':
    case 'unary':
      return false;
  }
}

function callHolds({ name, args: [first, second] }: CallNode, isPositive: IsPositive): boolean {
  const isBounded = isNumber(second, (bound) => bound > 0);
  if (counting.has(name)) return true;
  if (name === 'clamp_min') return isBounded;
  const isKept = keeping.has(name) || (name === 'clamp_max' && isBounded);
  return isKept && first !== undefined && isPositive(first);
}

function binaryHolds({ op, left, right }: BinaryNode, isPositive: IsPositive): boolean {
  switch (op) {
    case '>':
      return isNumber(right, (bound) => bound >= 0) || isPositive(left);
    case '>=':
      return isNumber(right, (bound) => bound > 0) || isPositive(left);
    case '+':
    case '*':
    case '/':
    case '^':
    case 'or':
      return isPositive(left) && isPositive(right);
    case 'and':
    case 'unless':
    case '<':
    case '<=':
    case '==':
      return isPositive(left);
    default:
      return false;
  }
}

const isNumber = (node: Node | undefined, test: (value: number) => boolean): boolean =>
  node?.kind === 'number' && test(node.value);
