import type { BinaryNode, Node } from '../../promql/index.ts';
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
  const known = new Map<object, boolean>();
  const isPositive: IsPositive = (node) => {
    switch (node.kind) {
      case 'number':
        return node.value > 0;
      case 'selector': {
        const series = seriesOf(node);
        return (
          series.kind === 'recorded' && series.writers.length > 0 && series.writers.every(({ rule }) => writes(rule))
        );
      }
      case 'subquery':
        return isPositive(node.expr);
      case 'call':
        return ofCall(node.name, node.args);
      case 'aggregate':
        return counting.has(node.op) || (keeping.has(node.op) && isPositive(node.expr));
      case 'binary':
        return ofBinary(node);
      case 'string':
      case 'unary':
        return false;
    }
  };

  const writes = (rule: { readonly expr: { readonly node: Node } }): boolean => {
    const before = known.get(rule);
    if (before !== undefined) return before;
    known.set(rule, true);
    const answer = isPositive(rule.expr.node);
    known.set(rule, answer);
    return answer;
  };

  const ofCall = (name: string, args: readonly Node[]): boolean => {
    const [first, second] = args;
    if (counting.has(name)) return true;
    if (name === 'clamp_min') return isNumber(second, (bound) => bound > 0);
    if (name === 'clamp_max') return first !== undefined && isPositive(first) && isNumber(second, (bound) => bound > 0);
    return keeping.has(name) && first !== undefined && isPositive(first);
  };

  const ofBinary = ({ op, left, right, bool }: BinaryNode): boolean => {
    if (bool) return false;
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
  };
  return isPositive;
}

const isNumber = (node: Node | undefined, holds: (value: number) => boolean): boolean =>
  node?.kind === 'number' && holds(node.value);
