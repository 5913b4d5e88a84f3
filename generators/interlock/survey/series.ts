import { externalSeries } from '../../model/external-labels.ts';
import type { Compiled } from '../../model/observables.ts';
import type { Metric } from '../../model/stack.ts';
import type { LabelsOf, SelectorNode } from '../../promql/index.ts';
import { type Declared, declaredMetrics } from './declared.ts';
import { nameOf } from './matching.ts';
import { type Recording, writersIn } from './recordings.ts';

export type Suffix = '' | '_bucket' | '_sum' | '_count';

/** What a selector reads. */
export type Series =
  | { readonly kind: 'declared'; readonly metric: Metric; readonly suffix: Suffix }
  /** Without writers, the name is recorded, but never with such labels. */
  | { readonly kind: 'recorded'; readonly writers: readonly Recording[] }
  /** A rule of others records it; their labels are theirs to know. */
  | { readonly kind: 'external'; readonly labelsOf: LabelsOf }
  /** Prometheus itself writes it. */
  | { readonly kind: 'well-known' }
  | { readonly kind: 'unknown' };

export interface Catalogue {
  readonly declared: ReadonlyMap<string, Declared>;
  /** Every name that a selector may use, for suggestions. */
  readonly names: () => readonly string[];
  readonly seriesOf: (selector: SelectorNode) => Series;
}

/** Written for every target and every alert: https://prometheus.io/docs/concepts/jobs_instances/ and …/alerting_rules/ */
const wellKnown: ReadonlySet<string> = new Set(['up', 'ALERTS', 'ALERTS_FOR_STATE']);

const suffixes: Readonly<Record<Metric['kind'], readonly Suffix[]>> = {
  counter: [''],
  gauge: [''],
  info: [''],
  histogram: ['_bucket', '_sum', '_count'],
  'native-histogram': [''],
  summary: ['', '_sum', '_count'],
};

/** All series that the expressions of a stack may read. */
export function catalogueOf(compiled: Compiled): Catalogue {
  const declared = declaredMetrics(compiled);
  const exposed = new Map<string, Series>();
  for (const { metric } of declared.values()) {
    for (const suffix of suffixes[metric.kind]) {
      exposed.set(`${metric.name}${suffix}`, { kind: 'declared', metric, suffix });
    }
  }
  const writersOf = writersIn(compiled);
  const external = externalSeries(compiled.stack.external);
  const lookUp = (selector: SelectorNode): Series => {
    const writers = writersOf(selector);
    if (writers !== undefined) return { kind: 'recorded', writers };
    const name = nameOf(selector) ?? '';
    if (external.recordingsOf(name).length > 0) return { kind: 'external', labelsOf: external.labelsOf };
    return { kind: wellKnown.has(name) ? 'well-known' : 'unknown' };
  };
  // Most rules ask for the same selectors again.
  const found = new WeakMap<SelectorNode, Series>();
  const seriesOf = (selector: SelectorNode): Series => {
    const known = exposed.get(nameOf(selector) ?? '') ?? found.get(selector);
    if (known !== undefined) return known;
    const series = lookUp(selector);
    found.set(selector, series);
    return series;
  };
  return { declared, names: () => [...exposed.keys(), ...wellKnown, ...external.names()], seriesOf };
}
