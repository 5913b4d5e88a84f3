import { type Input, inTurn, type Signal } from '../slo/traffic.ts';

/** When what is wrong begins, and for how long it is, in seconds. */
export const BEGINS = 1200;
export const LASTS = 1800;
export const MINUTE = 60;

/** What a series shows when all is well, and during the incident. */
interface Course {
  readonly well: number;
  readonly ill: number;
}

export type Series = readonly [series: string, signal: Signal];

const phases = (course: Course, lasts: number) => [
  { seconds: BEGINS, value: course.well },
  { seconds: lasts, value: course.ill },
  { seconds: 1, value: course.well },
];

/** A gauge that shows something else for a while. */
export function shows(series: string, well: number, ill: number, lasts = LASTS): Series {
  return [series, inTurn(phases({ well, ill }, lasts), ({ value }) => value)];
}

/** A counter, of so many a minute before and after, and during the incident. */
export function grows(series: string, well: number, ill: number, lasts = LASTS): Series {
  const signal: Signal = (second) => {
    const inIt = Math.min(Math.max(second - BEGINS, 0), lasts);
    return Math.floor(1000 + ((second - inIt) * well + inIt * ill) / MINUTE);
  };
  return [series, signal];
}

/** A counter that stands still but for some at once. */
export function jumps(series: string, by: number, from = 1000): Series {
  return [series, (second) => (second < BEGINS ? from : from + by)];
}

/** A counter that is born during the incident, with its first events. */
export function born(series: string, first: number, perMinute = 0): Series {
  return [
    series,
    (second) => (second < BEGINS ? undefined : first + Math.floor(((second - BEGINS) * perMinute) / MINUTE)),
  ];
}

/** A series that ends. */
export function ends([series, signal]: Series): Series {
  return [series, (second) => (second < BEGINS ? signal(second) : second < BEGINS + LASTS ? 'stale' : signal(second))];
}

export const inputOf = ([series, signal]: Series): Input => ({ series, signal, scrape: 15, phase: 5 });
