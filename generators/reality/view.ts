import type { Observed, ObservedFamily, ObservedSeries } from '../exposition/observed.ts';
import { targetLabels } from '../interlock/survey/series-labels.ts';
import type { Metric, Stack } from '../model/stack.ts';

/** Prometheus writes it for every target: https://prometheus.io/docs/concepts/jobs_instances/ */
export const UP = 'up';

/** What was seen, and how: a text of one server, or a Prometheus that has scraped them. */
export interface Seen {
  readonly source: 'exposition' | 'live';
  readonly observed: Observed;
  /** Names of series of which not all were read: what is missing there may only not have been read. */
  readonly truncated: readonly string[];
}

/** What was seen, as it is asked about. */
export interface View {
  readonly source: Seen['source'];
  readonly families: ReadonlyMap<string, ObservedFamily>;
  readonly seriesNamed: (name: string) => readonly ObservedSeries[];
  /** The values that a label has on the series of a name; `''` for those without it. */
  readonly valuesOf: (name: string, label: string) => readonly string[];
  /** Labels that a scrape or a server adds: a metric need not declare them. */
  readonly added: ReadonlySet<string>;
  /** Whether it can be said of a label that it is missing: of what is added later, a text knows nothing. */
  readonly judges: (label: string) => boolean;
  /** Whether series of this metric were left unread. */
  readonly isCut: (metric: { readonly name: string }) => boolean;
}

/** Looks at what was seen as a stack does: with its regions and external labels. */
export function viewOf({ source, observed, truncated }: Seen, stack: Stack): View {
  const byName = seriesByName(observed);
  const seriesNamed = (name: string): readonly ObservedSeries[] => byName.get(name) ?? [];
  const { always, maybe } = targetLabels(stack);
  const external = stack.evaluators.flatMap(({ externalLabels }) => Object.keys(externalLabels));
  // What `up` carries, every series of its target carries.
  const ofTargets = seriesNamed(UP).flatMap(({ labels }) => Object.keys(labels));
  const unjudged = new Set(source === 'exposition' ? [...always, ...maybe] : external);
  const cut = new Set(truncated);
  return {
    source,
    families: observed.families,
    seriesNamed,
    valuesOf: remembered((name, label) => [...new Set(seriesNamed(name).map(({ labels }) => labels[label] ?? ''))]),
    added: new Set([...always, ...maybe, ...ofTargets]),
    judges: (label) => label !== '__name__' && !unjudged.has(label),
    isCut: ({ name }) => ['', '_bucket', '_sum', '_count'].some((suffix) => cut.has(name + suffix)),
  };
}

function seriesByName({ families }: Observed): ReadonlyMap<string, readonly ObservedSeries[]> {
  const byName = new Map<string, ObservedSeries[]>();
  for (const { series } of families.values()) {
    for (const one of series) {
      const list = byName.get(one.name);
      if (list === undefined) byName.set(one.name, [one]);
      else list.push(one);
    }
  }
  return byName;
}

/** Thousands of selectors ask for the values of the same few labels. */
function remembered(of: View['valuesOf']): View['valuesOf'] {
  const known = new Map<string, readonly string[]>();
  return (name, label) => {
    const key = `${name}\0${label}`;
    const values = known.get(key) ?? of(name, label);
    known.set(key, values);
    return values;
  };
}

/** Two texts of two servers as one. */
export function joinObserved(all: readonly Observed[]): Observed {
  const families = new Map<string, ObservedFamily>();
  for (const observed of all) {
    for (const family of observed.families.values()) {
      const known = families.get(family.name);
      families.set(family.name, known === undefined ? family : joinedFamily(known, family));
    }
  }
  return { families };
}

function joinedFamily(first: ObservedFamily, second: ObservedFamily): ObservedFamily {
  const type = first.type === 'unknown' ? second.type : first.type;
  return { ...first, type, series: [...first.series, ...second.series] };
}

/** The name by which the series of a metric are seen: a text shows a native histogram by its classic parts only. */
export function seenName({ kind, name }: Metric, suffix: string, { source }: View): string {
  return kind === 'native-histogram' && source === 'exposition' ? `${name}_count` : `${name}${suffix}`;
}

/** Every series of a metric. */
export function seriesOfMetric({ name }: Metric, { seriesNamed }: View): readonly ObservedSeries[] {
  return ['', '_bucket', '_sum', '_count'].flatMap((suffix) => seriesNamed(name + suffix));
}

/** Whether something is scraped under a job, as far as can be told. */
export function isScraped(job: string, view: View): boolean {
  if (view.source === 'exposition' || view.isCut({ name: UP })) return true;
  return view.valuesOf(UP, 'job').includes(job);
}
