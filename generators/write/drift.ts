import type { Artifact } from '../model/artifact.ts';
import { planOutput, stacksInScope } from './output-plan.ts';

/** How the output directory differs from what a build would make of it; paths relative to it, sorted. */
export interface Drift {
  readonly missing: readonly string[];
  readonly changed: readonly string[];
  /** No longer generated, in directories that an earlier build made. */
  readonly orphaned: readonly string[];
}

/** Compares bytes and changes nothing. A stack directory that is not ours counts as missing in whole. */
export function driftOf(
  outDir: string,
  artifacts: readonly Artifact[],
  { stacks }: { readonly stacks?: readonly string[] } = {},
): Drift {
  const { writes, blocking, orphans } = planOutput(outDir, artifacts, stacksInScope(outDir, artifacts, stacks));
  const pathsOf = (kind: 'missing' | 'changed') =>
    writes
      .filter((file) => file.kind === kind)
      .map(({ path }) => path)
      .sort();
  return { missing: pathsOf('missing'), changed: pathsOf('changed'), orphaned: [...blocking, ...orphans].sort() };
}
