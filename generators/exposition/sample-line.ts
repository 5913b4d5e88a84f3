import { excerpt } from './excerpt.ts';
import { closingQuote, unescaped } from './quoted-text.ts';

/** A sample's name and labels; its value is checked and forgotten. */
export interface Sample {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Reads a line from left to right. */
interface Cursor {
  /** The text at the cursor that the sticky pattern matches; moves behind it. */
  readonly take: (pattern: RegExp) => string | undefined;
  /** The text in double quotes at the cursor, without them and its escapes; moves behind it. */
  readonly takeQuoted: () => string | undefined;
  readonly rest: () => string;
}

const BLANKS = /[ \t]*/y;
const METRIC = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
const LABEL = /[a-zA-Z_][a-zA-Z0-9_]*/y;
const WORD = /[^ \t]+/y;
/** What Go's ParseFloat reads, which is what Prometheus asks. */
const NUMBER = /^[+-]?(?:inf|infinity|nan|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|0x[\da-f.]+(?:p[+-]?\d+)?)$/i;

/** `name{label="value"} value [timestamp] [# {label="value"} value [timestamp]]`, or the message that says why it is none. */
export function readSample(line: string): Sample | string {
  const cursor = cursorOn(line);
  const bare = cursor.take(METRIC);
  const labels = readLabels(cursor, bare === undefined);
  if (typeof labels === 'string') return labels;
  const name = bare ?? labels.name;
  if (name === undefined) return `A sample starts with the name of a metric; this line starts with ${excerpt(line)}.`;
  return readNumbers(cursor) ?? { name, labels: Object.fromEntries(labels.pairs) };
}

function cursorOn(line: string): Cursor {
  let at = 0;
  return {
    take: (pattern) => {
      pattern.lastIndex = at;
      const match = pattern.exec(line);
      if (match === null) return undefined;
      at += match[0].length;
      return match[0];
    },
    takeQuoted: () => {
      const [start, end] = [at, closingQuote(line, at)];
      if (end === -1) return undefined;
      at = end + 1;
      return unescaped(line.slice(start + 1, end));
    },
    rest: () => line.slice(at),
  };
}

interface Labels {
  /** Quoted and without a value it is the metric's name, in Prometheus 3: `{"http.requests", method="GET"}`. */
  readonly name?: string;
  readonly pairs: ReadonlyMap<string, string>;
}

function readLabels(cursor: Cursor, nameInside: boolean): Labels | string {
  const pairs = new Map<string, string>();
  let name: string | undefined;
  cursor.take(BLANKS);
  if (cursor.take(/\{/y) === undefined) return { pairs };
  for (;;) {
    cursor.take(BLANKS);
    if (cursor.take(/\}/y) !== undefined) return { ...(name === undefined ? {} : { name }), pairs: written(pairs) };
    const item = readItem(cursor);
    if (typeof item === 'string') return item;
    if (item.value === undefined) {
      if (!nameInside || name !== undefined || pairs.size > 0) return `The label ${excerpt(item.key)} has no value.`;
      name = item.key;
    } else if (pairs.has(item.key)) return `The label ${excerpt(item.key)} is there twice.`;
    else pairs.set(item.key, item.value);
    cursor.take(BLANKS);
    if (cursor.take(/,/y) === undefined && !cursor.rest().startsWith('}'))
      return `Between labels there is a comma and behind the last a brace; here is ${excerpt(cursor.rest())}.`;
  }
}

/** A label with an empty value is no label to Prometheus. */
function written(pairs: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...pairs].filter(([, value]) => value !== ''));
}

function readItem(cursor: Cursor): { readonly key: string; readonly value?: string } | string {
  const start = cursor.rest();
  const quoted = cursor.takeQuoted();
  const key = quoted ?? cursor.take(LABEL);
  if (key === undefined || key === '') return `A label has a name; here is ${excerpt(start)}.`;
  cursor.take(BLANKS);
  if (cursor.take(/=/y) === undefined)
    return quoted === undefined ? `The label ${excerpt(key)} has no value.` : { key };
  cursor.take(BLANKS);
  const value = cursor.takeQuoted();
  return value === undefined
    ? `The value of the label ${excerpt(key)} stands in double quotes; here is ${excerpt(cursor.rest())}.`
    : { key, value };
}

function readNumbers(cursor: Cursor): string | undefined {
  cursor.take(BLANKS);
  const value = cursor.take(WORD);
  if (value === undefined) return 'The sample has no value.';
  if (!NUMBER.test(value)) return `The value ${excerpt(value)} is no number.`;
  cursor.take(BLANKS);
  const time = cursor.take(/[^ \t#]+/y);
  if (time !== undefined && !NUMBER.test(time)) return `The time stamp ${excerpt(time)} is no number.`;
  cursor.take(BLANKS);
  if (cursor.rest() === '') return undefined;
  return cursor.take(/#/y) === undefined ? `Behind the sample there is ${excerpt(cursor.rest())}.` : exemplar(cursor);
}

function exemplar(cursor: Cursor): string | undefined {
  cursor.take(BLANKS);
  if (!cursor.rest().startsWith('{')) return `An exemplar starts with its labels; here is ${excerpt(cursor.rest())}.`;
  const labels = readLabels(cursor, false);
  if (typeof labels === 'string') return `Exemplar: ${labels}`;
  const numbers = cursor
    .rest()
    .split(/[ \t]+/)
    .filter((word) => word !== '');
  return numbers.length > 0 && numbers.length < 3 && numbers.every((word) => NUMBER.test(word))
    ? undefined
    : `An exemplar has a value and at most a time stamp; here is ${excerpt(cursor.rest())}.`;
}
