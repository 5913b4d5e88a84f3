import type { Observed, ObservedFamily, ObservedSeries, ObservedType } from '../exposition/observed.ts';

/** A family whose type is known or guessed. */
export interface SettledFamily extends ObservedFamily {
  readonly type: Exclude<ObservedType, 'unknown'>;
  /** Whether the type is a guess, because nobody said one. */
  readonly guessed: boolean;
}

type Guess = SettledFamily['type'];

const BY_SUFFIX: readonly (readonly [RegExp, Guess])[] = [
  [/_total$/, 'counter'],
  [/_info$/, 'info'],
];

/**
 * The families by name, with a type each: what has none is guessed by its suffixes and labels. The `_created` series of
 * other families are left out: they say when a series was born, and no definition reads them.
 */
export function settleTypes({ families }: Observed): readonly SettledFamily[] {
  const unknown = new Map([...families].filter(([, { type }]) => type === 'unknown'));
  const wholes = wholesAmong(unknown);
  const consumed = new Set(wholes.flatMap(({ name }) => partNames(name)));
  const rest = [...families.values()].filter(({ name, type }) => !(type === 'unknown' && consumed.has(name)));
  const names = new Set([...families.keys(), ...wholes.map(({ name }) => name)]);
  return [...wholes, ...rest.filter(({ name }) => !isBirth(name, names)).map(settled)].sort(byName);
}

function partNames(name: string): readonly string[] {
  return [name, `${name}_bucket`, `${name}_sum`, `${name}_count`];
}

/** Histograms and summaries, whose series come under several names. */
function wholesAmong(unknown: ReadonlyMap<string, ObservedFamily>): readonly SettledFamily[] {
  const bases = new Set([...unknown.keys()].map((name) => name.replace(/_(?:bucket|sum|count)$/, '')));
  return [...bases].flatMap((name) => {
    const type = wholeType(name, unknown);
    if (type === undefined) return [];
    const series = partNames(name).flatMap((part) => unknown.get(part)?.series ?? []);
    return [{ name, type, help: '', series, guessed: true }];
  });
}

function wholeType(name: string, unknown: ReadonlyMap<string, ObservedFamily>): Guess | undefined {
  const has = (suffix: string, label?: string) =>
    unknown.get(name + suffix)?.series.some((one) => label === undefined || carries(one, label)) === true;
  if (has('_bucket', 'le')) return 'histogram';
  return has('', 'quantile') || (has('_sum') && has('_count')) ? 'summary' : undefined;
}

function carries({ labels }: ObservedSeries, label: string): boolean {
  return Object.hasOwn(labels, label);
}

/** Prometheus' own format knows no info: there it is a gauge whose name says so. */
function settled(family: ObservedFamily): SettledFamily {
  const { name, type } = family;
  if (type === 'unknown')
    return { ...family, guessed: true, type: BY_SUFFIX.find(([suffix]) => suffix.test(name))?.[1] ?? 'gauge' };
  return { ...family, guessed: false, type: type === 'gauge' && name.endsWith('_info') ? 'info' : type };
}

function isBirth(name: string, names: ReadonlySet<string>): boolean {
  const base = name.replace(/_created$/, '');
  return base !== name && (names.has(base) || names.has(`${base}_total`));
}

function byName(a: SettledFamily, b: SettledFamily): number {
  return a.name < b.name ? -1 : 1;
}
