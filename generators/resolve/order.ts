/** Sorted by a text in code units: the same on every machine, whatever its locale. */
export function sortedBy<T>(list: readonly T[], key: (one: T) => string): readonly T[] {
  return list.toSorted((a, b) => compare(key(a), key(b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first of each key. */
export function firstBy<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, T> {
  return new Map(list.toReversed().map((one) => [key(one), one]));
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that are given: a model has no fields that hold `undefined`. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
