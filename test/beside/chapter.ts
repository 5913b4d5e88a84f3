/** The chapter in which an organisation has everything already, compiled up to its files. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesNamedBy } from '../../generators/cli/load.ts';
import { derive } from '../../generators/derive/index.ts';
import { emitters } from '../../generators/emit/index.ts';
import type { Artifact } from '../../generators/model/artifact.ts';
import type { Compiled } from '../../generators/model/observables.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';
import stacks from '../cases/16-beside-everything/definition.ts';
import { existingFiles, folderOf } from '../cases/files.ts';
import { found } from '../short-video/tree.ts';

const chapter = '16-beside-everything';

/** A file of theirs, as it is on the disk. */
export const theirs = (file: string): Buffer => readFileSync(join(folderOf(chapter), file));

function compiledChapter(): Compiled {
  const shapes = checkShapes(stacks);
  const files = existingFiles(chapter, stacks.flatMap(filesNamedBy));
  return derive(found(resolveStack(stacks[0], shapes.sound, files).stack, 'the stack of the chapter'));
}

export const beside: Compiled = compiledChapter();

export const artifacts: readonly Artifact[] = emitters.flatMap((emit) => emit(beside));

/** What is written under a path of the stack. */
export const written = (path: string): string =>
  found(
    artifacts.find((one) => one.path === `example/${path}`),
    path,
  ).content;
