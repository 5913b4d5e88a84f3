/** Sorted by a text in code units: the same on every machine, whatever its locale. */
export function sortedBy<T>(list: readonly T[], key: (one: T) => string): readonly T[] {
  return list.toSorted((a, b) => compare(key(a), key(b)));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The first of each key, in the order of the list. */
export function firstBy<T>(list: readonly T[], key: (one: T) => string): ReadonlyMap<string, T> {
  const first = new Map<string, T>();
  for (const one of list) {
    if (!first.has(key(one))) first.set(key(one), one);
  }
  return first;
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };

/** The fields that are given: a model has no fields that hold `undefined`. */
export function given<T extends object>(fields: T): Given<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Given<T>;
}
