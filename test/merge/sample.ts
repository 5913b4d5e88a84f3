import type { Stack } from 'signalbox';
import type { Edit } from './edit.ts';
import { figureEdits } from './figure-edits.ts';
import { areIndependent } from './independent.ts';
import { newUnitEdits } from './new-units.ts';
import { serviceEdits } from './service-edits.ts';
import { sharedEdits } from './shared-edits.ts';
import { unitEdits } from './unit-edits.ts';

export type Pair = readonly [left: Edit, right: Edit];

/** Every edit that is thought of, of every definition that allows it. */
export function allEdits(stack: Stack): readonly Edit[] {
  return [...unitEdits(stack), ...serviceEdits(stack), ...figureEdits(stack), ...sharedEdits(stack), ...newUnitEdits()];
}

/** One edit of every kind and `more` others, the same for the same seed. */
export function sampleEdits(edits: readonly Edit[], more: number, seed: number): readonly Edit[] {
  const order = shuffled(edits, seed);
  const isFirst = (edit: Edit) => order.find(({ kind }) => kind === edit.kind) === edit;
  return [...order.filter(isFirst), ...order.filter((edit) => !isFirst(edit)).slice(0, more)];
}

/** Every pair of these edits that two people could make without knowing of each other. */
export function independentPairs(edits: readonly Edit[], stack: Stack): readonly Pair[] {
  return edits.flatMap((left, index) =>
    edits.slice(index + 1).flatMap((right): Pair[] => (areIndependent(left, right, stack) ? [[left, right]] : [])),
  );
}

/** A list in an order that chance made and that anyone can make again. */
export function shuffled<T>(list: readonly T[], seed: number): readonly T[] {
  const next = randomNumbers(seed);
  return list
    .map((one) => ({ one, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

/** Numbers from 0 to 1 (mulberry32, https://github.com/bryc/code/blob/master/jshash/PRNGs.md). */
function randomNumbers(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const twice = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((twice ^ (twice >>> 14)) >>> 0) / 2 ** 32;
  };
}
