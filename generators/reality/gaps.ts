import { canMeet } from '../interlock/survey/matching.ts';
import type { Series, Suffix } from '../interlock/survey/series.ts';
import type { Metric } from '../model/stack.ts';
import type { Matcher, SelectorNode } from '../promql/index.ts';
import { isScraped, seenName, UP, type View } from './view.ts';

/** Why a selector finds no series among those that were seen. */
export type Gap =
  /** There are no series of the name. */
  | { readonly kind: 'name'; readonly metric: Metric; readonly suffix: Suffix }
  /** No series carries the label. */
  | { readonly kind: 'label'; readonly metric: Metric; readonly label: string }
  /** No series has such a `le` or `quantile`. */
  | { readonly kind: 'bound'; readonly metric: Metric; readonly matcher: Matcher }
  /** No series has such a value, or with several matchers such values together. */
  | {
      readonly kind: 'value';
      readonly metric: Metric;
      readonly matchers: readonly [Matcher, ...Matcher[]];
      readonly seen: readonly string[];
    }
  /** Nothing is scraped under the job, of this metric or any other. */
  | { readonly kind: 'job'; readonly job: string; readonly metric?: Metric };

/** Why a selector of what `series` says finds nothing; none where it finds something, or nobody can tell. */
export function gapsOf(selector: SelectorNode, series: Series, view: View): readonly Gap[] {
  if (series.kind === 'well-known') return jobGaps(selector, view);
  if (series.kind !== 'declared') return [];
  const { metric, suffix } = series;
  const name = seenName(metric, suffix, view);
  if (view.seriesNamed(name).length === 0) return [{ kind: 'name', metric, suffix }];
  return view.isCut(metric) ? [] : matcherGaps(selector.matchers, metric, name, view);
}

interface Choice {
  readonly matcher: Matcher;
  readonly values: readonly string[];
  readonly met: ReadonlySet<string>;
}

function matcherGaps(matchers: readonly Matcher[], metric: Metric, name: string, view: View): readonly Gap[] {
  const choices = matchers
    .filter(({ label }) => view.judges(label))
    .map((matcher): Choice => {
      const values = view.valuesOf(name, matcher.label);
      return { matcher, values, met: new Set(values.filter((value) => canMeet(matcher, value))) };
    });
  const unmet = choices.filter(({ met }) => met.size === 0);
  if (unmet.length > 0) return unmet.map((choice) => unmetGap(choice, metric, view));
  const [first, ...rest] = choices.map(({ matcher }) => matcher);
  if (first === undefined || rest.length === 0) return [];
  const together = view
    .seriesNamed(name)
    .some(({ labels }) => choices.every(({ matcher, met }) => met.has(labels[matcher.label] ?? '')));
  return together ? [] : [{ kind: 'value', metric, matchers: [first, ...rest], seen: [] }];
}

function unmetGap({ matcher, values }: Choice, metric: Metric, view: View): Gap {
  const { label, op, value } = matcher;
  if (label === 'job' && op === '=' && !isScraped(value, view)) return { kind: 'job', job: value, metric };
  if (values.every((value) => value === '')) return { kind: 'label', metric, label };
  const isBound =
    (metric.kind === 'histogram' && label === 'le') || (metric.kind === 'summary' && label === 'quantile');
  return isBound ? { kind: 'bound', metric, matcher } : { kind: 'value', metric, matchers: [matcher], seen: values };
}

function jobGaps({ name, matchers }: SelectorNode, view: View): readonly Gap[] {
  const job = matchers.find(({ label, op }) => label === 'job' && op === '=')?.value;
  return name !== UP || job === undefined || isScraped(job, view) ? [] : [{ kind: 'job', job }];
}
