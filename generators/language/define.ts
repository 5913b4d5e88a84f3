import { capturePlace, type Placed, place } from './place.ts';

/** A definition: the author's input, tagged with its kind and its place, frozen. */
export type Defined<K extends string, T> = T & Placed & { readonly kind: K };

/**
 * Tags and freezes an author's input. Nothing is checked here: a definition with mistakes must still be reachable, so
 * that the build can report all mistakes at once.
 */
export function define<K extends string, T extends object>(
  kind: K,
  input: T,
  by: (...args: never[]) => unknown,
): Defined<K, T> {
  return Object.freeze({ ...input, kind, [place]: capturePlace(by) });
}

/** Whether a value is a definition of one of these kinds. */
export function isKind<K extends string>(value: unknown, ...kinds: readonly K[]): value is { readonly kind: K } {
  return typeof value === 'object' && value !== null && 'kind' in value && kinds.some((kind) => kind === value.kind);
}
