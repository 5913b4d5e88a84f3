import { lstatSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Artifact } from '../../generators/model/artifact.ts';
import { markerOf } from '../../generators/write/ownership.ts';
import { writeArtifacts } from '../../generators/write/write-artifacts.ts';
import { contentsOf, plant, scratchDirectory } from './scratch-directory.ts';

const artifactsOf = (files: Readonly<Record<string, string>>): readonly Artifact[] =>
  Object.entries(files).map(([path, content]) => ({ path, content }));
const marked = (...stacks: readonly string[]) =>
  Object.fromEntries(stacks.map((stack) => [`${stack}/.signalbox`, markerOf(stack).content]));

describe('a first build', () => {
  it('makes the directories, the marker and the files, and lists them', async () => {
    const out = join(scratchDirectory(), 'not', 'yet', 'there');
    const report = await writeArtifacts(out, artifactsOf({ 'prod/b/c.md': 'see\n', 'prod/a.yaml': 'a: 1\n' }));
    const written = ['prod/.signalbox', 'prod/a.yaml', 'prod/b/c.md'];
    expect(report).toEqual({ kind: 'written', written, removed: [], unchanged: 0 });
    expect(contentsOf(out)).toEqual({ ...marked('prod'), 'prod/a.yaml': 'a: 1\n', 'prod/b/c.md': 'see\n' });
  });

  it('writes text as UTF-8, byte for byte', async () => {
    const out = scratchDirectory();
    const content = '\ufeffé – 信号\r\nno newline at the end';
    await writeArtifacts(out, artifactsOf({ 'prod/a': content }));
    expect(contentsOf(out)['prod/a']).toBe(content);
  });

  it('takes an empty directory, and one that holds only dot names, which it leaves alone', async () => {
    const out = scratchDirectory();
    mkdirSync(join(out, 'prod'));
    plant(out, { 'staging/.git/config': 'theirs' });
    const report = await writeArtifacts(out, artifactsOf({ 'prod/a': '1', 'staging/a': '2' }));
    expect(report.kind).toBe('written');
    await writeArtifacts(out, artifactsOf({ 'staging/b': '3' }));
    expect(contentsOf(out)).toEqual({ ...marked('staging'), 'staging/.git/config': 'theirs', 'staging/b': '3' });
  });
});

describe('a further build', () => {
  it('does not touch a file whose bytes are the same', async () => {
    const out = scratchDirectory();
    await writeArtifacts(out, artifactsOf({ 'prod/same': '1', 'prod/other': '1' }));
    utimesSync(join(out, 'prod/same'), 1, 1);
    const before = lstatSync(join(out, 'prod/same'));
    const report = await writeArtifacts(out, artifactsOf({ 'prod/same': '1', 'prod/other': '2' }));
    expect(report).toEqual({ kind: 'written', written: ['prod/other'], removed: [], unchanged: 2 });
    const after = lstatSync(join(out, 'prod/same'));
    expect([after.ino, after.mtimeMs]).toEqual([before.ino, before.mtimeMs]);
  });

  it('replaces a file by rename, so that who has the old one open reads it to its end', async () => {
    const out = scratchDirectory();
    await writeArtifacts(out, artifactsOf({ 'prod/a': 'old' }));
    const before = lstatSync(join(out, 'prod/a')).ino;
    await writeArtifacts(out, artifactsOf({ 'prod/a': 'new' }));
    expect(lstatSync(join(out, 'prod/a')).ino).not.toBe(before);
  });

  it('removes what is no longer generated, and the directories this empties', async () => {
    const out = scratchDirectory();
    await writeArtifacts(out, artifactsOf({ 'prod/deep/er/a': '1', 'prod/b': '1' }));
    mkdirSync(join(out, 'prod/left/over'), { recursive: true });
    const report = await writeArtifacts(out, artifactsOf({ 'prod/b': '1' }));
    expect(report).toEqual({ kind: 'written', written: [], removed: ['prod/deep/er/a'], unchanged: 2 });
    expect(contentsOf(out)).toEqual({ ...marked('prod'), 'prod/b': '1' });
  });

  const swaps: readonly (readonly [what: string, before: string, after: string])[] = [
    ['a file by a directory', 'prod/a', 'prod/a/b/c'],
    ['a directory by a file', 'prod/a/b/c', 'prod/a'],
    ['a name by one in other letters', 'prod/Feed/a', 'prod/feed/a'],
  ];
  it.each(swaps)('replaces %s', async (_what, before, after) => {
    const out = scratchDirectory();
    await writeArtifacts(out, artifactsOf({ [before]: '1' }));
    const report = await writeArtifacts(out, artifactsOf({ [after]: '1' }));
    expect(report).toMatchObject({ written: [after], removed: [before] });
    expect(contentsOf(out)).toEqual({ ...marked('prod'), [after]: '1' });
  });

  it('removes the directory of a stack that is gone', async () => {
    const out = scratchDirectory();
    await writeArtifacts(out, artifactsOf({ 'prod/a': '1', 'old/a': '1' }));
    const report = await writeArtifacts(out, artifactsOf({ 'prod/a': '1' }));
    expect(report).toMatchObject({ removed: ['old/.signalbox', 'old/a'] });
    expect(contentsOf(out)).toEqual({ ...marked('prod'), 'prod/a': '1' });
  });

  it('with stacks, touches only those', async () => {
    const out = scratchDirectory();
    await writeArtifacts(out, artifactsOf({ 'prod/a': '1', 'staging/a': '1', 'gone/a': '1' }));
    const options = { stacks: ['staging'] };
    const report = await writeArtifacts(out, artifactsOf({ 'prod/a': '2', 'staging/b': '2' }), options);
    expect(report).toEqual({ kind: 'written', written: ['staging/b'], removed: ['staging/a'], unchanged: 1 });
    const kept = { 'prod/a': '1', 'gone/a': '1', 'staging/b': '2' };
    expect(contentsOf(out)).toEqual({ ...marked('prod', 'staging', 'gone'), ...kept });
  });
});

