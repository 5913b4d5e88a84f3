import type { Stack } from 'signalbox';
import definitions from '../../definitions/index.ts';
import { compile } from '../../generators/compile.ts';
import { derive } from '../../generators/derive/index.ts';
import type { Diagnostic } from '../../generators/diagnostics/diagnostic.ts';
import { emitters } from '../../generators/emit/index.ts';
import type { Artifact } from '../../generators/model/artifact.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';

/** What one stack compiles to: text by path, the paths below `out/`. */
export type Tree = ReadonlyMap<string, string>;

/** The stack that the proofs below change and look into. */
export const shortVideo: Stack = found(
  definitions.find(({ id }) => id === 'short-video'),
  'the stack short-video',
);

/** Compiles a stack without a single error, or says what is wrong with it. */
export function treeOf(stack: Stack): Tree {
  const { diagnostics, artifacts } = compile([stack], new Map());
  return treeFrom(diagnostics, artifacts);
}

/** The same tree without the interlock, which finds problems and makes no file: for proofs that compile hundreds of times. */
export function uncheckedTreeOf(stack: Stack): Tree {
  const shapes = checkShapes([stack]);
  const resolved = resolveStack(stack, shapes.sound, new Map());
  const compiled = derive(found(resolved.stack, `the model of ${stack.id}`));
  const diagnostics = [...shapes.diagnostics, ...resolved.diagnostics, ...compiled.observables.diagnostics];
  return treeFrom(
    diagnostics,
    emitters.flatMap((emit) => emit(compiled)),
  );
}

function treeFrom(diagnostics: readonly Diagnostic[], artifacts: readonly Artifact[]): Tree {
  const errors = diagnostics.filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new Error(errors.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const tree = new Map(artifacts.map(({ path, content }) => [path, content]));
  if (tree.size !== artifacts.length) throw new Error('Two artifacts have the same path.');
  return tree;
}

/** A thing that must be there. */
export function found<T>(one: T | undefined, what: string): T {
  if (one === undefined) throw new Error(`${what} is missing`);
  return one;
}
