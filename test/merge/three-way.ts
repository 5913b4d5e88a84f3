import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tree } from '../short-video/tree.ts';

export interface Merged {
  readonly tree: Tree;
  /** Files that both branches changed, each in its own way. */
  readonly shared: readonly string[];
  /** Those of them that a person would have to merge. */
  readonly conflicts: readonly string[];
}

/** Merges two branches as git does, file by file; git itself is asked only about files that both changed. */
export function mergeTrees(base: Tree, left: Tree, right: Tree, scratch: string): Merged {
  const tree = new Map<string, string>();
  const shared: string[] = [];
  const conflicts: string[] = [];
  for (const path of new Set([...base.keys(), ...left.keys(), ...right.keys()])) {
    const [was, ours, theirs] = [base.get(path), left.get(path), right.get(path)];
    const settled = ours === theirs || theirs === was ? [ours] : ours === was ? [theirs] : undefined;
    if (settled === undefined) shared.push(path);
    const merged = settled === undefined ? gitMerge([ours, was, theirs], scratch) : settled[0];
    if (settled === undefined && merged === undefined) conflicts.push(path);
    if (merged !== undefined) tree.set(path, merged);
  }
  return { tree, shared: shared.sort(), conflicts: conflicts.sort() };
}

type Versions = readonly [ours: string | undefined, base: string | undefined, theirs: string | undefined];

/** The merged text, or undefined where git asks a person; one side deleting what the other changed is such a case. */
function gitMerge([ours, base, theirs]: Versions, scratch: string): string | undefined {
  if (ours === undefined || theirs === undefined) return undefined;
  const files = [ours, base ?? '', theirs].map((text, index) => {
    const file = join(scratch, `version-${index}`);
    writeFileSync(file, text);
    return file;
  });
  const { status, stdout, error } = spawnSync('git', ['merge-file', '-p', '--quiet', ...files], {
    encoding: 'utf8',
    maxBuffer: 64 * 2 ** 20,
  });
  if (error !== undefined) throw error;
  if (status === null || status < 0 || status > 127) throw new Error(`git merge-file ended with ${status}`);
  return status === 0 ? stdout : undefined;
}
