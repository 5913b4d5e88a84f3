import { EVENT_ID, type Event } from 'js-yaml';

/** A YAML node, by where it begins. */
interface Spot {
  readonly start: number;
  readonly items: readonly Spot[];
  /** Of a mapping, by the key as it is written. */
  readonly values: ReadonlyMap<string, Spot>;
}

/** The line, from 1, on which a node begins: `['groups', 0, 'rules', 3]` in the document of that number. */
export type LineOf = (document: number, path: readonly (string | number)[]) => number | undefined;

/** Finds lines in a text by the events of its YAML; what an alias stands for has none. */
export function linesOf(all: readonly Event[], text: string): LineOf {
  const events = all[Symbol.iterator]();
  const documents: Spot[] = [];
  for (let one = spotOf(events, text); one !== undefined; one = spotOf(events, text)) documents.push(one);
  const starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((end) => end.index + end[0].length)];
  return (document, path) => {
    const spot = path.reduce<Spot | undefined>(
      (at, step) => (typeof step === 'number' ? at?.items[step] : at?.values.get(step)),
      documents[document]?.items[0],
    );
    return spot === undefined || spot.start < 0 ? undefined : lineAt(starts, spot.start);
  };
}

/** Binary search for the last line that begins at or before an offset. */
function lineAt(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Reads the node at the head of the queue of events. */
function spotOf(events: Iterator<Event>, text: string): Spot | undefined {
  const event = events.next().value;
  if (event === undefined || event.type === EVENT_ID.POP) return undefined;
  if (event.type === EVENT_ID.SCALAR) return leaf(event.valueStart);
  if (event.type === EVENT_ID.ALIAS) return leaf(-1);
  const start = event.type === EVENT_ID.DOCUMENT ? 0 : event.start;
  const items: Spot[] = [];
  for (let item = spotOf(events, text); item !== undefined; item = spotOf(events, text)) items.push(item);
  return { start, items, values: event.type === EVENT_ID.MAPPING ? valuesOf(items, text) : new Map() };
}

const leaf = (start: number): Spot => ({ start, items: [], values: new Map() });

/** Keys and values alternate. A key in quotes is not looked for. */
function valuesOf(items: readonly Spot[], text: string): ReadonlyMap<string, Spot> {
  return new Map(
    items.flatMap((key, index) => {
      const value = items[index + 1];
      if (index % 2 === 1 || value === undefined || key.start < 0) return [];
      return [[/[\w-]*/y.exec(text.slice(key.start, key.start + 40))?.[0] ?? '', value] as const];
    }),
  );
}
