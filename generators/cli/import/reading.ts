import type { Observed } from '../../exposition/observed.ts';

/** What was read, or why nothing was. */
export type Reading =
  | {
      readonly kind: 'read';
      readonly observed: Observed;
      /** For the first line of what is written. */
      readonly source: string;
      readonly without: readonly string[];
      /** Said on standard error; the rest was read. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'failed'; readonly message: string };
