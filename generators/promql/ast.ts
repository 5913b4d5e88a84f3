/** The four kinds of value that a PromQL expression can have. */
export type ExprType = 'instant' | 'range' | 'scalar' | 'string';

/** An expression and the kind of value it has: `rate` of an `Expr<'instant'>` does not compile. */
export interface Expr<T extends ExprType = ExprType, N extends Node = Node> {
  readonly type: T;
  readonly node: N;
}

export type Instant = Expr<'instant'>;
export type Range = Expr<'range'>;
export type Scalar = Expr<'scalar'>;
export type Text = Expr<'string'>;

export type Node =
  | NumberNode
  | StringNode
  | SelectorNode
  | SubqueryNode
  | CallNode
  | AggregateNode
  | BinaryNode
  | UnaryNode;

/** A literal number, sign included. A duration as a number (Prometheus 3.0) is its seconds. */
export interface NumberNode {
  readonly kind: 'number';
  readonly value: number;
}

export interface StringNode {
  readonly kind: 'string';
  readonly value: string;
}

export type MatchOp = '=' | '!=' | '=~' | '!~';

export interface Matcher {
  readonly label: string;
  readonly op: MatchOp;
  readonly value: string;
}

/** Intervals that Grafana replaces by a duration before it asks Prometheus; they have no meaning in a rule. */
export const grafanaIntervals = ['$__rate_interval', '$__interval', '$__range'] as const;
export type GrafanaInterval = (typeof grafanaIntervals)[number];

/** A stretch of time: milliseconds, or an interval that Grafana fills in. */
export type Span = number | GrafanaInterval;

/** What `offset` and `@` say about a selector or a subquery. */
export interface TimeShift {
  /** Milliseconds into the past; negative looks forward. */
  readonly offset?: number;
  /** Unix seconds, or the start or end of the query. */
  readonly at?: number | 'start' | 'end';
}

/** Series by name and matchers: an instant vector, or with `range` a range vector. */
export interface SelectorNode extends TimeShift {
  readonly kind: 'selector';
  readonly name?: string;
  readonly matchers: readonly Matcher[];
  readonly range?: Span;
}

export interface SubqueryNode extends TimeShift {
  readonly kind: 'subquery';
  readonly expr: Node;
  readonly range: Span;
  /** Without it, the evaluation interval of whoever asks. */
  readonly step?: Span;
}

export interface CallNode {
  readonly kind: 'call';
  readonly name: string;
  readonly args: readonly Node[];
}

/** Aggregations that take a parameter before the vector. */
export const parameterOps = ['topk', 'bottomk', 'quantile', 'count_values', 'limitk', 'limit_ratio'] as const;
type ParameterOp = (typeof parameterOps)[number];

const plainOps = ['sum', 'avg', 'min', 'max', 'count', 'group', 'stddev', 'stdvar'] as const;
export type AggregateOp = (typeof plainOps)[number] | ParameterOp;

/** Labels that make the groups of an aggregation. */
export interface Grouping {
  readonly kind: 'by' | 'without';
  readonly labels: readonly string[];
}

export interface AggregateNode {
  readonly kind: 'aggregate';
  readonly op: AggregateOp;
  /** The k of `topk`, the quantile, the label of `count_values`. */
  readonly param?: Node;
  readonly expr: Node;
  readonly grouping?: Grouping;
}

export type SetOp = 'and' | 'or' | 'unless';
export type ComparisonOp = '==' | '!=' | '>' | '>=' | '<' | '<=';
export type ArithmeticOp = '+' | '-' | '*' | '/' | '%' | '^' | 'atan2';
/** Cut native histograms at a value (Prometheus 3.11). */
type TrimOp = '</' | '>/';
export type BinaryOp = SetOp | ComparisonOp | ArithmeticOp | TrimOp;

/** Which series of both sides belong together. */
export interface VectorMatching {
  readonly kind: 'on' | 'ignoring';
  readonly labels: readonly string[];
  /** The side that may have many series per match, and the labels that it takes over from the other one. */
  readonly group?: { readonly side: 'left' | 'right'; readonly labels: readonly string[] };
}

export interface BinaryNode {
  readonly kind: 'binary';
  readonly op: BinaryOp;
  readonly left: Node;
  readonly right: Node;
  /** A comparison that answers 0 or 1 instead of filtering. */
  readonly bool?: true;
  readonly matching?: VectorMatching;
}

/** Whether a word names an aggregation. */
export function isAggregateOp(word: string): word is AggregateOp {
  return [...plainOps, ...parameterOps].some((op) => op === word);
}

/** A negation. Negative numbers are numbers; a unary plus means nothing and is not kept. */
export interface UnaryNode {
  readonly kind: 'unary';
  readonly expr: Node;
}
