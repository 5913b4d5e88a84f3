import { run } from '../../generators/cli/run.ts';
import type { World } from '../../generators/cli/world.ts';
import type { Outcome } from './signalbox.ts';

/** Runs the program in this process, which is quicker; nobody sits at a terminal, unless `ask` says so. */
export async function runHere(cwd: string, words: readonly string[], ask?: World['ask']): Promise<Outcome> {
  const [out, err]: [string[], string[]] = [[], []];
  const world: World = {
    cwd,
    color: false,
    say: (text) => void out.push(text),
    complain: (text) => void err.push(text),
    progress: () => undefined,
    today: () => '2026-07-01',
    ...(ask === undefined ? {} : { ask }),
  };
  return { code: await run(words, world), stdout: out.join(''), stderr: err.join('') };
}
