/** Fields that hold what people write; the others hold ids, units and the like, which have a grammar of their own. */
const written: ReadonlySet<string> = new Set([
  ...['title', 'description', 'symptoms', 'do', 'cause', 'signs', 'escalation', 'impact', 'condition', 'contact'],
  ...['escalationPolicy', 'channel', 'to', 'examples', 'reason', 'owner', 'objectiveText', 'environment'],
]);
const lists: ReadonlySet<string> = new Set(['firstSteps', 'diagnosis', 'fix', 'aftercare', 'notes']);

/** A copy in which every written text is another; prototypes (of metric handles) stay. Counts what it replaced. */
export function replaceTexts<T>(value: T, text: string): { readonly value: T; readonly replaced: number } {
  let replaced = 0;
  const put = (): string => {
    replaced += 1;
    return text;
  };
  const copies = new Map<object, unknown>();
  function copy(one: unknown, key: string): unknown {
    if (typeof one === 'string') return written.has(key) || lists.has(key) ? put() : one;
    if (typeof one !== 'object' || one === null) return one;
    const seen = copies.get(one);
    if (seen !== undefined) return seen;
    if (Array.isArray(one)) return one.map((item) => copy(item, key));
    const target: object = Object.create(Object.getPrototypeOf(one));
    copies.set(one, target);
    for (const [name, item] of Object.entries(one))
      Object.defineProperty(target, name, { value: copy(item, name), enumerable: true });
    return target;
  }
  return { value: copy(value, '') as T, replaced };
}
