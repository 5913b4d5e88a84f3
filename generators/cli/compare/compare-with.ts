import type { Compilation } from '../../compile.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { surveyOf } from '../../interlock/survey/index.ts';
import { compareWithObserved } from '../../reality/compare.ts';
import type { World } from '../world.ts';
import type { Against } from './against.ts';
import { readFiles } from './read-files.ts';
import { readServer } from './read-server.ts';
import type { Sight } from './sight.ts';

export type Comparison =
  | { readonly kind: 'compared'; readonly diagnostics: readonly Diagnostic[] }
  | { readonly kind: 'unread'; readonly message: string };

/** Reads what is exposed, and compares every stack that could be compiled with it. */
export async function compareWith(
  against: Against,
  { compiled }: Compilation,
  { json }: { readonly json: boolean },
  world: World,
): Promise<Comparison> {
  const sight: Sight =
    against.kind === 'exposition'
      ? readFiles(against.files, world.cwd)
      : await readServer(against.url, compiled, world);
  world.progress('');
  if (sight.kind === 'unread') return sight;
  for (const warning of sight.warnings) world.complain(`warning ${warning}\n`);
  const diagnostics = compiled.flatMap((one) => compareWithObserved(one, sight.seen));
  // Whoever reads that nothing is wrong wants to know of what.
  if (!json) world.say(`${looked(compiled)} compared with ${sight.source}.\n`);
  return { kind: 'compared', diagnostics };
}

function looked(compiled: Compilation['compiled']): string {
  const surveys = compiled.map(surveyOf);
  const metrics = surveys.reduce((sum, { declared }) => sum + declared.size, 0);
  const expressions = surveys.reduce((sum, { rules, runbooks, boards }) => {
    return sum + rules.length + runbooks.length + boards.length;
  }, 0);
  return `${counted(metrics, 'metric')} and ${counted(expressions, 'expression')}`;
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
