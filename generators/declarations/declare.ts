import { excerpt } from '../exposition/excerpt.ts';
import { SERIES_LIMIT } from '../interlock/labels/series-count.ts';
import { metricName, prose } from '../language/fields.ts';
import { unitOfName } from '../language/metrics.ts';
import type { Unit } from '../policy/units.ts';
import { boundsOf } from './bounds.ts';
import { declareLabels, type LabelDeclaration } from './labels.ts';
import { key } from './literal.ts';
import type { SettledFamily } from './settle-types.ts';

/** The function of the language that declares the metric. */
export type Maker = 'counter' | 'unsuffixedCounter' | 'gauge' | 'histogram' | 'nativeHistogram' | 'summary' | 'info';

export interface Declaration {
  readonly kind: 'declared';
  readonly name: string;
  readonly maker: Maker;
  readonly help: string;
  /** Only where the name does not say it. */
  readonly unit?: Unit;
  readonly unitGuessed: boolean;
  readonly labels: readonly LabelDeclaration[];
  /** Further fields, as code. */
  readonly fields: readonly string[];
  /** What an author should look at. */
  readonly notes: readonly string[];
}

/** A metric that the language cannot say. */
export interface Undeclared {
  readonly kind: 'undeclared';
  readonly name: string;
  readonly why: string;
}

/** What a scrape adds to every series (https://prometheus.io/docs/concepts/jobs_instances/). */
const SCRAPE_LABELS = ['job', 'instance'] as const;

const OWN_LABELS: Readonly<Record<string, string>> = {
  histogram: 'le',
  'native-histogram': 'le',
  summary: 'quantile',
};

/** A family as its declaration; `without` are more labels that its service does not expose. */
export function declare(family: SettledFamily, without: readonly string[]): Declaration | Undeclared {
  const { name } = family;
  const undeclared = (why: string): Undeclared => ({ kind: 'undeclared', name, why });
  if (!metricName.safeParse(name).success) return undeclared('its name cannot be declared');
  const own = OWN_LABELS[family.type];
  const { labels, notes } = declareLabels(
    family.series,
    new Set([...SCRAPE_LABELS, ...without, ...(own === undefined ? [] : [own])]),
  );
  const figures = figuresOf(family);
  if (figures === undefined) return undeclared('it is a histogram of which no bucket was seen');
  const bounded = withinLimit(labels, figures.each);
  const guess = family.guessed ? [`No type was exposed: ${family.type} is a guess by its name and labels.`] : [];
  const { each: _, notes: more, ...parts } = figures;
  return {
    kind: 'declared',
    name,
    help: helpOf(family.help),
    ...parts,
    labels: bounded,
    notes: [...guess, ...more, ...notes],
  };
}

interface Figures {
  readonly maker: Maker;
  readonly unit?: Unit;
  readonly unitGuessed: boolean;
  readonly fields: readonly string[];
  readonly notes: readonly string[];
  /** Series of one combination of labels. */
  readonly each: number;
}

function figuresOf(family: SettledFamily): Figures | undefined {
  const { name, type } = family;
  const plain = { fields: [], notes: [], each: 1, unitGuessed: false };
  switch (type) {
    case 'counter':
      return { ...plain, maker: name.endsWith('_total') ? 'counter' : 'unsuffixedCounter' };
    case 'info':
      return name.endsWith('_info') ? { ...plain, maker: 'info' } : { ...plain, maker: 'gauge', ...unitFor(name) };
    case 'gauge':
      return { ...plain, maker: 'gauge', ...unitFor(name) };
    case 'native-histogram':
      return { ...plain, maker: 'nativeHistogram', ...unitFor(name) };
    case 'summary':
      return summaryFigures(family);
    case 'histogram':
      return histogramFigures(family);
  }
}

const MOMENT = /(?:_start_time_seconds|_created)$/;

/** No unit where the name says it, a guess where it says none. */
function unitFor(name: string): Pick<Figures, 'unit' | 'unitGuessed'> {
  if (MOMENT.test(name)) return { unit: 'timestamp', unitGuessed: false };
  if (!name.endsWith('_total') && unitOfName(name) !== undefined) return { unitGuessed: false };
  const guess = /_(?:ms|millis)$/.test(name) ? 'milliseconds' : 'count';
  return { unit: unitOfName(name) ?? guess, unitGuessed: true };
}

function summaryFigures({ name, series }: SettledFamily): Figures {
  const seen = series.flatMap(({ labels }) => (Object.hasOwn(labels, 'quantile') ? [labels.quantile ?? ''] : []));
  const quantiles = [...new Set(seen)].filter((text) => Number(text) >= 0 && Number(text) <= 1 && text.trim() === text);
  const fields = quantiles.sort((a, b) => Number(a) - Number(b)).map((text) => `${key(text)}: true`);
  const body = fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
  return { maker: 'summary', ...unitFor(name), fields: [`quantiles: ${body}`], notes: [], each: fields.length + 2 };
}

function histogramFigures({ name, series }: SettledFamily): Figures | undefined {
  const { unit, unitGuessed } = unitFor(name);
  const bounds = boundsOf(series, unit ?? unitOfName(name) ?? 'count');
  if (bounds.codes.length === 0) return undefined;
  // Written, too, where the name of a histogram promises a unit in which its buckets cannot be said.
  const said = unit === undefined && bounds.unit === unitOfName(name) ? {} : { unit: bounds.unit };
  return {
    maker: 'histogram',
    ...said,
    unitGuessed,
    fields: [`buckets: [${bounds.codes.join(', ')}]`],
    notes: bounds.notes,
    each: bounds.codes.length + 3,
  };
}

/** Sentences of the exposition; what the language does not take in a text is taken out. */
function helpOf(help: string): string {
  const clean = help
    .toWellFormed()
    .replace(/[^\P{Cc}\n]|[\u2028\u2029\ufffd]/gu, ' ')
    .trim()
    .slice(0, 2000);
  return prose.safeParse(clean).success ? clean : 'No help was exposed.';
}

/** Labels multiply: those with the most values are left out until the series are as many as a server can hold. */
function withinLimit(labels: readonly LabelDeclaration[], each: number): readonly LabelDeclaration[] {
  const declared = labels.filter(({ kind }) => kind === 'declared');
  const series = declared.reduce((product, { atMost }) => product * atMost, each);
  const largest = declared.toSorted((a, b) => b.atMost - a.atMost)[0];
  if (series <= SERIES_LIMIT || largest === undefined) return labels;
  const note = `Left out: with it the labels multiply to ${series} series; ${SERIES_LIMIT} are the limit.`;
  const fewer = labels.map((one) => (one === largest ? { ...one, kind: 'left-out' as const, note } : one));
  return withinLimit(fewer, each);
}

/** Why a metric is not declared, as a comment says it. */
export function undeclaredLine({ name, why }: Undeclared): string {
  return `${excerpt(name)}: ${why}.`;
}
