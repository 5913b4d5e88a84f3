import { homedir, hostname, tmpdir } from 'node:os';
import { z } from 'zod';
import { repositoryRoot, textOf } from '../repository/repository-root.ts';

/** A text by which a machine, a moment or a tool would betray itself in an output. */
export interface Trace {
  readonly of: string;
  readonly text: string;
}

const manifest = z
  .object({
    version: z.string(),
    dependencies: z.record(z.string(), z.string()),
    devDependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(textOf('package.json')));

/** What must not be in any output: places of this machine, versions of what runs here, and days around `now`. */
export function tracesOf(now: Date): readonly Trace[] {
  const { version, dependencies, devDependencies } = manifest;
  const versions = { signalbox: version, node: process.versions.node, ...dependencies, ...devDependencies };
  const places = { 'the repository': repositoryRoot, 'the working directory': process.cwd(), 'the home': homedir() };
  return [
    ...Object.entries({ ...places, 'the temporary directory': tmpdir(), 'the host': hostname() }),
    ...Object.entries(versions).map(([name, number]) => [`the version of ${name}`, number]),
    ...[-1, 0, 1].flatMap((days) => daysOf(new Date(now.getTime() + days * 86_400_000))),
  ].flatMap(([of, text]) => (of === undefined || text === undefined || text.length < 4 ? [] : [{ of, text }]));
}

function daysOf(day: Date): readonly (readonly string[])[] {
  const iso = day.toISOString().slice(0, 10);
  return [
    ['a day', iso],
    ['a day, by its words', day.toUTCString().slice(5, 16)],
    ['a day, in milliseconds', String(Math.floor(day.getTime() / 86_400_000) * 864).slice(0, 5)],
  ].filter(([, text]) => text !== undefined && text.length > 5);
}

/** The traces in a text: whole words, so that `1.1.0` is not found in `11.1.0`. */
export function tracesIn(text: string, traces: readonly Trace[]): readonly string[] {
  return traces.filter((trace) => contains(text, trace.text)).map(({ of, text: found }) => `${of}: ${found}`);
}

function contains(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const around = `${text[at - 1] ?? ' '}${text[at + word.length] ?? ' '}`;
    if (!/[\w.]/.test(around)) return true;
  }
  return false;
}
