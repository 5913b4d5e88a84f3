/** The values that a label can have, for types, cardinality, matchers and test samples. */
export interface LabelValues<V extends string = string> {
  readonly kind: 'label-values';
  /** All values, or where the set is open the ones worth naming. */
  readonly values: readonly V[];
  /** The most values there will ever be; equals `values.length` where the list is complete. */
  readonly atMost: number;
  readonly open: boolean;
}

export type LabelSpec = Readonly<Record<string, LabelValues>>;

/** A label whose values are all known. A misspelt one in a matcher does not compile. */
export function labelValues<const V extends readonly [string, ...string[]]>(...values: V): LabelValues<V[number]> {
  return Object.freeze({ kind: 'label-values', values, atMost: values.length, open: false });
}

/** A label with at most `atMost` values, of which some are named for tests: `upTo(20, '200', '404', '500')`. */
export function upTo(atMost: number, ...examples: readonly [string, ...string[]]): LabelValues {
  return Object.freeze({ kind: 'label-values', values: examples, atMost, open: true });
}

/** The status codes of HTTP: open, at most 63 registered (RFC 9110 and the IANA registry). */
export const httpStatus: LabelValues = upTo(63, '200', '404', '500', '503');

/** Matches everything but this value. */
export interface Not<V extends string = string> {
  readonly kind: 'not';
  readonly value: V;
}

export function not<const V extends string>(value: V): Not<V> {
  return Object.freeze({ kind: 'not', value });
}

type Match<V extends string> = V | readonly V[] | Not<V> | RegExp;

/** The labels that Prometheus gives every series that it scrapes; no metric declares them. */
export const scrapeLabels = ['job', 'instance'] as const;

/** A choice of series: a value, one of several, `not(…)`, or an anchored RE2 expression, by label. */
export type Where<L extends LabelSpec> = {
  readonly [K in keyof L]?: L[K] extends LabelValues<infer V> ? Match<V> : never;
} & { readonly [K in Exclude<(typeof scrapeLabels)[number], keyof L>]?: Match<string> };

/** As `Where`, for labels that the types do not know: `{ service_name: 'checkout' }`. */
export type Selector = Readonly<Record<string, Match<string>>>;

export interface Matcher {
  readonly label: string;
  readonly op: '=' | '!=' | '=~' | '!~';
  readonly value: string;
}

const escapeRegExp = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

/** Flags have no meaning in Prometheus' matchers; they are kept in the text so that the build refuses them by name. */
function matcher(label: string, match: unknown): Matcher {
  if (match instanceof RegExp) {
    return { label, op: '=~', value: match.flags === '' ? match.source : `(?flags:${match.flags})${match.source}` };
  }
  if (Array.isArray(match)) {
    return { label, op: '=~', value: match.map((one) => escapeRegExp(String(one))).join('|') };
  }
  if (typeof match === 'object' && match !== null && 'kind' in match && match.kind === 'not' && 'value' in match) {
    return { label, op: '!=', value: String(match.value) };
  }
  return { label, op: '=', value: String(match) };
}

/** The matchers of a choice, by label in code-unit order. */
export function matchersOf(where: object): readonly Matcher[] {
  return Object.entries(where)
    .filter(([, match]) => match !== undefined)
    .map(([label, match]) => matcher(label, match))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
}
