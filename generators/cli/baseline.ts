import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { type Diagnostic, problem } from '../diagnostics/diagnostic.ts';
import { pathFrom } from '../diagnostics/place.ts';
import type { KnownError } from './settle.ts';

const schema = z.array(z.strictObject({ code: z.string(), path: z.string() }));

export type Baseline =
  | { readonly kind: 'read'; readonly file: string; readonly exists: boolean; readonly entries: readonly KnownError[] }
  | { readonly kind: 'unreadable'; readonly diagnostic: Diagnostic };

/** Reads `signalbox-baseline.json` beside the definitions file; where there is none, nothing is known. */
export function readBaseline(definitions: string, cwd: string): Baseline {
  const file = join(dirname(resolve(cwd, definitions)), 'signalbox-baseline.json');
  if (!existsSync(file)) return { kind: 'read', file, exists: false, entries: [] };
  const parsed = schema.safeParse(json(readFileSync(file, 'utf8')));
  if (parsed.success) return { kind: 'read', file, exists: true, entries: parsed.data };
  const message = 'the file is not a list of { code, path }';
  const cure = 'Restore it from version control.';
  const diagnostic = problem('baseline/unreadable', { path: [pathFrom(cwd, file)] }, message, cure);
  return { kind: 'unreadable', diagnostic };
}

/** Writes a baseline in one step, one entry per line, so that repairs show as removed lines. */
export function writeBaseline(file: string, entries: readonly KnownError[]): void {
  const lines = entries.map((entry) => `  ${JSON.stringify(entry)}`);
  const temporary = `${file}.${process.pid}`;
  writeFileSync(temporary, lines.length === 0 ? '[]\n' : `[\n${lines.join(',\n')}\n]\n`);
  renameSync(temporary, file);
}

/** The entries that speak of these stacks: the others are not known to be stale. */
export function entriesOf(entries: readonly KnownError[], stacks: readonly string[]): readonly KnownError[] {
  return stacks.length === 0 ? entries : entries.filter(({ path }) => stacks.includes(path.split(' › ')[0] ?? ''));
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
