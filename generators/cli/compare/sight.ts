import type { Seen } from '../../reality/view.ts';

/** What was seen of servers, or why nothing was. */
export type Sight =
  | {
      readonly kind: 'read';
      readonly seen: Seen;
      /** Without credentials. */
      readonly source: string;
      /** Said on standard error; the rest was read. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'unread'; readonly message: string };
