import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { changedFiles, changedLines } from './merge/changes.ts';
import type { Edit } from './merge/edit.ts';
import { referencesOf } from './merge/independent.ts';
import { newTeamEdit } from './merge/new-services.ts';
import { allEdits, independentPairs, type Pair, sampleEdits, shuffled } from './merge/sample.ts';
import { mergeTrees } from './merge/three-way.ts';
import { found, shortVideo, type Tree, treeOf, uncheckedTreeOf } from './short-video/tree.ts';
import { scratchDirectory } from './write/scratch-directory.ts';

const SEED = 20_250_101;
const PAIRS = 100;

const scratch = mkdtempSync(join(tmpdir(), 'signalbox-merge-'));
afterAll(() => rmSync(scratch, { recursive: true }));

const base = uncheckedTreeOf(shortVideo);
const everyEdit = allEdits(shortVideo);
const edits = sampleEdits(everyEdit, 8, SEED);
const branches = new Map<Edit, Tree>();
const pairs = independentPairs(edits, shortVideo);

/** What one edit compiles to, once. */
function branch(edit: Edit): Tree {
  const tree = branches.get(edit) ?? uncheckedTreeOf(edit.apply(shortVideo));
  branches.set(edit, tree);
  return tree;
}

const merged = ([left, right]: Pair) => mergeTrees(base, branch(left), branch(right), scratch);
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
    expect(new Set(everyEdit.map(({ kind }) => kind)).size).toBeGreaterThan(20);
    expect(edits.filter((edit) => changedFiles(base, branch(edit)).length === 0)).toEqual([]);
    expect(pairs.length).toBeGreaterThan(400);
  });

  it('never meet in one line', () => {
    expect(pairs.filter((pair) => merged(pair).conflicts.length > 0).map(nameOf)).toEqual([]);
  });

  it('meet in three files, or in those of a service that refers to both', () => {
    const shared = pairs.flatMap((pair) => merged(pair).shared.map((path) => ({ path, pair })));
    expect(new Set(shared.map(({ path }) => path))).toEqual(
      new Set([...everybodys, ...shared.map(({ path }) => path)]),
    );
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
  }, 120_000);
});

/** Whether a file belongs to a service that is, or refers to, the definitions of both edits. */
function refersToBoth(path: string, pair: Pair): boolean {
  const owner = shortVideo.services.find(({ id, dashboard }) => {
    const names = [id, `short-video-${id}`, dashboard?.uid ?? id];
    return path.split(/[/.]/).some((segment) => names.includes(segment));
  });
  if (owner === undefined) return false;
  const near = new Set([owner.id, ...referencesOf(owner.id, shortVideo)]);
  return pair.every(({ of }) => near.has(of));
}

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

describe('a small change of meaning is a small diff', () => {
  const unit = 'fyp-service';
  const own = {
    model: `model/${unit}.json`,
    rules: `prometheus/rules/${unit}.yaml`,
    tests: `prometheus/tests/${unit}.yaml`,
    routes: `alertmanager/routes/${unit}.yaml`,
    dashboard: 'grafana/services/fyp-overview.json',
    index: `runbooks/${unit}/README.md`,
    slowPage: `runbooks/${unit}/fyp-latency.md`,
    failPage: `runbooks/${unit}/fyp-errors.md`,
    sloPage: `runbooks/${unit}/slo-availability.md`,
  };
  const { model, rules, tests, routes, dashboard, index, slowPage, failPage, sloPage } = own;
  const sum = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((total, count) => total + count, 0);

  it.each([
    { edit: 'the threshold, latencyHigh', files: [model, rules, tests, dashboard, index, slowPage], lines: 40 },
    { edit: 'the for, latencyHigh', files: [model, rules, tests, dashboard, index, slowPage], lines: 30 },
    { edit: 'the impact, latencyHigh', files: [model, rules, tests, slowPage], lines: 12 },
    {
      edit: 'the severity of an alert, latencyHigh',
      files: [model, rules, tests, routes, dashboard, index, slowPage],
      lines: 40,
    },
    { edit: 'a first step, fyp-latency', files: [model, slowPage], lines: 10 },
    { edit: 'the description', files: [model, dashboard, index], lines: 8 },
    { edit: 'what is expected', files: [model, dashboard, index], lines: 10 },
    { edit: 'a new dependency', files: [model, dashboard, index], lines: 20 },
    {
      edit: 'the objective, availability',
      files: [model, rules, tests, dashboard, index, failPage, sloPage],
      lines: 180,
    },
  ])('$edit: at most $lines lines', ({ edit, files, lines }) => {
    const counts = changedLines(base, branch(editNamed(`${unit}: ${edit}`)), scratchDirectory());
    const want = files.map((path) => `short-video/${path}`);
    // A change of words leaves the tests of rules as they are.
    const optional = `short-video/${tests}`;
    expect([...counts.keys()].filter((path) => path !== optional)).toEqual(
      want.filter((path) => path !== optional).sort(),
    );
    expect(want).toEqual(expect.arrayContaining([...counts.keys()]));
    expect(sum(counts)).toBeLessThanOrEqual(lines);
  });

  it('a note changes two files by a line or two', () => {
    const counts = changedLines(base, branch(editNamed('stack: a note')), scratchDirectory());
    expect([...counts.keys()]).toEqual(['short-video/README.md', 'short-video/model/stack.json']);
    expect(sum(counts)).toBeLessThanOrEqual(4);
  });

  it.each(['account: added', 'search: removed'])('%s: files of its own and no other', (name) => {
    const edit = editNamed(name);
    const files = changedFiles(base, branch(edit));
    expect(files.length).toBeGreaterThan(5);
    expect(
      files.filter((path) => !path.split(/[/.]/).some((part) => part.replace(/^short-video-/, '') === edit.of)),
    ).toEqual([]);
  });
});
