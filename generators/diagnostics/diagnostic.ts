import type { PlaceHolder } from '../language/place.ts';
import type { CoreCode } from './explanations.ts';

export type Level = 'error' | 'warning';

/** Which definition a problem is about: its names from the stack inwards, and where it was written. */
export interface Address {
  readonly path: readonly string[];
  readonly place?: PlaceHolder | undefined;
}

/** A problem as a value. Problems are collected, sorted and printed together; nothing is thrown for a user's mistake. */
export interface Diagnostic {
  readonly code: string;
  readonly level: Level;
  readonly address: Address;
  /** What is wrong, with the figures: `55ms is not a bucket of …; nearest are 50ms and 60ms`. */
  readonly message: string;
  /** What to do about it, as an imperative sentence. */
  readonly cure: string;
  /** Whole lists of which the message names some, as plain data for machines. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** A problem that stops the build. */
export function problem(code: CoreCode, address: Address, message: string, cure: string): Diagnostic {
  return { code, level: 'error', address, message, cure };
}

/**
 * The address of something inside a definition; keeps the definition's place unless the part has its own. A path has at
 * most three names, stack, definition and field: what lies deeper extends the field, `slos.latency` to `slos.latency.within`.
 */
export function inside(address: Address, step: string, place?: PlaceHolder): Address {
  const [stack, definition, field] = address.path;
  const dotted = `${field}${step.startsWith('[') ? '' : '.'}${step}`;
  const path = field === undefined ? [...address.path, step] : [stack ?? '', definition ?? '', dotted];
  return { path, place: place ?? address.place };
}

/** `short-video › fyp-service › slos.latency.within` */
export function pathText(address: Address): string {
  return address.path.join(' › ');
}

const key = (one: Diagnostic): readonly string[] => [pathText(one.address), one.code, one.message];

/** By definition, then code, then message; one of each. */
export function sortDiagnostics(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  // Reversed, so that of equal ones the first stays: a definition comes before the handles made from it.
  const keyed = new Map(diagnostics.toReversed().map((one) => [key(one).join('\u0000'), one]));
  return [...keyed].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, one]) => one);
}
