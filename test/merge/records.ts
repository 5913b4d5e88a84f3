type Entries<T> = Readonly<Record<string, T>>;

/** A record with every entry changed. */
export function mapAll<T>(record: Entries<T>, change: (one: T, key: string) => T): Entries<T> {
  return Object.fromEntries(Object.entries(record).map(([key, one]) => [key, change(one, key)]));
}

/** A record with one entry changed, which must be there. */
export function mapKey<T>(record: Entries<T> | undefined, key: string, change: (one: T) => T): Entries<T> {
  const one = record?.[key];
  if (record === undefined || one === undefined) throw new Error(`there is no ${key}`);
  return { ...record, [key]: change(one) };
}
