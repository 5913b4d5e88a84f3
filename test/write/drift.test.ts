import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { driftOf } from '../../generators/write/drift.ts';
import { writeArtifacts } from '../../generators/write/write-artifacts.ts';
import { contentsOf, plant, scratchDirectory } from './scratch-directory.ts';

const artifacts = [
  { path: 'prod/rules/feed.yaml', content: 'a: 1\n' },
  { path: 'staging/rules/feed.yaml', content: 'a: 2\n' },
];
const none = { missing: [], changed: [], orphaned: [] };

it('finds nothing after a build', async () => {
  const out = scratchDirectory();
  await writeArtifacts(out, artifacts);
  expect(driftOf(out, artifacts)).toEqual(none);
});

it('finds everything missing, markers too, where nothing was built', () => {
  const missing = ['prod/.signalbox', 'prod/rules/feed.yaml', 'staging/.signalbox', 'staging/rules/feed.yaml'];
  expect(driftOf(join(scratchDirectory(), 'absent'), artifacts)).toEqual({ ...none, missing });
});

it('finds each kind of difference, and changes nothing', async () => {
  const out = scratchDirectory();
  await writeArtifacts(out, [...artifacts, { path: 'gone/a', content: '' }]);
  plant(out, { 'prod/rules/feed.yaml': 'a: 1 \n', 'prod/rules/extra.yaml': '', 'notes.txt': 'theirs' });
  symlinkSync('feed.yaml', join(out, 'staging/rules/link.yaml'));
  const before = contentsOf(out);
  expect(driftOf(out, [...artifacts, { path: 'prod/new.md', content: '' }])).toEqual({
    missing: ['prod/new.md'],
    changed: ['prod/rules/feed.yaml'],
    orphaned: ['gone/.signalbox', 'gone/a', 'prod/rules/extra.yaml', 'staging/rules/link.yaml'],
  });
  expect(contentsOf(out)).toEqual(before);
});

it('with stacks, looks at only those', async () => {
  const out = scratchDirectory();
  await writeArtifacts(out, artifacts);
  plant(out, { 'prod/rules/feed.yaml': 'drifted' });
  expect(driftOf(out, artifacts, { stacks: ['staging'] })).toEqual(none);
  expect(driftOf(out, artifacts, { stacks: ['prod'] }).changed).toEqual(['prod/rules/feed.yaml']);
});

it('a link in the place of a file is a difference, whatever it points to', async () => {
  const out = scratchDirectory();
  await writeArtifacts(out, artifacts);
  await writeArtifacts(out, artifacts.slice(1));
  plant(out, { 'prod/.signalbox': 'signalbox stack: prod\n', elsewhere: 'a: 1\n', 'prod/rules/x': '' });
  symlinkSync(join(out, 'elsewhere'), join(out, 'prod/rules/feed.yaml'));
  expect(driftOf(out, artifacts).missing).toEqual(['prod/rules/feed.yaml']);
});
