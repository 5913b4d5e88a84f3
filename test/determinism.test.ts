import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Stack } from 'signalbox';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { isStack } from '../generators/resolve/shapes.ts';
import { type Order, rebuild } from './determinism/rebuild.ts';
import { tracesIn, tracesOf } from './determinism/traces.ts';
import { changedFiles } from './merge/changes.ts';
import { shuffled } from './merge/sample.ts';
import { repositoryRoot } from './repository/repository-root.ts';
import { shortVideo, type Tree, treeOf } from './short-video/tree.ts';

const want = treeOf(shortVideo);

/** The names of the files that differ, few enough to be read. */
const differences = (tree: Tree) => changedFiles(want, tree).slice(0, 10);

it('compiles many files', () => expect(want.size).toBeGreaterThan(80));

/** Records whose order is meaning: they are drawn in the order in which they are written. */
const drawn = ['stages', 'caches', 'sections', 'capacity', 'tiles', 'trend.values'] as const;
const keeping = (records: readonly string[]) => new RegExp(`^(${records.join('|')})([.].+)?$`);
const keepingAllBut = (record: string) => keeping(drawn.filter((one) => one !== record));

describe('the same bytes', () => {
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  it('when compiled again', () => expect(differences(treeOf(shortVideo))).toEqual([]));

  it('at another time, with other luck', () => {
    vi.useFakeTimers({ now: new Date('2031-07-01T12:00:00Z') });
    vi.spyOn(Math, 'random').mockReturnValue(0.25);
    expect(new Date().getFullYear()).toBe(2031);
    expect(differences(treeOf(shortVideo))).toEqual([]);
  });

  const reversed: Order = (list) => list.toReversed();
  it.each<readonly [string, Order]>([
    ['backwards', reversed],
    ...[1, 2, 3].map((seed): readonly [string, Order] => [`shuffled ${seed}`, (list) => shuffled(list, seed)]),
  ])('with units and the keys of every record %s', (_, order) => {
    const other = inOrder(order);
    for (const list of ['services', 'infrastructure'] as const) {
      expect(other[list]?.map(({ id }) => id)).not.toEqual(shortVideo[list]?.map(({ id }) => id));
    }
    expect(Object.keys(other)).not.toEqual(Object.keys(shortVideo));
    expect(Object.keys(figuresIn(other))).not.toEqual(Object.keys(figuresIn(shortVideo)));
    expect(differences(treeOf(other))).toEqual([]);
  });

  it('and the shuffling would be seen: another order of what is ordered is another output', () => {
    const severities = shortVideo.severities.toReversed();
    const [first, ...rest] = severities;
    if (first === undefined) throw new Error('no severities');
    expect(differences(treeOf({ ...shortVideo, severities: [first, ...rest] }))).not.toEqual([]);
  });

  it.each(drawn)('and so would the shuffling of %s', (record) => {
    expect(differences(treeOf(inOrder(reversed, keepingAllBut(record))))).not.toEqual([]);
  });
});

/** Figures that are sorted by key. */
const figuresIn = ({ kpis }: Stack) => kpis?.find(({ id }) => id === 'business')?.kpis ?? {};

/** The stack with its units, what they depend on and all keys in another order. */
function inOrder(order: Order, kept = keeping(drawn)): Stack {
  const lists = { services: order, infrastructure: order, kpis: order, dependsOn: order };
  const other = rebuild(shortVideo, { keys: order, kept, lists });
  if (!isShortVideo(other)) throw new Error('the stack is no stack any more');
  return other;
}

const isShortVideo = (value: unknown): value is Stack => isStack(value) && value.id === shortVideo.id;

describe('the same bytes in other surroundings', () => {
  const elsewhere = realpathSync(tmpdir());
  const surroundings = z.object({
    locale: z.string(),
    timeZone: z.string(),
    directory: z.string(),
    tree: z.array(z.tuple([z.string(), z.string()])),
  });

  it.each([
    { locale: 'tr-TR', lang: 'tr_TR.UTF-8', timeZone: 'Pacific/Kiritimati', directory: elsewhere },
    { locale: 'de-DE', lang: 'de_DE.UTF-8', timeZone: 'America/St_Johns', directory: repositoryRoot },
  ])('$lang, $timeZone', ({ locale, lang, timeZone, directory }) => {
    const { stdout, stderr } = spawnSync(
      join(repositoryRoot, 'node_modules/.bin/tsx'),
      ['--conditions=signalbox-source', join(import.meta.dirname, 'determinism/print-tree.ts')],
      {
        cwd: directory,
        env: { ...process.env, LANG: lang, LC_ALL: lang, TZ: timeZone },
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      },
    );
    const seen = surroundings.parse(JSON.parse(stdout === '' ? `{"error": ${JSON.stringify(stderr)}}` : stdout));
    expect(seen).toMatchObject({ locale, timeZone, directory });
    expect(differences(new Map(seen.tree))).toEqual([]);
  });
});

describe('no output tells', () => {
  const traces = tracesOf(new Date());

  it('where, when or with what it was made', () => {
    expect(traces.length).toBeGreaterThan(20);
    const told = [...want].flatMap(([path, text]) => tracesIn(text, traces).map((trace) => `${path}: ${trace}`));
    expect(told).toEqual([]);
  });

  it.each([
    `made in ${repositoryRoot}/definitions`,
    `at ${new Date().toISOString()}`,
    `on ${new Date().toUTCString()}`,
    `by Node.js ${process.version}.`,
  ])('and would be seen telling: %s', (text) => expect(tracesIn(text, traces)).not.toEqual([]));

  it('nor any other trace escapes', () => {
    const missed = traces.filter(({ text }) => tracesIn(`made with ${text}, then sent`, traces).length === 0);
    expect(missed).toEqual([]);
  });

  it('a version is not found in a longer one', () => {
    const [trace] = [{ of: 'a tool', text: '1.1.0' }];
    expect(['v1.1.0', '1.1.0.'].map((text) => tracesIn(text, [trace]).length)).toEqual([1, 1]);
    expect(['11.1.0', '1.1.0.1', '1.1.01', '1x1x0'].flatMap((text) => tracesIn(text, [trace]))).toEqual([]);
  });

  it('a name is not found in a longer word', () => {
    const host = { of: 'the host', text: 'vm', isWord: true } as const;
    expect(['vm', 'on vm.', 'vm:9090'].map((text) => tracesIn(text, [host]).length)).toEqual([1, 1, 1]);
    expect(['nvme0n1', 'vms', 'my_vm'].flatMap((text) => tracesIn(text, [host]))).toEqual([]);
  });
});
