import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesIn, type Tree } from './trees.ts';

/** The line that makes a file of rules one of Mimir's; promtool, which knows no such field, refuses it. */
const NAMESPACE = /^namespace: .*\n/m;

const copies = new Map<Tree, string>();
const found: string[] = [];

/** The files that were copied without their namespace. */
export const namespaced: readonly string[] = found;

/** Where promtool finds the rules of a tree and their tests: in the tree, or where a Mimir has some in a copy. */
export function promtoolDirectory(tree: Tree): string {
  const files = filesIn(tree, /^prometheus\//);
  if (!files.some(([, text]) => NAMESPACE.test(text))) return tree.directory;
  const copy = copies.get(tree) ?? copied(files);
  copies.set(tree, copy);
  return copy;
}

function copied(files: readonly (readonly [string, string])[]): string {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-rules-'));
  for (const [path, text] of files) {
    const target = join(directory, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text.replace(NAMESPACE, ''));
    if (NAMESPACE.test(text)) found.push(target);
  }
  return directory;
}

/** The tests are done with the copies. */
export function removeCopies(): void {
  for (const directory of copies.values()) rmSync(directory, { recursive: true, force: true });
}
