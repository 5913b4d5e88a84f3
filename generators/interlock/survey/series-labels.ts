import type { RecordingRule } from '../../model/rules.ts';
import { type Metric, type Stack, scrapeLabels } from '../../model/stack.ts';
import {
  type Instant,
  inferLabels,
  type Labels,
  type LabelsOf,
  mapNode,
  type Node,
  type SelectorNode,
  selectorsOf,
} from '../../promql/index.ts';
import { anyLabels, eitherOf, withLabels } from '../../promql/label-set.ts';
import { nameOf } from './matching.ts';
import type { Catalogue, Suffix } from './series.ts';

/** The labels that the result of an expression carries. */
export type LabelsOfExpr = (expr: Instant) => Labels;

export interface LabelReader {
  readonly labelsOf: LabelsOfExpr;
  /** The labels of the series that a rule writes. */
  readonly labelsRecorded: (rule: RecordingRule) => Labels;
}

/**
 * What every scraped series carries, and what some may: the cluster or region that targets are told apart by, and the
 * labels that a Prometheus adds when it sends its series on.
 */
export function targetLabels(stack: Stack): { readonly always: readonly string[]; readonly maybe: readonly string[] } {
  const external = stack.evaluators.flatMap(({ externalLabels }) => Object.keys(externalLabels));
  return {
    always: scrapeLabels,
    maybe: [...(stack.expects === undefined ? [] : [stack.expects.label]), ...external],
  };
}

/** The label that only one kind of a metric's series has. */
function extraLabel(metric: Metric, suffix: Suffix): readonly string[] {
  if (metric.kind === 'histogram' && suffix === '_bucket') return ['le'];
  return metric.kind === 'summary' && suffix === '' ? ['quantile'] : [];
}

/** The labels that the series of a declared metric carry for certain, beside those of their target. */
export function ownLabelNames(metric: Metric, suffix: Suffix): readonly string[] {
  return [...Object.keys(metric.labels), ...extraLabel(metric, suffix)];
}

/** Label inference over declared and recorded series. A rule that was looked at once is remembered. */
export function labelReader(stack: Stack, { seriesOf }: Catalogue): LabelReader {
  const target = targetLabels(stack);
  const found = new Map<RecordingRule, Labels>();
  const busy = new Set<RecordingRule>();

  const declaredLabels = (metric: Metric, suffix: Suffix): ReadonlyMap<string, 'always' | 'maybe'> =>
    new Map([
      ...target.maybe.map((label) => [label, 'maybe'] as const),
      ...[...target.always, ...ownLabelNames(metric, suffix)].map((label) => [label, 'always'] as const),
    ]);

  const recordedLabels = (rule: RecordingRule): Labels => {
    const known = found.get(rule);
    if (known !== undefined) return known;
    if (busy.has(rule)) return anyLabels;
    busy.add(rule);
    const labels = withLabels(inferLabels(withoutItself(rule), labelsOf), 'always', ...Object.keys(rule.labels));
    busy.delete(rule);
    found.set(rule, labels);
    return labels;
  };

  const labelsOf: LabelsOf = (selector: SelectorNode) => {
    const series = seriesOf(selector);
    if (series.kind === 'declared') return declaredLabels(series.metric, series.suffix);
    if (series.kind === 'external') return series.labelsOf(selector);
    if (series.kind !== 'recorded' || series.writers.length === 0) return undefined;
    const labels = series.writers.map(({ rule }) => recordedLabels(rule)).reduce(eitherOf);
    return labels.others === 'maybe' ? undefined : present(labels);
  };
  return { labelsOf: (expr) => inferLabels(expr, labelsOf), labelsRecorded: recordedLabels };
}

function present({ known }: Labels): ReadonlyMap<string, 'always' | 'maybe'> {
  const entries = [...known].flatMap(([label, presence]) =>
    presence === 'never' || label === '__name__' ? [] : [[label, presence] as const],
  );
  return new Map(entries);
}

/** A rule that goes on from its own last value has the labels of what it began with. */
function withoutItself({ record, expr }: RecordingRule): Instant {
  const reads = (node: Node): boolean =>
    selectorsOf({ type: 'instant', node }).some(({ selector }) => nameOf(selector) === record);
  if (!reads(expr.node)) return expr;
  const { node } = mapNode(expr, (one) => {
    if (one.kind !== 'binary' || one.op !== 'or') return one;
    return reads(one.left) ? one.right : reads(one.right) ? one.left : one;
  });
  return { type: 'instant', node };
}
