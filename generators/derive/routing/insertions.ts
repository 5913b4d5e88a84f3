import { COLLECTION_STYLE, EVENT_ID, type Event, parseEvents } from 'js-yaml';
import type { Insertion, ListName } from '../../model/routing.ts';

/** A YAML node by where it is in the text. Keys of mappings are compared as they are written. */
interface Spot {
  readonly kind: 'mapping' | 'sequence' | 'empty' | 'other';
  /** The first key, the first dash, `{`, `[`, or the start of a scalar. */
  readonly start: number;
  readonly isFlow: boolean;
  readonly end: number;
  readonly entries: readonly { readonly key: Spot; readonly name: string; readonly value: Spot }[];
}

const leaf = (kind: Spot['kind'], start: number, end: number): Spot => ({
  kind,
  start,
  end,
  isFlow: false,
  entries: [],
});

/** Reads the node at the head of the queue of events. */
function spotOf(events: Iterator<Event>, text: string): Spot | undefined {
  const event = events.next().value;
  if (event === undefined || event.type === EVENT_ID.POP) return undefined;
  if (event.type === EVENT_ID.SCALAR) {
    return leaf(event.valueStart < 0 ? 'empty' : 'other', event.valueStart, event.valueEnd);
  }
  if (event.type === EVENT_ID.ALIAS) return leaf('other', event.anchorStart, event.anchorEnd);
  const children: Spot[] = [];
  for (let child = spotOf(events, text); child !== undefined; child = spotOf(events, text)) children.push(child);
  if (event.type === EVENT_ID.DOCUMENT) return children[0] ?? leaf('empty', -1, -1);
  const isFlow = event.style === COLLECTION_STYLE.FLOW;
  const kind = event.type === EVENT_ID.MAPPING ? 'mapping' : 'sequence';
  return { kind, start: event.start, end: -1, isFlow, entries: kind === 'mapping' ? paired(children, text) : [] };
}

function paired(children: readonly Spot[], text: string): Spot['entries'] {
  return children.flatMap((key, index) => {
    const value = children[index + 1];
    return index % 2 === 1 || value === undefined ? [] : [{ key, name: text.slice(key.start, key.end), value }];
  });
}

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

function endOfLine(text: string, at: number): number {
  const end = text.slice(at).search(/\r?\n|$/);
  return at + end;
}

/** Where items go that are put first into the list `list` of a mapping; undefined where its value is something else. */
function insertion(text: string, mapping: Spot, list: ListName): Insertion | undefined {
  const found = mapping.entries.find(({ name }) => name === list);
  if (found === undefined) {
    const form = mapping.isFlow ? 'new-key-in-braces' : 'new-key';
    return { list, form, at: mapping.start + (mapping.isFlow ? 1 : 0), indent: columnOf(text, mapping.start) };
  }
  const { key, value } = found;
  const at = endOfLine(text, key.end);
  if (value.kind === 'sequence' && value.isFlow) return { list, form: 'in-brackets', at: value.start + 1, indent: 0 };
  if (value.kind === 'sequence') return { list, form: 'below-key', at, indent: columnOf(text, value.start) };
  if (value.kind === 'empty' && !mapping.isFlow)
    return { list, form: 'below-key', at, indent: columnOf(text, key.start) + 2 };
  return undefined;
}

/** Where our lists go into the text of a configuration, in the order of the text; undefined where there is no safe place. */
export function insertionsInto(text: string): readonly Insertion[] | undefined {
  const top = spotOf(parseEvents(text, {})[Symbol.iterator](), text);
  const route = top?.entries.find(({ name }) => name === 'route')?.value;
  if (top?.kind !== 'mapping' || route?.kind !== 'mapping') return undefined;
  const lists = (['templates', 'inhibit_rules', 'receivers'] as const).map((list) => insertion(text, top, list));
  const all = [insertion(text, route, 'routes'), ...lists].filter((one) => one !== undefined);
  return all.length < 4 ? undefined : all.sort((a, b) => a.at - b.at);
}
