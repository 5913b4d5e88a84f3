import { surveyOf } from '../../generators/interlock/survey/index.ts';
import { nameOf } from '../../generators/interlock/survey/matching.ts';
import { quantity } from '../../generators/language/quantities.ts';
import type { Compiled } from '../../generators/model/observables.ts';
import type { Metric } from '../../generators/model/stack.ts';
import { printNumber } from '../../generators/promql/index.ts';

type Labels = Readonly<Record<string, string>>;

/**
 * What servers would expose that do as they are declared to: every metric with all label values, buckets and quantiles.
 * Of an open label there are also the values that somebody asks for.
 */
export function expositionOf(compiled: Compiled): string {
  const asked = askedFor(compiled);
  return [...surveyOf(compiled).declared.values()].map(({ metric }) => familyText(metric, asked)).join('');
}

type Asked = (metric: Metric, label: string) => readonly string[];

function askedFor(compiled: Compiled): Asked {
  const { rules, runbooks, boards } = surveyOf(compiled);
  const found = new Map<string, Set<string>>();
  for (const { selector } of [...rules, ...runbooks, ...boards].flatMap(({ selectors }) => selectors)) {
    for (const { label, op, value } of selector.matchers) {
      const key = `${nameOf(selector)}\0${label}`;
      if (op === '=') found.set(key, (found.get(key) ?? new Set()).add(value));
    }
  }
  return ({ name }, label) =>
    ['', '_bucket', '_sum', '_count'].flatMap((suffix) => [...(found.get(`${name}${suffix}\0${label}`) ?? [])]);
}

function familyText(metric: Metric, asked: Asked): string {
  const type = metric.exposedAs ?? (metric.kind === 'info' ? 'gauge' : metric.kind.replace('native-', ''));
  const lines = combinations(metric, asked).flatMap((labels) => seriesLines(metric, labels));
  return [`# HELP ${metric.name} ${metric.help}`, `# TYPE ${metric.name} ${type}`, ...lines, ''].join('\n');
}

function combinations(metric: Metric, asked: Asked): readonly Labels[] {
  return Object.entries(metric.labels).reduce<readonly Labels[]>(
    (all, [label, { values, open }]) => {
      const every = [...new Set([...values, ...(open ? asked(metric, label) : [])])];
      return all.flatMap((one) => every.map((value) => ({ ...one, [label]: value })));
    },
    [{}],
  );
}

function seriesLines(metric: Metric, labels: Labels): readonly string[] {
  const { name } = metric;
  const line = (suffix: string, more: Labels = {}) => `${name}${suffix}${labelText({ ...labels, ...more })} 1`;
  switch (metric.kind) {
    case 'histogram':
    case 'native-histogram': {
      const buckets = metric.kind === 'histogram' ? metric.buckets : [];
      const bounds = buckets.map((bucket) => printNumber(quantity(metric.unit, bucket) ?? Number.NaN));
      return [...[...bounds, '+Inf'].map((le) => line('_bucket', { le })), line('_sum'), line('_count')];
    }
    case 'summary':
      return [...Object.keys(metric.quantiles).map((quantile) => line('', { quantile })), line('_sum'), line('_count')];
    default:
      return [line('')];
  }
}

function labelText(labels: Labels): string {
  const texts = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return texts.length === 0 ? '' : `{${texts.join(',')}}`;
}
