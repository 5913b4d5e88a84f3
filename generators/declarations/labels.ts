import { excerpt } from '../exposition/excerpt.ts';
import type { ObservedSeries } from '../exposition/observed.ts';
import { unboundedness } from '../interlock/labels/unbounded.ts';
import { labelName } from '../language/fields.ts';
import { labelValues } from '../language/labels.ts';
import { labelValues as labelValuesField } from '../language/references.ts';
import { key, literal } from './literal.ts';
import { unboundedKind } from './unbounded-values.ts';

/** A label of a declaration. */
export interface LabelDeclaration {
  readonly kind: 'declared' | 'left-out';
  /** As a key of an object literal. */
  readonly key: string;
  /** The function that makes its values, or the constant that is them. */
  readonly uses: 'labelValues' | 'upTo' | 'httpStatus';
  /** Literals and numbers; nothing of a constant. */
  readonly arguments: readonly string[];
  /** The most values that it has. */
  readonly atMost: number;
  /** What an author should look at. */
  readonly note?: string;
}

/** More values than an author wants to read. */
const MOST_LISTED = 20;
const EXAMPLES = 5;

/** The labels that the series carry beside `without`, by name. What cannot be declared is only told. */
export function declareLabels(
  series: readonly ObservedSeries[],
  without: ReadonlySet<string>,
): { readonly labels: readonly LabelDeclaration[]; readonly notes: readonly string[] } {
  const values = valuesByLabel(series);
  const names = [...values.keys()].filter((name) => !without.has(name)).sort();
  const strange = names.filter((name) => !labelName.safeParse(name).success);
  const labels = names
    .filter((name) => !strange.includes(name))
    .map((name) => declareLabel(name, [...(values.get(name) ?? [])].sort()));
  const notes = strange.map((name) => `The label ${excerpt(name)} has a name that cannot be declared.`);
  return { labels, notes };
}

function valuesByLabel(series: readonly ObservedSeries[]): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const { labels } of series) {
    for (const [name, value] of Object.entries(labels)) {
      const seen = values.get(name) ?? new Set();
      values.set(name, seen.add(value));
    }
  }
  return values;
}

function declareLabel(name: string, seen: readonly string[]): LabelDeclaration {
  const values = seen.filter((value) => labelValuesField.safeParse(labelValues(value)).success);
  const base = { kind: 'declared', key: key(name), arguments: values.map(literal), atMost: values.length } as const;
  if (isStatus(name, values)) return { ...base, uses: 'httpStatus', arguments: [], atMost: 63 };
  const kind = unboundedKind(seen);
  if (kind !== undefined || seen.length > MOST_LISTED || values.length < seen.length)
    return openLabel(name, seen, values, kind);
  const doubt = unboundedness(name, seen.length);
  return { ...base, uses: 'labelValues', ...(doubt === undefined ? {} : { note: `Check: this label ${doubt}.` }) };
}

/** A server that is well has not shown its 500 yet: the values that were seen would be too few. */
function isStatus(name: string, values: readonly string[]): boolean {
  return /(?:^|_)(?:status|code)(?:_code)?$/.test(name) && values.every((value) => /^[1-5]\d\d$/.test(value));
}

function openLabel(
  name: string,
  seen: readonly string[],
  values: readonly string[],
  kind: string | undefined,
): LabelDeclaration {
  const refused = unboundedness(name, seen.length);
  const examples = values.length === 0 ? ["'…'"] : values.slice(0, EXAMPLES).map(literal);
  const many = `${seen.length} ${seen.length === 1 ? 'value was' : 'values were'} seen`;
  const note =
    refused !== undefined
      ? `Left out: this label ${refused}. Leave it out where the service exposes it, or list its values.`
      : kind !== undefined
        ? `Check: its values look like ${kind}, which have no bound; ${many}.`
        : `Check: ${many}; write the most that there can be.`;
  const open = { key: key(name), uses: 'upTo', arguments: [String(seen.length), ...examples], note } as const;
  return { ...open, kind: refused === undefined ? 'declared' : 'left-out', atMost: seen.length };
}
