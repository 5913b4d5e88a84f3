import { excerpt } from '../exposition/excerpt.ts';
import type { ObservedSeries } from '../exposition/observed.ts';
import type { Unit } from '../policy/units.ts';
import { thresholdCode } from './thresholds.ts';

/** The upper bounds of a histogram, as code in the author's words, ascending and without `+Inf`. */
interface Bounds {
  readonly codes: readonly string[];
  readonly unit: Unit;
  readonly notes: readonly string[];
}

/** In the unit that the metric's name promises; plain numbers where not one bound can be said in it. */
export function boundsOf(series: readonly ObservedSeries[], unit: Unit): Bounds {
  const texts = [...new Set(series.flatMap(({ labels }) => (Object.hasOwn(labels, 'le') ? [labels.le ?? ''] : [])))];
  const bounds = [...new Set(texts.map(boundOf).filter(Number.isFinite))].sort((a, b) => a - b);
  const sayable = bounds.filter((bound) => thresholdCode(unit, bound) !== undefined);
  const uneven = differ(series) ? ['Check the buckets: not all series have the same.'] : [];
  if (sayable.length === 0 && unit !== 'count') {
    const plain = boundsOf(series, 'count');
    return plain.codes.length === 0 ? plain : { ...plain, notes: [...plain.notes, 'Check the unit of the buckets.'] };
  }
  const lost = bounds.filter((bound) => !sayable.includes(bound)).map((bound) => excerpt(String(bound)));
  const unsaid =
    lost.length === 0 ? [] : [`Buckets that cannot be written in ${unit} are left out: ${lost.join(', ')}.`];
  const codes = sayable.flatMap((bound) => thresholdCode(unit, bound) ?? []);
  return { codes, unit, notes: [...uneven, ...unsaid] };
}

/** As Go writes numbers: `0.05`, `1e-05`, `+Inf`. */
function boundOf(text: string): number {
  return text.trim() === '' ? Number.NaN : Number(text);
}

function differ(series: readonly ObservedSeries[]): boolean {
  const sets = new Map<string, string[]>();
  for (const { labels } of series) {
    if (!Object.hasOwn(labels, 'le')) continue;
    const { le = '', ...others } = labels;
    const key = JSON.stringify(Object.entries(others).sort(([a], [b]) => (a < b ? -1 : 1)));
    sets.set(key, [...(sets.get(key) ?? []), le]);
  }
  return new Set([...sets.values()].map((one) => JSON.stringify(one.sort()))).size > 1;
}
