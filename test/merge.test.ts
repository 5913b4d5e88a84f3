import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from 'signalbox';
import { afterAll, describe, expect, it } from 'vitest';
import { changedFiles, changedLines } from './merge/changes.ts';
import type { Edit } from './merge/edit.ts';
import { referencesOf } from './merge/independent.ts';
import { newTeamEdit, withKpis, withResource } from './merge/new-units.ts';
import { allEdits, independentPairs, type Pair, sampleEdits, shuffled } from './merge/sample.ts';
import { type Merged, mergeTrees } from './merge/three-way.ts';
import { unitsOf } from './merge/units.ts';
import { found, shortVideo, type Tree, treeOf, uncheckedTreeOf } from './short-video/tree.ts';
import { scratchDirectory } from './write/scratch-directory.ts';

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
    { kind: 'resource', add: withResource },
    { kind: 'group of KPIs', add: withKpis },
  ])(
    '$kind: what both bring for everybody is the same file',
    ({ add }) => {
      const [left, right] = [uncheckedTreeOf(add(bare, 'archive')), uncheckedTreeOf(add(bare, 'yard'))];
      const { conflicts, tree } = mergeTrees(before, left, right, scratch);
      expect(conflicts).toEqual([]);
      expect(changedFiles(uncheckedTreeOf(add(add(bare, 'archive'), 'yard')), tree)).toEqual([]);
      const brought = [...left.keys()].filter((path) => !before.has(path) && right.has(path));
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

type Files = ReturnType<typeof filesOf>;

/** The files of one unit, and those of them that say everything that an alert says. */
function filesOf(unit: string, board: string) {
  const rules = `prometheus/rules/${unit}.yaml`;
  const dashboard = `grafana/${board}.json`;
  const index = `runbooks/${unit}/README.md`;
  return {
    ...{ unit, rules, dashboard, index },
    alert: [rules, dashboard, index],
    model: `model/${unit}.json`,
    tests: `prometheus/tests/${unit}.yaml`,
    routes: `alertmanager/routes/${unit}.yaml`,
    page: (name: string) => `runbooks/${unit}/${name}.md`,
  };
}

interface SmallChange {
  readonly edit: string;
  readonly of: Files;
  /** The files that change, beside the resolved definition. */
  readonly files: readonly string[];
  /** Those that say it or do not: a board need not say how long a limit waits. */
  readonly may?: readonly string[];
  readonly lines: number;
}

describe('a small change of meaning is a small diff', () => {
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0);
  const feed = filesOf('fyp-service', 'services/fyp-overview');
  const cache = filesOf('cache', 'infrastructure/short-video-cache');
  const business = filesOf('business', 'kpis/short-video-business');
  const slow = feed.page('fyp-latency');
  const misses = cache.page('cache-hit-rate');
  const feedPromise = [feed.page('fyp-errors'), feed.page('slo-availability')];
  const cacheWords = [cache.rules, cache.index, misses];
  const fewer = business.page('business-figure');

  it.each<SmallChange>([
    { edit: 'the threshold, latencyHigh', of: feed, files: [...feed.alert, slow], lines: 40 },
    { edit: 'the for, latencyHigh', of: feed, files: [...feed.alert, slow], lines: 30 },
    { edit: 'the impact, latencyHigh', of: feed, files: [feed.rules, slow], lines: 12 },
    { edit: 'the severity of an alert, latencyHigh', of: feed, files: [...feed.alert, feed.routes, slow], lines: 40 },
    { edit: 'a first step, fyp-latency', of: feed, files: [slow], lines: 10 },
    { edit: 'the description', of: feed, files: [feed.dashboard, feed.index], lines: 8 },
    // Of two panels, the description and the line or the colour.
    { edit: 'what is expected', of: feed, files: [feed.dashboard, feed.index], lines: 12 },
    // A panel with its state, for which those beside it make room.
    { edit: 'a new dependency', of: feed, files: [feed.dashboard, feed.index], lines: 100 },
    { edit: 'the objective, availability', of: feed, files: [...feed.alert, ...feedPromise], lines: 180 },
    { edit: 'the threshold of a limit, memory.high', of: cache, files: [...cache.alert, misses], lines: 40 },
    { edit: 'the for of a limit, memory.high', of: cache, files: cacheWords, may: [cache.dashboard], lines: 30 },
    // The metrics that the limit reads are missed as urgently as it tells.
    {
      edit: 'the severity of a limit, memory.high',
      of: cache,
      files: [...cacheWords, cache.routes],
      may: [cache.dashboard, cache.page('telemetry-missing')],
      lines: 60,
    },
    { edit: 'the title of a figure, evictions', of: cache, files: [cache.rules, cache.dashboard], lines: 20 },
    { edit: 'the threshold of a limit, dailyUsers.low', of: business, files: [...business.alert, fewer], lines: 40 },
    { edit: 'the target, dailyUsers', of: business, files: [business.rules], may: [business.dashboard], lines: 20 },
    // Tiles are in the order of their importance: one of another importance is a tile in another place.
    { edit: 'the importance, dailyUsers', of: business, files: [business.rules, business.dashboard], lines: 300 },
  ])('$of.unit: $edit: at most $lines lines', ({ edit, of, files, may = [], lines }) => {
    const counts = changedLines(base, branch(editNamed(`${of.unit}: ${edit}`)), scratchDirectory());
    // A change of words leaves the tests of rules as they are.
    const optional = [of.tests, ...may].map((path) => `short-video/${path}`);
    const want = [of.model, ...files].map((path) => `short-video/${path}`);
    expect([...counts.keys()].filter((path) => !optional.includes(path))).toEqual(want.sort());
    expect(sum(counts)).toBeLessThanOrEqual(lines);
  });

  it('a note changes two files by a line or two', () => {
    const counts = changedLines(base, branch(editNamed('stack: a note')), scratchDirectory());
    expect([...counts.keys()]).toEqual(['short-video/README.md', 'short-video/model/stack.json']);
    expect(sum(counts)).toBeLessThanOrEqual(4);
  });

  it.each([
    'account: added',
    'search: removed',
    'file-store: added',
    'message-queue: removed',
    'growth: added',
    'feed-quality: removed',
  ])('%s: files of its own and no other', (name) => {
    const edit = editNamed(name);
    const files = changedFiles(base, branch(edit));
    expect(files.length).toBeGreaterThan(3);
    expect(
      files.filter((path) => !path.split(/[/.]/).some((part) => part.replace(/^short-video-/, '') === edit.of)),
    ).toEqual([]);
  });
});
