import { homedir, hostname, tmpdir } from 'node:os';
import { z } from 'zod';
import { repositoryRoot, textOf } from '../repository/repository-root.ts';

/** A text by which a machine, a moment or a tool would betray itself in an output. */
export interface Trace {
  readonly of: string;
  readonly text: string;
  /** A name that other words may hold: a host called `vm` is not in `nvme0n1`. */
  readonly isWord?: true;
}

const versions = z.record(z.string(), z.string());
const manifest = z
  .object({ version: z.string(), dependencies: versions, devDependencies: versions })
  .parse(JSON.parse(textOf('package.json')));

const DAY_MS = 86_400_000;

/** What must not be in any output: places of this machine, versions of what runs here, yesterday, today and tomorrow. */
export function tracesOf(now: Date): readonly Trace[] {
  const { version, dependencies, devDependencies } = manifest;
  const tools = { signalbox: version, 'Node.js': process.versions.node, ...dependencies, ...devDependencies };
  return [
    { of: 'the repository', text: repositoryRoot },
    { of: 'the working directory', text: process.cwd() },
    { of: 'the home', text: homedir() },
    { of: 'the temporary directory', text: tmpdir() },
    { of: 'the host', text: hostname(), isWord: true },
    ...Object.entries(tools).map(([name, number]) => ({ of: `the version of ${name}`, text: number })),
    ...[-1, 0, 1].flatMap((days) => daysIn(new Date(now.getTime() + days * DAY_MS))),
  ];
}

/** `2025-01-31` and `31 Jan 2025`. */
function daysIn(day: Date): readonly Trace[] {
  return [day.toISOString().slice(0, 10), day.toUTCString().slice(5, 16)].map((text) => ({ of: 'a day', text }));
}

/** The traces in a text. A version is not found in a longer one: `1.1.0` is not in `11.1.0`; a name is a word of its own. */
export function tracesIn(text: string, traces: readonly Trace[]): readonly string[] {
  return traces.filter((trace) => patternOf(trace).test(text)).map((trace) => `${trace.of}: ${trace.text}`);
}

function patternOf({ text, isWord }: Trace): RegExp {
  const literal = text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(isWord ? `(?<!\\w)${literal}(?!\\w)` : `(?<![\\d.])${literal}(?!\\.?\\d)`);
}
