import { readLive } from '../../exposition/live.ts';
import { listLive } from '../../exposition/live-names.ts';
import type { Compiled } from '../../model/observables.ts';
import { namesToAsk } from '../../reality/names-to-ask.ts';
import type { World } from '../world.ts';
import type { Sight } from './sight.ts';

/** Asks a running server for the series of the declared metrics, and of those that they may be called now. */
export async function readServer(url: string, compiled: readonly Compiled[], world: World): Promise<Sight> {
  world.progress('Asking for the names of the metrics');
  const listed = await listLive(url);
  if (listed.kind === 'unreachable') return unread(listed.message);
  const names = namesToAsk(compiled, listed.names);
  world.progress(`Asking for the series of ${names.length} names`);
  const answer = await readLive(url, names);
  if (answer.kind === 'unreachable') return unread(answer.message);
  const { observed, truncated } = answer;
  return {
    kind: 'read',
    seen: { source: 'live', observed, truncated },
    source: new URL(url).host,
    warnings: truncated.map((name) => `${name} has more series than were read; its labels and values are not judged.`),
  };
}

const unread = (message: string): Sight => ({ kind: 'unread', message });
