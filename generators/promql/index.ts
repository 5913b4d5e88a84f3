export type {
  AggregateNode,
  AggregateOp,
  ArithmeticOp,
  BinaryNode,
  BinaryOp,
  CallNode,
  ComparisonOp,
  Expr,
  ExprType,
  GrafanaInterval,
  Grouping,
  Instant,
  Matcher,
  MatchOp,
  Node,
  NumberNode,
  Range,
  Scalar,
  SelectorNode,
  SetOp,
  Span,
  StringNode,
  SubqueryNode,
  Text,
  TimeShift,
  UnaryNode,
  VectorMatching,
} from './ast.ts';
export * from './build/aggregations.ts';
export * from './build/functions.ts';
export * from './build/literals.ts';
export {
  add,
  and,
  type Bool,
  div,
  eq,
  ge,
  gt,
  le,
  lt,
  type Matching,
  mod,
  mul,
  ne,
  neg,
  type On,
  or,
  pow,
  sub,
  unless,
} from './build/operators.ts';
export { at, offset, range, selector, subquery } from './build/selectors.ts';
export { type CheckOptions, check } from './check.ts';
export { parseDuration, printDuration } from './duration.ts';
export { atLeast, type Feature, functionFeatures, type PrometheusVersion, syntaxFeatures } from './features.ts';
export { type Labels, type Presence, presenceOf } from './label-set.ts';
export { inferLabels, type LabelsOf } from './labels.ts';
export { printLines } from './layout.ts';
export { meets } from './matcher.ts';
export { isLabelName, isMetricName } from './names.ts';
export { printNumber } from './number.ts';
export { type Parsed, parse } from './parse.ts';
export { print, printNode } from './print.ts';
export { quote } from './quote.ts';
export { regexpMatches, regexpProblem } from './regexp.ts';
export type { PromqlProblem } from './syntax/grammar.ts';
export { exprOf, hasType, typeOf } from './typing.ts';
export { divisionsOf, mapNode, partsOf, type SelectorUse, selectorsOf, walk } from './walk.ts';