describe('what is not ours', () => {
  const foreign: readonly (readonly [what: string, theirs: Readonly<Record<string, string>>])[] = [
    ['holds files and no marker', { 'prod/notes.txt': 'mine' }],
    ['is a file', { prod: 'mine' }],
    ['is a copy of another stack', { ...marked('prod'), 'prod/.signalbox': markerOf('other').content }],
    ['has a directory for a marker', { 'prod/.signalbox/notes': 'mine' }],
  ];
  it.each(foreign)('refuses a stack directory that %s, and changes nothing', async (_what, theirs) => {
    const out = scratchDirectory();
    plant(out, theirs);
    const report = await writeArtifacts(out, artifactsOf({ 'prod/a': '1', 'other/a': '1' }));
    expect(report).toMatchObject({ kind: 'refused', problems: [{ code: 'output/foreign', path: 'prod' }] });
    expect(contentsOf(out)).toEqual(theirs);
  });

  it('refuses a stack directory that is a link, even to a directory of ours', async () => {
    const [out, elsewhere] = [scratchDirectory(), scratchDirectory()];
    plant(elsewhere, { 'prod/.signalbox': markerOf('prod').content, 'prod/precious': 'mine' });
    symlinkSync(join(elsewhere, 'prod'), join(out, 'prod'));
    expect((await writeArtifacts(out, artifactsOf({ 'prod/a': '1' }))).kind).toBe('refused');
    expect((await writeArtifacts(out, artifactsOf({ 'other/a': '1' }))).kind).toBe('written');
    expect(contentsOf(elsewhere)['prod/precious']).toBe('mine');
  });

  it('is left alone beside the stacks: files, directories, links, and copies of our own directories', async () => {
    const out = scratchDirectory();
    await writeArtifacts(out, artifactsOf({ 'prod/a': '1' }));
    const theirs = { 'notes.txt': 'mine', 'src/index.ts': 'mine', 'backup/a': '1', '.git/HEAD': 'mine' };
    plant(out, { ...theirs, 'backup/.signalbox': markerOf('prod').content });
    await writeArtifacts(out, artifactsOf({ 'prod/b': '1' }));
    expect(contentsOf(out)).toMatchObject(theirs);
  });

  it('is never reached through a link in a directory of ours: the link is replaced, its target is kept', async () => {
    const [out, elsewhere] = [scratchDirectory(), scratchDirectory()];
    plant(elsewhere, { 'rules/feed.yaml': 'mine', precious: 'same' });
    await writeArtifacts(out, artifactsOf({ 'prod/a': '1' }));
    symlinkSync(join(elsewhere, 'rules'), join(out, 'prod/rules'));
    symlinkSync(join(elsewhere, 'precious'), join(out, 'prod/precious'));
    symlinkSync(elsewhere, join(out, 'prod/orphan'));
    await writeArtifacts(out, artifactsOf({ 'prod/rules/feed.yaml': 'ours', 'prod/precious': 'same' }));
    const want = { ...marked('prod'), 'prod/rules/feed.yaml': 'ours', 'prod/precious': 'same' };
    expect(contentsOf(out)).toEqual(want);
    expect(contentsOf(elsewhere)).toEqual({ 'rules/feed.yaml': 'mine', precious: 'same' });
  });

  it('refuses an output directory that is a file', async () => {
    const out = join(scratchDirectory(), 'out');
    plant(join(out, '..'), { out: 'mine' });
    const report = await writeArtifacts(out, artifactsOf({ 'prod/a': '1' }));
    expect(report).toMatchObject({ kind: 'refused', problems: [{ code: 'output/foreign', path: '.' }] });
  });
});

describe('a build that must not go through', () => {
  it('refuses to empty the output directory because nothing was compiled', async () => {
    const out = scratchDirectory();
    await writeArtifacts(out, artifactsOf({ 'prod/a': '1' }));
    for (const [artifacts, options] of [
      [{}, {}],
      [{ 'prod/a': '1' }, { stacks: ['prd'] }],
    ] as const) {
      const report = await writeArtifacts(out, artifactsOf(artifacts), options);
      expect(report).toMatchObject({ kind: 'refused', problems: [{ code: 'output/nothing' }] });
    }
    expect(contentsOf(out)).toEqual({ ...marked('prod'), 'prod/a': '1' });
  });

  it('reports every bad path and writes none of the good ones', async () => {
    const out = scratchDirectory();
    const report = await writeArtifacts(out, artifactsOf({ 'prod/a': '1', 'prod/../b': '2', '/c': '3' }));
    expect(report).toMatchObject({ kind: 'refused', problems: [{ path: 'prod/../b' }, { path: '/c' }] });
    expect(contentsOf(out)).toEqual({});
  });
});
