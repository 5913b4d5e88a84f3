/** Where a definition was written. The stack is formatted only when somebody reads it, so capturing stays cheap. */
export interface PlaceHolder {
  readonly stack?: string;
}

/** An enumerable symbol key: spreading a definition keeps its place, JSON and `Object.keys` do not see it. */
export const place: unique symbol = Symbol.for('signalbox.place');

export interface Placed {
  readonly [place]?: PlaceHolder;
}

const FRAMES = 10;

/** Captures the call stack above `below`, at most ten frames. */
export function capturePlace(below: (...args: never[]) => unknown): PlaceHolder {
  const holder: { stack?: string } = {};
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = FRAMES;
  Error.captureStackTrace(holder, below);
  Error.stackTraceLimit = limit;
  return holder;
}

/** The place of any value, or undefined where it has none. */
export function placeOf(value: unknown): PlaceHolder | undefined {
  if (typeof value !== 'object' || value === null || !(place in value)) return undefined;
  const holder = value[place];
  return typeof holder === 'object' && holder !== null ? holder : undefined;
}
