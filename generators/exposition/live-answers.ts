import type { Description } from './families.ts';
import type { ObservedSeries } from './observed.ts';
import { closingQuote } from './quoted-text.ts';

/** As /api/v1/metadata names types; an older server's words for others are `unknown`. */
const TYPES: readonly string[] = ['counter', 'gauge', 'histogram', 'gaugehistogram', 'summary', 'info', 'stateset'];

/** The `data` of an answer of the API, or undefined where the text is none. */
export function dataOf(text: string): unknown {
  try {
    const answer: unknown = JSON.parse(text);
    return isRecord(answer) && answer.status === 'success' ? answer.data : undefined;
  } catch {
    return undefined;
  }
}

/** What /api/v1/metadata says. Where targets disagree, the first in the alphabet that knows its type. */
export function descriptionsIn(data: unknown): ReadonlyMap<string, Description> | undefined {
  if (!isRecord(data)) return undefined;
  return new Map(
    Object.entries(data).flatMap(([name, said]) => {
      const all = (Array.isArray(said) ? said : []).filter(isRecord).map(described).sort(byKnowledge);
      return all[0] === undefined ? [] : [[name, all[0]] as const];
    }),
  );
}

function described({ type, help }: Readonly<Record<string, unknown>>): Description {
  const known = typeof type === 'string' && TYPES.includes(type);
  return { type: known ? type : 'unknown', help: typeof help === 'string' ? help : '' };
}

function byKnowledge(a: Description, b: Description): number {
  const key = ({ type, help }: Description) => `${type === 'unknown' ? 1 : 0}${type}\n${help}`;
  return key(a) < key(b) ? -1 : 1;
}

/** The series of an answer of /api/v1/series that was cut off, as far as they are whole. */
export function beginningOfSeries(text: string): unknown {
  const start = /^[^[]*"data"\s*:\s*\[/.exec(text)?.[0].length;
  if (start === undefined) return undefined;
  const end = endOfLastObject(text, start);
  return dataOf(`{"status":"success","data":[${text.slice(start, end)}]}`);
}

/** The objects are flat: a brace outside of quotes ends one. */
function endOfLastObject(text: string, start: number): number {
  let end = start;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '}') end = at + 1;
    if (text[at] !== '"') continue;
    const close = closingQuote(text, at);
    if (close === -1) return end;
    at = close;
  }
  return end;
}

/** The series in the data of /api/v1/series, or undefined where it is something else. */
export function seriesIn(data: unknown): readonly ObservedSeries[] | undefined {
  return Array.isArray(data) ? data.flatMap((one) => (isRecord(one) ? seriesOf(one) : [])) : undefined;
}

function seriesOf(labels: Readonly<Record<string, unknown>>): readonly ObservedSeries[] {
  const texts = Object.entries(labels).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const name = texts.find(([label]) => label === '__name__')?.[1];
  return name === undefined
    ? []
    : [{ name, labels: Object.fromEntries(texts.filter(([label]) => label !== '__name__').sort(byKey)) }];
}

function byKey([a]: readonly [string, string], [b]: readonly [string, string]): number {
  return a < b ? -1 : 1;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
