import { lstatSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { makeDirectory } from '../../write/make-directory.ts';
import type { World } from '../world.ts';
import { interview } from './answers.ts';
import type { InitCall } from './arguments.ts';
import { nextSteps } from './next-steps.ts';
import { projectFiles, tsconfig } from './project-files.ts';

/** Writes a project to begin with, all of it or nothing; gives the exit code. */
export async function init(call: InitCall, world: World): Promise<number> {
  const root = resolve(world.cwd, call.dir);
  const talk = await interview(call, world);
  if (talk.kind === 'unanswered') return refuse(talk.message, world);
  const ownConfig = textOf(join(root, 'tsconfig.json'));
  const files = {
    ...projectFiles(talk.answers),
    ...(ownConfig === undefined ? { 'tsconfig.json': tsconfig } : {}),
  };
  const taken = Object.keys(files).filter((path) => isTaken(join(root, path)));
  if (taken.length > 0) {
    const list = taken.map((path) => `  ${path}\n`).join('');
    world.complain(`signalbox: these are there already, and nothing was written:\n${list}`);
    return 2;
  }
  const failure = writeAll(root, files);
  if (failure !== undefined) return refuse(`${failure} Nothing was written.`, world);
  const manifest = textOf(join(root, 'package.json'));
  world.say(nextSteps({ dir: call.dir, paths: Object.keys(files), manifest, ownConfig }));
  return 0;
}

function refuse(message: string, world: World): number {
  world.complain(`signalbox: ${message}\n`);
  return 2;
}

/** A dangling link is in the way, too. What cannot be looked at cannot be written either, and says so then. */
function isTaken(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A file that is there and cannot be read is found to be in the way.
    return undefined;
  }
}

/** Why not all could be written, or undefined; takes back the files that were. */
function writeAll(root: string, files: Readonly<Record<string, string>>): string | undefined {
  const written: string[] = [];
  for (const [path, text] of Object.entries(files)) {
    const file = join(root, path);
    try {
      makeDirectory(dirname(file));
      writeFileSync(file, text, { flag: 'wx' });
      written.push(file);
    } catch (error) {
      for (const one of written) rmSync(one);
      return `${file} cannot be written (${error instanceof Error && 'code' in error ? error.code : 'unknown'}).`;
    }
  }
  return undefined;
}
