import { didYouMean } from '../../diagnostics/suggestion.ts';
import type { Metric, Stack } from '../../model/stack.ts';
import { type Matcher, presenceOf, print, type SelectorNode } from '../../promql/index.ts';
import type { Survey } from '../survey/index.ts';
import { canMeet, nameOf } from '../survey/matching.ts';
import type { Recording } from '../survey/recordings.ts';
import type { Series } from '../survey/series.ts';
import { ownLabelNames, targetLabels } from '../survey/series-labels.ts';

export interface SelectorProblem {
  /** The name that is selected, for telling whether two expressions have the same problem. */
  readonly series: string;
  /** `selects x, which …`: the predicate of a message. */
  readonly text: string;
}

type Known = Extract<Series, { readonly kind: 'declared' | 'recorded' }>;

/** What is wrong with a selector, given the series that there are. */
export function selectorProblems(selector: SelectorNode, survey: Survey, stack: Stack): readonly SelectorProblem[] {
  const series = nameOf(selector) ?? '';
  const found = survey.seriesOf(selector);
  if (found.kind === 'well-known' || found.kind === 'external') return [];
  const texts = found.kind === 'unknown' ? [unknownName(selector, survey)] : knownName(selector, found, survey, stack);
  return texts.map((text) => ({ series, text }));
}

function unknownName(selector: SelectorNode, { declared, names }: Survey): string {
  const name = nameOf(selector);
  if (name === undefined) return `selects ${textOf(selector)} without a name, so that nobody can say what it reads`;
  if (declared.get(name)?.metric.kind === 'histogram') {
    return `selects ${name}, a histogram, whose series are ${name}_bucket, ${name}_sum and ${name}_count`;
  }
  return `selects ${name}, which nothing declares or records${didYouMean(name, names())}`;
}

function knownName(selector: SelectorNode, series: Known, survey: Survey, stack: Stack): readonly string[] {
  if (series.kind === 'recorded') {
    return series.writers.length > 0
      ? recordedLabels(selector, series.writers, survey)
      : [`selects ${textOf(selector)}, which no rule records`];
  }
  const { metric, suffix } = series;
  const target = targetLabels(stack);
  const own = ownLabelNames(metric, suffix);
  const known: ReadonlySet<string> = new Set(['__name__', ...own, ...target.always, ...target.maybe]);
  return selector.matchers.flatMap((matcher) => {
    if (!known.has(matcher.label)) {
      return [`matches \`${matcher.label}\`, which ${metric.name} does not declare${didYouMean(matcher.label, own)}`];
    }
    return valueProblem(matcher, metric) ?? [];
  });
}

/** A label whose values are all declared can be matched against them; a negative matcher that matches all is no harm. */
function valueProblem(matcher: Matcher, { name, labels }: Metric): string | undefined {
  const { label, op, value } = matcher;
  const spec = Object.hasOwn(labels, label) ? labels[label] : undefined;
  const isPositive = op === '=' || op === '=~';
  if (spec === undefined || spec.open || !isPositive) return undefined;
  if (spec.values.some((one) => canMeet(matcher, one))) return undefined;
  return `matches ${label}${op}"${value}", a value that ${name} does not declare${didYouMean(value, spec.values)}`;
}

/** What a rule sets itself needs no inference, and is nearly everything that is asked for. */
function recordedLabels(
  { name, matchers }: SelectorNode,
  writers: readonly Recording[],
  { labelsRecorded }: Survey,
): readonly string[] {
  const isCarried = (label: string): boolean =>
    writers.some(({ rule }) => Object.hasOwn(rule.labels, label)) ||
    writers.some(({ rule }) => presenceOf(labelsRecorded(rule), label) !== 'never');
  return matchers
    .filter(({ label }) => label !== '__name__' && !isCarried(label))
    .map(({ label }) => {
      const known = writers.flatMap(({ rule }) => [...labelsRecorded(rule).known.keys()]).filter(isCarried);
      return `matches \`${label}\`, which ${name} is not recorded with${didYouMean(label, known)}`;
    });
}

const textOf = (selector: SelectorNode): string => print({ type: 'instant', node: { ...selector } });
