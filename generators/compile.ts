import { derive } from './derive/index.ts';
import { type Address, type Diagnostic, sortDiagnostics } from './diagnostics/diagnostic.ts';
import { emitters } from './emit/index.ts';
import { interlock } from './interlock/index.ts';
import { placeOf } from './language/place.ts';
import type { Stack, Waiver } from './language/stack.ts';
import type { Artifact } from './model/artifact.ts';
import type { Compiled } from './model/observables.ts';
import { resolveStack } from './resolve/resolve.ts';
import { checkShapes } from './resolve/shapes.ts';

/** What a build found and made. Nothing has been written, and no level or waiver applied. */
export interface Compilation {
  readonly diagnostics: readonly Diagnostic[];
  /** Paths begin with the id of their stack. */
  readonly artifacts: readonly Artifact[];
  readonly stackIds: readonly string[];
  /** What the artifacts were printed from, for comparing it with what servers expose. */
  readonly compiled: readonly Compiled[];
  readonly settings: readonly StackSettings[];
}

/** How a stack wants its problems judged. */
export interface StackSettings {
  readonly stackId: string;
  readonly address: Address;
  readonly levels: Readonly<Record<string, 'error' | 'warning' | 'off'>>;
  readonly waivers: readonly Waiver[];
}

/**
 * Definitions in, problems and files out: the table of contents of the compiler. Each stage takes what the one before it
 * made; a stage that finds problems goes on with what is sound, so that all problems are found at once.
 *
 *     definitions ─ shapes ─▶ resolve ─▶ derive ─▶ interlock
 *                                           └────▶ emit
 */
export function compile(stacks: readonly unknown[], files: ReadonlyMap<string, string>): Compilation {
  const shapes = checkShapes(stacks);
  const resolutions = stacks.map((stack) => resolveStack(stack, shapes.sound, files));
  const compiled = resolutions.flatMap(({ stack }) => (stack === undefined ? [] : [derive(stack)]));
  const diagnostics = [
    ...shapes.diagnostics,
    ...resolutions.flatMap((resolution) => resolution.diagnostics),
    ...compiled.flatMap(({ observables }) => observables.diagnostics),
    ...compiled.flatMap(interlock),
  ];
  return {
    diagnostics: sortDiagnostics(diagnostics),
    artifacts: compiled.flatMap((one) => emitters.flatMap((emit) => emit(one))),
    stackIds: compiled.map(({ stack }) => stack.id),
    compiled,
    settings: stacks.filter((stack) => shapes.sound(stack, 'stack')).map(settingsOf),
  };
}

function settingsOf(stack: Stack): StackSettings {
  const address = { path: [stack.id], place: placeOf(stack) };
  return { stackId: stack.id, address, levels: stack.levels ?? {}, waivers: stack.waivers ?? [] };
}
