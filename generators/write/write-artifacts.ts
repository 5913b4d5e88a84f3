import { existsSync, renameSync, rmdirSync, statSync, unlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Artifact } from '../model/artifact.ts';
import { makeDirectory } from './make-directory.ts';
import { pathProblems, stackOf } from './output-paths.ts';
import { type OutputPlan, planOutput, stacksInScope } from './output-plan.ts';
import type { OutputProblem } from './output-problem.ts';
import { foreignProblem, ownershipOf } from './ownership.ts';
import { removeStaging, type StagedFile, stageFiles } from './staging.ts';

/** What a build did to the output directory; all paths are relative to it. */
export type WriteReport =
  | {
      readonly kind: 'written';
      /** Files that are new or whose bytes changed, markers first. */
      readonly written: readonly string[];
      readonly removed: readonly string[];
      readonly unchanged: number;
    }
  | { readonly kind: 'refused'; readonly problems: readonly OutputProblem[] };

/**
 * Makes `outDir` hold exactly these artifacts, stack by stack: writes what differs, each file by one rename, and
 * removes what an earlier build generated and this one does not. With `stacks` only those directories are touched.
 * Refuses, with nothing changed, what is unsafe; throws the system's error when a file cannot be written.
 */
export async function writeArtifacts(
  outDir: string,
  artifacts: readonly Artifact[],
  { stacks }: { readonly stacks?: readonly string[] } = {},
): Promise<WriteReport> {
  const problems = [...pathProblems(artifacts), ...scopeProblems(outDir, artifacts, stacks)];
  if (problems.length > 0) return { kind: 'refused', problems };
  const scope = stacksInScope(outDir, artifacts, stacks);
  const foreign = scope.filter((stack) => ownershipOf(outDir, stack) === 'foreign');
  if (foreign.length > 0) return { kind: 'refused', problems: foreign.map(foreignProblem) };
  const plan = planOutput(outDir, artifacts, scope);
  await carryOut(outDir, plan, scope);
  const removed = [...plan.blocking, ...plan.orphans].sort();
  return { kind: 'written', written: plan.writes.map(({ path }) => path), removed, unchanged: plan.unchanged };
}

function scopeProblems(
  outDir: string,
  artifacts: readonly Artifact[],
  stacks: readonly string[] | undefined,
): readonly OutputProblem[] {
  const blamed = { path: '.', cure: 'Choose another --out.' } as const;
  if (existsSync(outDir) && !statSync(outDir).isDirectory()) {
    return [{ ...blamed, code: 'output/foreign', message: 'The output directory is a file.' }];
  }
  if (artifacts.some(({ path }) => stacks?.includes(stackOf(path)) ?? true)) return [];
  // An empty build is never meant: it would remove everything that was generated before.
  const cure = 'Check that the definitions file lists its stacks, and the spelling of --stack.';
  return [{ code: 'output/nothing', path: '.', message: 'There is nothing to write: no stack was compiled.', cure }];
}

async function carryOut(outDir: string, plan: OutputPlan, scope: readonly string[]): Promise<void> {
  const present = () => scope.filter((stack) => existsSync(join(outDir, stack)));
  try {
    removeStaging(outDir, present());
    const staged = await stageFiles(outDir, plan.writes);
    removeFiles(outDir, plan.blocking, plan.spareDirectories);
    publish(outDir, staged);
    removeFiles(outDir, plan.orphans, []);
  } finally {
    removeStaging(outDir, present());
    // Also after a failure: a stack directory that could not be filled is not left behind empty.
    removeFiles(outDir, [], [...plan.spareDirectories, ...present()]);
  }
}

function publish(outDir: string, staged: readonly StagedFile[]): void {
  for (const directory of new Set(staged.map(({ path }) => dirname(path)))) {
    makeDirectory(join(outDir, directory));
  }
  for (const { path, temporary } of staged) renameSync(temporary, join(outDir, path));
}

/** Removes these files, and of these directories those that are empty. */
function removeFiles(outDir: string, files: readonly string[], directories: readonly string[]): void {
  for (const file of files) unlinkSync(join(outDir, file));
  for (const directory of directories) removeIfEmpty(join(outDir, directory));
}

function removeIfEmpty(directory: string): void {
  try {
    rmdirSync(directory);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // ENOTDIR: the directory has become a file of this build.
    if (code !== 'ENOTEMPTY' && code !== 'EEXIST' && code !== 'ENOENT' && code !== 'ENOTDIR') throw error;
  }
}
