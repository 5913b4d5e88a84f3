import type { Compiled } from '../../../generators/model/observables.ts';

/** A mistake, and what the rule says to it. */
export interface Case {
  readonly code: string;
  /** What is wrong with it, in words. */
  readonly given: string;
  readonly compiled: () => Compiled;
  /** A part of the message. */
  readonly want: string;
  /** The definition that the message names. */
  readonly at: string;
}

const service = 'prod › web';

/** Cases of one rule; the definition is the service's unless said. */
export function casesOf(
  code: string,
  ...cases: readonly (Omit<Case, 'code' | 'at'> & { readonly at?: string })[]
): readonly Case[] {
  return cases.map((one) => ({ code, ...one, at: one.at === undefined ? service : `${service} › ${one.at}` }));
}
