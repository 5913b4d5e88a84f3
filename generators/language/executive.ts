import { type Defined, define } from './define.ts';
import type { Duration } from './quantities.ts';
import type { Slo } from './slos.ts';
import type { Value } from './values.ts';

/** One large figure with how it changed, and whether a promise holds. */
export interface Tile {
  readonly value: Value;
  /** The change against this long ago is shown beside it. */
  readonly versus?: Duration;
  /** Which way of a change is good, and so green. Default `up`. */
  readonly better?: 'up' | 'down';
  /** The SLO, as it stands in its service, whose state is shown beside it. */
  readonly promise?: Slo;
  readonly description?: string;
}

export interface ExecutiveInput {
  readonly title: string;
  readonly description?: string;
  /** By title, in the order in which they are drawn. */
  readonly tiles: Readonly<Record<string, Tile>>;
  /** Figures drawn together over the last day, by title, each on a scale of its own. */
  readonly trend?: { readonly title: string; readonly values: Readonly<Record<string, Value>> };
  /** 1 where a region is healthy, 0 where not, kept apart by one label: `lowest(healthy, { by: ['region'] })`. */
  readonly regions?: Value;
}

export type Executive = Defined<'executive', ExecutiveInput>;

/** The board for those who do not operate: is it healthy, how is business, which region is not. */
export function executive(input: ExecutiveInput): Executive {
  return define('executive', input, executive);
}
