import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { writeArtifacts } from '../../generators/write/write-artifacts.ts';
import { contentsOf, plant, scratchDirectory } from './scratch-directory.ts';

const disk = vi.hoisted(() => ({ filesUntilFull: Number.POSITIVE_INFINITY }));

vi.mock('node:fs/promises', async (importOriginal) => {
  const original = await importOriginal<typeof import('node:fs/promises')>();
  const open: typeof original.open = (...call) => {
    disk.filesUntilFull -= 1;
    return disk.filesUntilFull < 0 ? Promise.reject(new Error('ENOSPC: no space left')) : original.open(...call);
  };
  return { ...original, open };
});

const versionOf = (version: string) =>
  Array.from({ length: 40 }, (_, index) => ({ path: `prod/${version}/${index}`, content: version }));

it('a full disk leaves the output as it was, and nothing staged, wherever it strikes', async () => {
  const out = scratchDirectory();
  disk.filesUntilFull = Number.POSITIVE_INFINITY;
  await writeArtifacts(out, versionOf('old'));
  const before = contentsOf(out);
  for (const filesUntilFull of [0, 1, 20, 39]) {
    disk.filesUntilFull = filesUntilFull;
    const more = [...versionOf('new'), { path: 'staging/a', content: 'new' }];
    await expect(writeArtifacts(out, more)).rejects.toThrow('ENOSPC');
    expect(contentsOf(out)).toEqual(before);
  }
});

it('a file that cannot be put in its place is an error, and nothing staged stays behind', async () => {
  const out = scratchDirectory();
  disk.filesUntilFull = Number.POSITIVE_INFINITY;
  await writeArtifacts(out, [{ path: 'prod/a', content: '1' }]);
  mkdirSync(join(out, 'prod/b'));
  plant(out, { 'prod/b/.theirs': 'kept' });
  await expect(writeArtifacts(out, [{ path: 'prod/b', content: '2' }])).rejects.toThrow('prod/b');
  expect(Object.keys(contentsOf(out))).toEqual(['prod/.signalbox', 'prod/a', 'prod/b/.theirs']);
});
