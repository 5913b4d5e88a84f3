import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { excerpt } from '../../exposition/excerpt.ts';
import { type ExpositionProblem, parseExposition } from '../../exposition/parse.ts';
import type { Reading } from './reading.ts';

/** Problems of one exposition that are worth reading. */
const MOST_PROBLEMS = 20;

/** Reads a saved exposition, relative to `cwd`. */
export function readExposition(file: string, cwd: string): Reading {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, file), 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    return { kind: 'failed', message: `${file} cannot be read (${code}).` };
  }
  const { observed, problems } = parseExposition(text);
  return { kind: 'read', observed, source: excerpt(basename(file)), without: [], warnings: told(file, problems) };
}

function told(file: string, problems: readonly ExpositionProblem[]): readonly string[] {
  const lines = problems.slice(0, MOST_PROBLEMS).map(({ line, message }) => `${file}:${line}  ${message}`);
  const more = problems.length - lines.length;
  return more === 0 ? lines : [...lines, `${file}  ${more} more line${more === 1 ? '' : 's'} could not be read.`];
}
