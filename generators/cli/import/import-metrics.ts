import { lstatSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { printDeclarations } from '../../declarations/print-declarations.ts';
import type { Observed } from '../../exposition/observed.ts';
import { makeDirectory } from '../../write/make-directory.ts';
import type { World } from '../world.ts';
import type { ImportCall } from './arguments.ts';
import { readExposition } from './read-exposition.ts';
import { readServer } from './read-server.ts';

/** Writes declarations of what was exposed; gives the exit code. */
export async function importMetrics(call: ImportCall, world: World): Promise<number> {
  const { source, match, out } = call;
  const reading =
    source.kind === 'exposition' ? readExposition(source.file, world.cwd) : await readServer(source.url, match, world);
  if (reading.kind === 'failed') return refuse(reading.message, world);
  for (const warning of reading.warnings) world.complain(`warning ${warning}\n`);
  const { observed, source: origin, without } = reading;
  const { text, declared, undeclared } = printDeclarations(observed, {
    source: origin,
    without,
    ...(match === undefined ? {} : { match }),
  });
  if (declared + undeclared === 0) return refuse(nothingIn(observed, origin, match), world);
  if (out === undefined) {
    world.say(text);
    return 0;
  }
  const failure = writeNew(resolve(world.cwd, out), text);
  if (failure !== undefined) return refuse(`${out} ${failure}.`, world);
  world.say(`${out}: ${counted(declared, 'metric')} declared${undeclared === 0 ? '' : `, ${undeclared} not`}\n`);
  return 0;
}

function refuse(message: string, world: World): number {
  world.complain(`signalbox: ${message}\n`);
  return 2;
}

function nothingIn(observed: Observed, origin: string, match: RegExp | undefined): string {
  if (observed.families.size === 0 || match === undefined) return `there is no metric in ${origin}.`;
  return `no metric in ${origin} has a name that matches ${match}; there are ${observed.families.size}.`;
}

/** Why the file could not be written, or undefined. What is there stays. */
function writeNew(path: string, text: string): string | undefined {
  try {
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) return 'is there already, and is not overwritten';
    makeDirectory(dirname(path));
    writeFileSync(path, text, { flag: 'wx' });
    return undefined;
  } catch (error) {
    return `cannot be written (${codeOf(error)})`;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
