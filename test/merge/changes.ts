import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import type { Tree } from '../short-video/tree.ts';
import { plant } from '../write/scratch-directory.ts';

/** The files in which two trees differ, sorted. */
export function changedFiles(before: Tree, after: Tree): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).sort();
}

/** Lines that a reviewer sees in the diff of two trees, by file: those taken out and those put in. */
export function changedLines(before: Tree, after: Tree, scratch: string): ReadonlyMap<string, number> {
  const paths = changedFiles(before, after);
  for (const [side, tree] of Object.entries({ before, after })) {
    plant(join(scratch, side), Object.fromEntries(paths.map((path) => [path, tree.get(path) ?? ''])));
  }
  const diff = spawnSync('git', ['diff', '--no-index', '--no-renames', '--numstat', 'before', 'after'], {
    cwd: scratch,
    encoding: 'utf8',
  });
  if (diff.error !== undefined) throw diff.error;
  const counts = [...diff.stdout.matchAll(/^(\d+)\t(\d+)\t\{before => after\}\/(.+)$/gm)];
  const lines = new Map(counts.map(([, plus, minus, path]) => [path ?? '', Number(plus) + Number(minus)]));
  if (lines.size !== paths.length)
    throw new Error(`git diff says of ${paths.length} files: ${diff.stdout}${diff.stderr}`);
  return lines;
}
