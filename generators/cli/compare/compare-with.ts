import type { Compilation } from '../../compile.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { type Comparison, compareWithObserved } from '../../reality/compare.ts';
import type { World } from '../world.ts';
import type { Against } from './against.ts';
import { readFiles } from './read-files.ts';
import { readServer } from './read-server.ts';
import type { Sight } from './sight.ts';

export type Compared =
  | { readonly kind: 'compared'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'unread'; readonly message: string };

/** Reads what is exposed, and compares every stack that could be compiled with it. */
export async function compareWith(
  against: Against,
  { compiled }: Compilation,
  { json }: { readonly json: boolean },
  world: World,
): Promise<Compared> {
  const sight: Sight =
    against.kind === 'exposition'
      ? readFiles(against.files, world.cwd)
      : await readServer(against.url, compiled, world);
  world.progress('');
  if (sight.kind === 'unread') return sight;
  for (const warning of sight.warnings) world.complain(`warning ${warning}\n`);
  const comparisons = compiled.map((one) => compareWithObserved(one, sight.seen));
  // Whoever reads that nothing is wrong wants to know of what.
  if (!json) world.say(`${looked(comparisons)} compared with ${sight.source}.\n`);
  return { kind: 'compared', diagnostics: comparisons.flatMap(({ diagnostics }) => diagnostics) };
}

function looked(comparisons: readonly Comparison[]): string {
  const metrics = comparisons.reduce((sum, one) => sum + one.metrics, 0);
  const expressions = comparisons.reduce((sum, one) => sum + one.expressions, 0);
  return `${counted(metrics, 'metric')} and ${counted(expressions, 'expression')}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
