import { readLive } from '../../exposition/live.ts';
import { listLive } from '../../exposition/live-names.ts';
import type { World } from '../world.ts';
import type { Reading } from './reading.ts';

/** Names of series: the metrics of some services, and not of a whole company. */
const MOST_NAMES = 2000;

/** Reads what a running server has of the metrics whose name matches; all of them where nothing must. */
export async function readServer(url: string, match: RegExp | undefined, world: World): Promise<Reading> {
  world.progress('Asking for the names of the metrics');
  const listed = await listLive(url);
  if (listed.kind === 'unreachable') return failed(listed.message, world);
  const names = listed.names.filter((name) => match === undefined || metricsOf(name).some((one) => match.test(one)));
  if (names.length > MOST_NAMES)
    return failed(
      `that are ${names.length} names of series, more than ${MOST_NAMES}; narrow them with --match.`,
      world,
    );
  world.progress(`Asking for the series of ${names.length} names`);
  const answer = await readLive(url, names);
  if (answer.kind === 'unreachable') return failed(answer.message, world);
  world.progress('');
  return {
    kind: 'read',
    observed: answer.observed,
    source: `${new URL(url).host}`,
    without: listed.externalLabels,
    warnings: answer.truncated.map((name) => `${name} has more series than were read; some values are missing.`),
  };
}

function failed(message: string, world: World): Reading {
  world.progress('');
  return { kind: 'failed', message };
}

/** The metrics that a series may belong to: itself, and what it is a part of. */
function metricsOf(name: string): readonly string[] {
  const whole = name.replace(/_(?:bucket|sum|count|created)$/, '');
  return whole === name ? [name] : [name, whole];
}
