/** What a reviewer sees of one edit: few files, few lines, and no file of another unit. */
import { describe, expect, it } from 'vitest';
import { changedFiles, changedLines } from './merge/changes.ts';
import { allEdits } from './merge/sample.ts';
import { found, shortVideo, uncheckedTreeOf } from './short-video/tree.ts';
import { scratchDirectory } from './write/scratch-directory.ts';

const base = uncheckedTreeOf(shortVideo);
const edits = allEdits(shortVideo);
const editNamed = (name: string) =>
  found(
    edits.find((edit) => edit.name === name),
    name,
  );
/** What the stack compiles to after one edit. */
const edited = (name: string) => uncheckedTreeOf(editNamed(name).apply(shortVideo));

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
  /** Those that need not say it: how long a limit waits is for the pages. */
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
    { edit: 'what is expected', of: feed, files: [feed.dashboard, feed.index], lines: 12 },
    // A panel that says how it is there.
    { edit: 'a new dependency', of: feed, files: [feed.dashboard, feed.index], lines: 120 },
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
    { edit: 'the target, dailyUsers', of: business, files: [business.rules, business.dashboard], lines: 20 },
    // Its tile moves to another row, and the others move up.
    { edit: 'the importance, dailyUsers', of: business, files: [business.rules, business.dashboard], lines: 300 },
  ])('$of.unit: $edit: at most $lines lines', ({ edit, of, files, may = [], lines }) => {
    const counts = changedLines(base, edited(`${of.unit}: ${edit}`), scratchDirectory());
    // A change of words leaves the tests of rules as they are.
    const optional = [of.tests, ...may].map((path) => `short-video/${path}`);
    const want = [of.model, ...files].map((path) => `short-video/${path}`);
    expect([...counts.keys()].filter((path) => !optional.includes(path))).toEqual(want.sort());
    expect(sum(counts)).toBeLessThanOrEqual(lines);
  });

  it('a note changes two files by a line or two', () => {
    const counts = changedLines(base, edited('stack: a note'), scratchDirectory());
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
    const files = changedFiles(base, edited(name));
    expect(files.length).toBeGreaterThan(3);
    expect(
      files.filter((path) => !path.split(/[/.]/).some((part) => part.replace(/^short-video-/, '') === edit.of)),
    ).toEqual([]);
  });
});
