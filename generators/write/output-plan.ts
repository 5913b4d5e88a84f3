import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Artifact } from '../model/artifact.ts';
import { foldPath, prefixesOf, stackOf } from './output-paths.ts';
import { type OutputTree, readTree } from './output-tree.ts';
import { markerName, markerOf, ownedStacks, ownershipOf } from './ownership.ts';

/** A file whose bytes differ from what is on disk, ready to be written. */
export interface PreparedFile {
  readonly path: string;
  readonly bytes: Buffer;
  readonly kind: 'missing' | 'changed';
}

/** Everything that a build will do to the output directory, known before the first change. */
export interface OutputPlan {
  /** Markers first: a directory is ours before it holds anything of ours. */
  readonly writes: readonly PreparedFile[];
  readonly unchanged: number;
  /** Entries in the way of a write (a link or file where a directory must be): removed before it. */
  readonly blocking: readonly string[];
  /** Files no longer generated, markers last: a directory stays ours until it is empty. */
  readonly orphans: readonly string[];
  /** Directories that need not exist, children before parents; those that are not empty will stay. */
  readonly spareDirectories: readonly string[];
}

/** The stacks a build may touch: all that are generated now or were before, of these only the ones asked for. */
export function stacksInScope(
  outDir: string,
  artifacts: readonly Artifact[],
  asked?: readonly string[],
): readonly string[] {
  const all = new Set([...artifacts.map(({ path }) => stackOf(path)), ...ownedStacks(outDir)]);
  return [...all].filter((stack) => asked?.includes(stack) ?? true).sort();
}

/** Compares the artifacts of these stacks, and their markers, with the disk. A directory not ours counts as empty. */
export function planOutput(outDir: string, artifacts: readonly Artifact[], stacks: readonly string[]): OutputPlan {
  const trees = stacks.filter((stack) => ownershipOf(outDir, stack) === 'ours').map((stack) => readTree(outDir, stack));
  const wanted = withMarkers(artifacts, stacks);
  const onDisk = new Set(trees.flatMap(({ files }) => files));
  const writes = wanted.flatMap((artifact) => prepare(outDir, artifact, onDisk.has(artifact.path)));
  return { writes, unchanged: wanted.length - writes.length, ...leftovers(trees, wanted) };
}

function withMarkers(artifacts: readonly Artifact[], stacks: readonly string[]): readonly Artifact[] {
  const inScope = artifacts.filter(({ path }) => stacks.includes(stackOf(path)));
  const markers = stacks.filter((stack) => inScope.some(({ path }) => stackOf(path) === stack)).map(markerOf);
  return [...markers, ...[...inScope].sort((a, b) => (a.path < b.path ? -1 : 1))];
}

function prepare(outDir: string, { path, content }: Artifact, exists: boolean): readonly PreparedFile[] {
  const bytes = Buffer.from(content, 'utf8');
  if (!exists) return [{ path, bytes, kind: 'missing' }];
  return readFileSync(join(outDir, path)).equals(bytes) ? [] : [{ path, bytes, kind: 'changed' }];
}

function leftovers(trees: readonly OutputTree[], wanted: readonly Artifact[]) {
  const wantedFiles = new Set(wanted.map(({ path }) => path));
  const spellings = new Map(wanted.flatMap(({ path }) => prefixesOf(path)).map((prefix) => [foldPath(prefix), prefix]));
  const extra = trees.flatMap(({ files, others }) => [...files, ...others]).filter((path) => !wantedFiles.has(path));
  const inTheWay = (path: string) => isInTheWay(path, wantedFiles, spellings);
  return {
    blocking: extra.filter(inTheWay).sort(),
    orphans: extra.filter((path) => !inTheWay(path)).sort(markersLast),
    spareDirectories: trees
      .flatMap(({ directories }) => directories)
      .filter((directory) => spellings.get(foldPath(directory)) !== directory || wantedFiles.has(directory))
      .reverse(),
  };
}

/** Whether a path cannot exist beside the wanted ones: same name in other letters, or file against directory. */
function isInTheWay(path: string, wantedFiles: ReadonlySet<string>, spellings: ReadonlyMap<string, string>): boolean {
  return prefixesOf(path).some((prefix) => {
    const spelling = spellings.get(foldPath(prefix));
    if (spelling === undefined) return false;
    return spelling !== prefix || prefix === path || wantedFiles.has(prefix);
  });
}

function markersLast(a: string, b: string): number {
  const rank = (path: string) => (path.endsWith(`/${markerName}`) ? 1 : 0);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
