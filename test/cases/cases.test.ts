import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesNamedBy } from '../../generators/cli/load.ts';
import { compile } from '../../generators/compile.ts';
import { type Chapter, chapters } from './chapters.ts';
import { differences, existingFiles, folderOf, readTree, writeTree } from './files.ts';

/** `make golden` writes the trees anew; the diff is then read, not waved through. */
const rewrites = process.env.UPDATE_GOLDEN === '1';

const unwatched = 'stack/unwatched';

function compiled(name: string, { default: stacks }: Chapter) {
  const existing = existingFiles(name, stacks.flatMap(filesNamedBy));
  const { artifacts, diagnostics } = compile(stacks, existing);
  const tree = new Map(artifacts.map(({ path, content }) => [path, content]));
  return { tree, emitted: artifacts.map(({ path }) => path), diagnostics };
}

describe.each(Object.entries(chapters))('%s', (name, chapter) => {
  const { tree, emitted, diagnostics } = compiled(name, chapter);
  const golden = join(folderOf(name), 'out');
  if (rewrites) writeTree(golden, tree);

  test('is complained about as it says', () => {
    const codes = diagnostics.map(({ code }) => code).sort();
    expect(codes.filter((code) => code !== unwatched)).toEqual(chapter.codes ?? []);
    expect(codes.includes(unwatched)).toBe(chapter.watched !== true);
  });

  test('becomes the files that it lists, each once', () => {
    expect([...emitted].sort()).toEqual([...chapter.paths].sort());
    expect(tree.size).toBe(emitted.length);
  });

  test('becomes the tree in out/, to the byte', () => {
    const committed = readTree(golden);
    // One after the other first, for a diff that can be read.
    for (const [path, content] of committed) if (tree.has(path)) expect(tree.get(path), path).toBe(content);
    expect(differences(committed, tree)).toEqual([]);
  });
});

test('every folder is a chapter, and every chapter has its folder', () => {
  const folders = readdirSync(folderOf(), { withFileTypes: true }).filter((one) => one.isDirectory());
  expect(folders.map((one) => one.name).sort()).toEqual(Object.keys(chapters));
});

test.each([
  ['a file that nobody emits any more', { a: '1', b: '2' }, { a: '1' }, ['b is not emitted any more']],
  ['a file that nobody committed', { a: '1' }, { a: '1', b: '2' }, ['b is new']],
  ['one byte', { a: '1\n' }, { a: '1' }, ['a differs']],
  ['nothing', { a: '1' }, { a: '1' }, []],
])('the comparison notices %s', (_, committed, emitted, want) => {
  expect(differences(new Map(Object.entries(committed)), new Map(Object.entries(emitted)))).toEqual(want);
});
