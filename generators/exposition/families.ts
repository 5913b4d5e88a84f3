import type { Observed, ObservedFamily, ObservedSeries, ObservedType } from './observed.ts';

/** What `# TYPE` and `# HELP` say of a name, or a server's metadata; `type` in their words. */
export interface Description {
  readonly type: string;
  readonly help: string;
}

const SUFFIXES: Readonly<Record<string, readonly string[]>> = {
  counter: ['_total', '_created'],
  histogram: ['_bucket', '_sum', '_count', '_created'],
  summary: ['_sum', '_count', '_created'],
  info: ['_info'],
  gaugehistogram: ['_bucket', '_gsum', '_gcount'],
};

const ALL_SUFFIXES = [...new Set(Object.values(SUFFIXES).flat())];

const TYPES: Readonly<Record<string, ObservedType>> = {
  counter: 'counter',
  gauge: 'gauge',
  histogram: 'histogram',
  summary: 'summary',
  info: 'info',
  // One series for each state, 0 or 1.
  stateset: 'gauge',
};

/**
 * Puts series into families, sorted by name. `known` are names of series that belong to a family though none was seen.
 * Series that nobody described are families of their own, `unknown`.
 */
export function gatherFamilies(
  described: ReadonlyMap<string, Description>,
  series: readonly ObservedSeries[],
  known: readonly string[],
): Observed {
  const families = new Map<string, ObservedFamily & { readonly series: ObservedSeries[] }>();
  const open = (name: string) => {
    const family = familyOf(name, described);
    const there = families.get(family.name) ?? { ...family, series: [] };
    families.set(family.name, there);
    return there;
  };
  for (const name of known) open(name);
  for (const one of series) open(one.name).series.push(one);
  return { families: new Map([...families].sort(([a], [b]) => (a < b ? -1 : 1))) };
}

function familyOf(name: string, described: ReadonlyMap<string, Description>): Omit<ObservedFamily, 'series'> {
  const own = described.get(name);
  if (own !== undefined) return { name, type: own.type === 'gaugehistogram' ? 'gauge' : typeOf(own), help: own.help };
  for (const suffix of ALL_SUFFIXES) {
    const base = name.endsWith(suffix) ? name.slice(0, -suffix.length) : '';
    const description = described.get(base);
    if (description === undefined || !SUFFIXES[description.type]?.includes(suffix)) continue;
    return { ...belonging(name, base, suffix, description), help: description.help };
  }
  return { name, type: 'unknown', help: '' };
}

/** Of `_created` and the parts of a gauge histogram Prometheus makes gauges; a counter and an info keep their suffix. */
function belonging(name: string, base: string, suffix: string, description: Description) {
  if (suffix === '_created' || description.type === 'gaugehistogram') return { name, type: 'gauge' } as const;
  const whole = description.type === 'histogram' || description.type === 'summary';
  return { name: whole ? base : name, type: typeOf(description) };
}

function typeOf(description: Description): ObservedType {
  return TYPES[description.type] ?? 'unknown';
}
