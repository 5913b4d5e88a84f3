import type { Expr, Instant, Matcher, SelectorNode, Span, SubqueryNode, TimeShift } from '../ast.ts';
import { labelNameOf, metricNameOf } from '../names.ts';

/** A selector; a lone `{__name__="x"}` is the metric `x`, so that what means the same is the same. */
export function selectorNode(name: string | undefined, matchers: readonly Matcher[]): SelectorNode {
  const named = matchers.filter(({ label }) => label === '__name__');
  const [first] = named;
  if (name === undefined && named.length === 1 && first?.op === '=' && first.value !== '') {
    return { kind: 'selector', name: first.value, matchers: matchers.filter((matcher) => matcher !== first) };
  }
  return name === undefined ? { kind: 'selector', matchers } : { kind: 'selector', name, matchers };
}

/** The newest sample of every series of a metric that matches; without a name, the matchers must hold one that no empty label meets. */
export function selector(name: string | undefined, matchers: readonly Matcher[] = []): Expr<'instant', SelectorNode> {
  for (const { label } of matchers) labelNameOf(label);
  return { type: 'instant', node: selectorNode(name === undefined ? name : metricNameOf(name), matchers) };
}

const positive = (span: Span): Span => {
  if (typeof span === 'number' && !(Number.isSafeInteger(span) && span > 0)) {
    throw new RangeError(`Not a whole, positive number of milliseconds: ${span}`);
  }
  return span;
};

/** The samples of the last milliseconds, or of an interval that Grafana fills in: `x[5m]`. */
export function range(of: Expr<'instant', SelectorNode>, span: Span): Expr<'range', SelectorNode> {
  return { type: 'range', node: { ...of.node, range: positive(span) } };
}

/** An expression evaluated every `step` over the last milliseconds: `x[30m:1m]`. */
export function subquery(of: Instant, span: Span, step?: Span): Expr<'range', SubqueryNode> {
  const node: SubqueryNode = { kind: 'subquery', expr: of.node, range: positive(span) };
  return { type: 'range', node: step === undefined ? node : { ...node, step: positive(step) } };
}

type Shiftable<T extends 'instant' | 'range', N extends SelectorNode | SubqueryNode> = Expr<T, N>;

/** The same, as it was so many milliseconds ago: `x offset 5m`. Negative looks forward, zero changes nothing. */
export function offset<T extends 'instant' | 'range', N extends SelectorNode | SubqueryNode>(
  of: Shiftable<T, N>,
  ms: number,
): Shiftable<T, N> {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`Not a whole number of milliseconds: ${ms}`);
  return ms === 0 ? of : { type: of.type, node: { ...of.node, offset: ms } };
}

/** The same, at a moment: Unix seconds, or the start or end of the query: `x @ end()`. */
export function at<T extends 'instant' | 'range', N extends SelectorNode | SubqueryNode>(
  of: Shiftable<T, N>,
  moment: NonNullable<TimeShift['at']>,
): Shiftable<T, N> {
  return { type: of.type, node: { ...of.node, at: moment } };
}
