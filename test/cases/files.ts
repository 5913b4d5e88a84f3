import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));

/** The folder of a chapter, or of all of them. */
export const folderOf = (chapter = ''): string => join(here, chapter);

/** Texts by path, below a directory; sorted by path. An absent directory is empty. */
export function readTree(directory: string): ReadonlyMap<string, string> {
  if (!existsSync(directory)) return new Map();
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name).slice(directory.length + 1));
  return new Map(paths.sort().map((path) => [path.split(sep).join('/'), readFileSync(join(directory, path), 'utf8')]));
}

/** What of one tree is not in the other, and what differs; empty where both are the same to the byte. */
export function differences(want: ReadonlyMap<string, string>, got: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...new Set([...want.keys(), ...got.keys()])].sort();
  return paths.flatMap((path) => {
    if (!got.has(path)) return [`${path} is not emitted any more`];
    if (!want.has(path)) return [`${path} is new`];
    return want.get(path) === got.get(path) ? [] : [`${path} differs`];
  });
}

/** Puts a tree in the place of what the directory holds. */
export function writeTree(directory: string, tree: ReadonlyMap<string, string>): void {
  rmSync(directory, { recursive: true, force: true });
  for (const [path, content] of tree) {
    mkdirSync(dirname(join(directory, path)), { recursive: true });
    writeFileSync(join(directory, path), content);
  }
}

/** The files that a chapter's stacks name, by that name, as the loader hands them to the compiler. */
export function existingFiles(chapter: string, names: readonly string[]): ReadonlyMap<string, string> {
  return new Map(names.map((name) => [name, readFileSync(join(folderOf(chapter), name), 'utf8')] as const));
}
