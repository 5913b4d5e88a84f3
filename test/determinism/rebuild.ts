/** How an object's keys, or a list's items, are put in order when it is made anew. */
export type Order = <T>(list: readonly T[]) => readonly T[];

export interface Orders {
  readonly keys: Order;
  /** Of lists found under these keys; all other lists mean something by their order. */
  readonly lists: Readonly<Record<string, Order>>;
}

/**
 * Makes definitions anew with the keys of every record in another order: each definition once, so that what was one is one
 * again; what thunks return, when they are called.
 */
export function rebuild(root: unknown, orders: Orders): unknown {
  const made = new Map<object, object>();
  const again = (value: unknown, field: PropertyKey): unknown => {
    if (typeof value === 'function') return () => again(value(), field);
    if (typeof value !== 'object' || value === null) return value;
    const known = made.get(value);
    if (known !== undefined) return known;
    return Array.isArray(value) ? list(value, field) : record(value);
  };
  const list = (items: readonly unknown[], field: PropertyKey): readonly unknown[] => {
    const order = orders.lists[String(field)];
    const rebuilt = items.map((item) => again(item, ''));
    return order === undefined ? rebuilt : order(rebuilt);
  };
  const record = (value: object): object => {
    // A metric handle keeps its prototype, which has `where`.
    const copy: object = Object.create(Object.getPrototypeOf(value));
    made.set(value, copy);
    for (const key of orders.keys(Reflect.ownKeys(value))) {
      const part: unknown = Reflect.get(value, key);
      Reflect.set(copy, key, typeof key === 'symbol' ? part : again(part, key));
    }
    return Object.freeze(copy);
  };
  return again(root, '');
}
