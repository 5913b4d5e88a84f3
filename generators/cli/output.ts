import { join, resolve } from 'node:path';
import type { Compilation } from '../compile.ts';
import { pathFrom } from '../diagnostics/place.ts';
import { type Drift, driftOf } from '../write/drift.ts';
import type { OutputProblem } from '../write/output-problem.ts';
import { type WriteReport, writeArtifacts } from '../write/write-artifacts.ts';
import type { BuildCall } from './arguments.ts';
import type { World } from './world.ts';

/** Writes the artifacts, or for `check` compares them. Gives the exit code. */
export async function deliver(call: BuildCall, { artifacts }: Compilation, world: World): Promise<number> {
  const out = resolve(world.cwd, call.out);
  const scope = call.stacks.length === 0 ? {} : { stacks: call.stacks };
  try {
    if (call.verb === 'check') return reportDrift(driftOf(out, artifacts, scope), call, world);
    return reportWriting(await writeArtifacts(out, artifacts, scope), call, world);
  } catch (error) {
    if (!isSystemError(error)) throw error;
    world.complain(`signalbox: cannot ${call.verb === 'check' ? 'read' : 'write'} ${call.out}: ${error.message}\n`);
    return 2;
  }
}

function isSystemError(error: unknown): error is Error {
  return error instanceof Error && 'syscall' in error;
}

function reportWriting(report: WriteReport, { out, json }: BuildCall, world: World): number {
  if (report.kind === 'refused') return reportRefusal(report.problems, world);
  const { written, removed, unchanged } = report;
  const counts = [`${written.length} written`, `${removed.length} removed`, `${unchanged} unchanged`].join(', ');
  const directory = pathFrom(world.cwd, resolve(world.cwd, out)) || '.';
  // Whoever kept a file of their own there is told which; a machine reads the array on standard output.
  (json ? world.complain : world.say)(removalText(removed, directory));
  if (!json) world.say(`${directory}/: ${counts}\n`);
  return 0;
}

const MOST_NAMED = 10;

function removalText(removed: readonly string[], directory: string): string {
  const lines = removed.slice(0, MOST_NAMED).map((path) => `removed ${join(directory, path)}\n`);
  const more = removed.length - lines.length;
  return `${lines.join('')}${more > 0 ? `and ${more} more\n` : ''}`;
}

/** What lies in the definitions is 1, what lies in the call or the disk is 2. */
function reportRefusal(problems: readonly OutputProblem[], world: World): number {
  const blocks = problems.map(({ code, path, message, cure }) => `error ${code}  ${path}\n  ${message}\n  → ${cure}\n`);
  world.complain(blocks.join('\n'));
  return problems.some(({ code }) => code === 'output/foreign' || code === 'output/nothing') ? 2 : 1;
}

function reportDrift({ missing, changed, orphaned }: Drift, { out, json }: BuildCall, world: World): number {
  const lines = Object.entries({ missing, changed, orphaned }).flatMap(([what, paths]) =>
    paths.map((path) => `${what.padEnd(8)}  ${join(out, path)}\n`),
  );
  if (lines.length === 0) return 0;
  if (json) world.complain(lines.join(''));
  else world.say(lines.join(''));
  world.complain(`${out}/ is not up to date; run signalbox build.\n`);
  return 3;
}
