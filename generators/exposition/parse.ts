import { readComment } from './comment-line.ts';
import { excerpt } from './excerpt.ts';
import { type Description, gatherFamilies } from './families.ts';
import type { Observed, ObservedSeries } from './observed.ts';
import { readSample } from './sample-line.ts';

export interface ExpositionProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface Exposition {
  readonly observed: Observed;
  /** By line. Everything else was read. */
  readonly problems: readonly ExpositionProblem[];
}

/** What was read so far. */
interface Reading {
  readonly types: Map<string, string>;
  readonly helps: Map<string, string>;
  readonly series: ObservedSeries[];
  /** The lines of the series that were seen, by their text. */
  readonly lines: Map<string, number>;
  /** The line of `# EOF`. */
  end: number | undefined;
}

/**
 * Reads what a server exposes: Prometheus' text format 0.0.4
 * (https://prometheus.io/docs/instrumenting/exposition_formats/) or OpenMetrics 1.0 text
 * (https://prometheus.io/docs/specs/om/open_metrics_spec/), quoted UTF-8 names among it. Never throws.
 */
export function parseExposition(text: string): Exposition {
  const reading: Reading = { types: new Map(), helps: new Map(), series: [], lines: new Map(), end: undefined };
  const problems: ExpositionProblem[] = [];
  for (const [index, raw] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    const message = readLine(raw.replace(/\r$/, '').replace(/^[ \t]+/, ''), index + 1, reading);
    if (message !== undefined) problems.push({ line: index + 1, message });
  }
  const described = descriptions(reading);
  const seen = new Set(reading.series.map(({ name }) => name));
  const known = [...described].flatMap(([name, { type }]) => exposedAs(name, type, seen, reading.end !== undefined));
  return { observed: gatherFamilies(described, reading.series, known), problems };
}

function readLine(line: string, number: number, reading: Reading): string | undefined {
  if (line === '') return undefined;
  if (reading.end !== undefined) return `The exposition ended with # EOF in line ${reading.end}; here is more.`;
  return line.startsWith('#') ? takeComment(line, number, reading) : takeSample(line, number, reading);
}

function takeComment(line: string, number: number, reading: Reading): string | undefined {
  const comment = readComment(line);
  switch (comment.kind) {
    case 'help':
      return takeOnce(reading.helps, 'HELP', comment);
    case 'type':
      return takeOnce(reading.types, 'TYPE', comment);
    case 'end':
      reading.end = number;
      return undefined;
    case 'wrong':
      return comment.message;
    default:
      return undefined;
  }
}

function takeOnce(
  into: Map<string, string>,
  word: string,
  { name, text }: { readonly name: string; readonly text: string },
): string | undefined {
  if (into.has(name)) return `A second # ${word} of ${excerpt(name)}; the first is taken.`;
  into.set(name, text);
  return undefined;
}

function takeSample(line: string, number: number, reading: Reading): string | undefined {
  const sample = readSample(line);
  if (typeof sample === 'string') return sample;
  const key = JSON.stringify([sample.name, Object.entries(sample.labels).sort(([a], [b]) => (a < b ? -1 : 1))]);
  const first = reading.lines.get(key);
  if (first !== undefined) return `This series of ${excerpt(sample.name)} was in line ${first} already.`;
  reading.lines.set(key, number);
  reading.series.push(sample);
  return undefined;
}

function descriptions({ types, helps }: Reading): ReadonlyMap<string, Description> {
  const names = [...types.keys(), ...[...helps.keys()].filter((name) => !types.has(name))];
  return new Map(names.map((name) => [name, { type: types.get(name) ?? 'unknown', help: helps.get(name) ?? '' }]));
}

/** The name that a described family's series would have. OpenMetrics leaves the suffix out of `# TYPE`. */
function exposedAs(name: string, type: string, seen: ReadonlySet<string>, isOpenMetrics: boolean): readonly string[] {
  if (type === 'gaugehistogram') return [];
  const suffix = { counter: '_total', info: '_info' }[type];
  if (suffix === undefined || name.endsWith(suffix)) return [name];
  const there = [name, name + suffix].filter((one) => seen.has(one));
  return there.length > 0 ? there : [isOpenMetrics ? name + suffix : name];
}
