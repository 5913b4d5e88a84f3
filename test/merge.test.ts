import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from 'signalbox';
import { afterAll, describe, expect, it } from 'vitest';
import { changedFiles } from './merge/changes.ts';
import type { Edit } from './merge/edit.ts';
import { referencesOf } from './merge/independent.ts';
import { newTeamEdit, withKpis, withResource } from './merge/new-units.ts';
import { allEdits, independentPairs, type Pair, sampleEdits, shuffled } from './merge/sample.ts';
import { type Merged, mergeTrees } from './merge/three-way.ts';
import { unitsOf } from './merge/units.ts';
import { found, shortVideo, type Tree, treeOf, uncheckedTreeOf } from './short-video/tree.ts';

const SEED = 20_250_101;
const PAIRS = 100;

const scratch = mkdtempSync(join(tmpdir(), 'signalbox-merge-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const base = uncheckedTreeOf(shortVideo);
const everyEdit = allEdits(shortVideo);
const edits = sampleEdits(everyEdit, 12, SEED);
const branches = new Map<Edit, Tree>();
const pairs = independentPairs(edits, shortVideo);

/** What one edit compiles to, once. */
function branch(edit: Edit): Tree {
  const tree = branches.get(edit) ?? uncheckedTreeOf(edit.apply(shortVideo));
  branches.set(edit, tree);
  return tree;
}

const merges = new Map<string, Merged>();

/** What git makes of two branches, once. */
function merged(pair: Pair): Merged {
  const known = merges.get(nameOf(pair));
  if (known !== undefined) return known;
  const [left, right] = pair.map(branch);
  const merge = mergeTrees(base, found(left, 'a branch'), found(right, 'a branch'), scratch);
  merges.set(nameOf(pair), merge);
  return merge;
}

const both = ([left, right]: Pair) => uncheckedTreeOf(right.apply(left.apply(shortVideo)));
const nameOf = ([left, right]: Pair) => `${left.name} + ${right.name}`;
const editNamed = (name: string) =>
  found(
    everyEdit.find((edit) => edit.name === name),
    name,
  );

/** Files that a definition of everybody's may change: of these there are three, whatever the number of services. */
const everybodys = ['README.md', 'alertmanager/alertmanager.yaml', 'model/stack.json'].map(
  (path) => `short-video/${path}`,
);

describe('two independent edits', () => {
  it('are many, of all kinds', () => {
    expect(base).toEqual(treeOf(shortVideo));
    expect(new Set(edits.map(({ kind }) => kind))).toEqual(new Set(everyEdit.map(({ kind }) => kind)));
    expect(new Set(everyEdit.map(({ name }) => name)).size).toBe(everyEdit.length);
    expect(new Set(everyEdit.map(({ kind }) => kind)).size).toBeGreaterThan(40);
    const touched = unitsOf(shortVideo).filter(({ id }) => edits.some(({ of }) => of === id));
    expect(new Set(touched.map(({ kind }) => kind))).toEqual(new Set(['service', 'infrastructure', 'kpi-group']));
    expect(edits.filter((edit) => changedFiles(base, branch(edit)).length === 0)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(800);
  }, 300_000);

  it('never meet in one line', () => {
    expect(pairs.filter((pair) => merged(pair).conflicts.length > 0).map(nameOf)).toEqual([]);
  }, 120_000);

  it('meet in three files, or in those of a unit that refers to both', () => {
    const shared = pairs.flatMap((pair) => merged(pair).shared.map((path) => ({ path, pair })));
    expect(shared.map(({ path }) => path)).toEqual(expect.arrayContaining(everybodys));
    const strange = shared.filter(({ path, pair }) => !everybodys.includes(path) && !refersToBoth(path, pair));
    expect(strange.map(({ path, pair }) => `${path}: ${nameOf(pair)}`)).toEqual([]);
  });

  // Those that meet in a file come first.
  const meeting = pairs.filter((pair) => merged(pair).shared.length > 0);
  const sample = [...meeting, ...shuffled(pairs, SEED).filter((pair) => !meeting.includes(pair))].slice(0, PAIRS);

  it(`merge to the bytes of compiling both, ${PAIRS} times, whichever comes first`, () => {
    expect(sample).toHaveLength(PAIRS);
    const wrong = sample.filter((pair) => {
      const want = both(pair);
      const [left, right] = pair;
      return [merged(pair), merged([right, left])].some(({ tree }) => changedFiles(want, tree).length > 0);
    });
    expect(wrong.map(nameOf)).toEqual([]);
  }, 600_000);
});

/** Whether a file belongs to a unit, or to the board above all, that is, or refers to, the definitions of both edits. */
function refersToBoth(path: string, pair: Pair): boolean {
  const owners = [...unitsOf(shortVideo), { id: 'executive', dashboard: undefined }];
  const owner = owners.find(({ id, dashboard }) => {
    const names = [id, `short-video-${id}`, dashboard?.uid ?? id];
    return path.split(/[/.]/).some((segment) => names.includes(segment));
  });
  if (owner === undefined) return false;
  const near = new Set([owner.id, ...referencesOf(owner.id, shortVideo)]);
  return pair.every(({ of }) => near.has(of));
}

describe('two branches that each add the first of a kind', () => {
  const { infrastructure: _resources, kpis: _groups, executive: _above, ...rest } = shortVideo;
  // Nobody stands on what is not there.
  const services = rest.services.map(({ dependsOn: _dependsOn, ...one }) => one);
  const bare: Stack = { ...rest, services };
  const before = uncheckedTreeOf(bare);

  it.each([
    { kind: 'resource', add: withResource, overview: ['grafana/infrastructure/short-video-infrastructure.json'] },
    { kind: 'group of KPIs', add: withKpis, overview: [] },
  ])(
    '$kind: what both bring for everybody is the same file',
    ({ add, overview }) => {
      const [left, right] = [uncheckedTreeOf(add(bare, 'archive')), uncheckedTreeOf(add(bare, 'yard'))];
      const { conflicts, tree } = mergeTrees(before, left, right, scratch);
      expect(conflicts).toEqual([]);
      expect(changedFiles(uncheckedTreeOf(add(add(bare, 'archive'), 'yard')), tree)).toEqual([]);
      const brought = [...left.keys()].filter((path) => !before.has(path) && right.has(path));
      expect(brought).toEqual(overview.map((path) => `short-video/${path}`));
      expect(brought.filter((path) => left.get(path) !== right.get(path))).toEqual([]);
    },
    60_000,
  );
});

describe('a merge fails, and the proof sees it', () => {
  it('where both change one definition', () => {
    const pair: Pair = [editNamed('cdn: the threshold, errorRate'), editNamed('cdn: the for, errorRate')];
    expect(independentPairs(pair, shortVideo)).toEqual([]);
    expect(merged(pair).conflicts).toContain('short-video/runbooks/cdn/README.md');
  });

  it('where one refers to what the other changes, without a conflict', () => {
    const pair: Pair = [editNamed('severity P4: repeat'), editNamed('comments: added')];
    expect(independentPairs(pair, shortVideo)).toEqual([]);
    expect(merged(pair).conflicts).toEqual([]);
    expect(changedFiles(both(pair), merged(pair).tree)).toEqual(['short-video/alertmanager/routes/comments.yaml']);
  });

  it('where two new teams come to lie side by side in the one file that Alertmanager reads', () => {
    const apart: Pair = [newTeamEdit('account'), newTeamEdit('zoom')];
    expect(changedFiles(both(apart), merged(apart).tree)).toEqual([]);
    const neighbours: Pair = [newTeamEdit('wallet'), newTeamEdit('zoom')];
    expect(merged(neighbours).conflicts).toEqual(everybodys);
  });
});
