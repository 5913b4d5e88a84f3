/** How an object's keys, or a list's items, are put in order when it is made anew. */
export type Order = <T>(list: readonly T[]) => readonly T[];

export interface Orders {
  readonly keys: Order;
  /** Records whose keys stay in their order, by where they stand in their definition: `stages`, `trend.values`. */
  readonly kept: RegExp;
  /** Of lists that stand there in a definition; all other lists mean something by their order. */
  readonly lists: Readonly<Record<string, Order>>;
}

/**
 * Makes definitions anew with the keys of every record in another order: each definition once, so that what was one is one
 * again; what thunks return, when they are called.
 */
export function rebuild(root: unknown, orders: Orders): unknown {
  const made = new Map<object, object>();
  const again = (value: unknown, field: string): unknown => {
    if (typeof value === 'function') return () => again(value(), field);
    if (typeof value !== 'object' || value === null) return value;
    const known = made.get(value);
    if (known !== undefined) return known;
    return Array.isArray(value) ? list(value, field) : record(value, 'kind' in value ? '' : field);
  };
  const list = (items: readonly unknown[], field: string): readonly unknown[] => {
    const order = orders.lists[field];
    const rebuilt = items.map((item) => again(item, ''));
    return order === undefined ? rebuilt : order(rebuilt);
  };
  const record = (value: object, field: string): object => {
    // A metric handle keeps its prototype, which has `where`.
    const copy: object = Object.create(Object.getPrototypeOf(value));
    made.set(value, copy);
    const keys = Reflect.ownKeys(value);
    for (const key of orders.kept.test(field) ? keys : orders.keys(keys)) {
      const part: unknown = Reflect.get(value, key);
      Reflect.set(copy, key, typeof key === 'symbol' ? part : again(part, field === '' ? key : `${field}.${key}`));
    }
    return Object.freeze(copy);
  };
  return again(root, '');
}
