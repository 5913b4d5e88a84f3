import type { Stack } from 'signalbox';
import definitions from '../../definitions/index.ts';
import { compile } from '../../generators/compile.ts';

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
