import type { Unit } from '../policy/units.ts';

/** A length of time in one unit: `60ms`, `5m`, `30d`. */
export type Duration = `${number}ms` | `${number}s` | `${number}m` | `${number}h` | `${number}d` | `${number}w`;
/** A share of a whole: `99.9%`. */
export type Percent = `${number}%`;
/** An amount of data, binary multiples: `512MiB`. */
export type Bytes = `${number}B` | `${number}KiB` | `${number}MiB` | `${number}GiB` | `${number}TiB`;
/** Data per second: `120MiB/s`. */
export type ByteRate = `${Bytes}/s`;
/** Events per second: `150000/s`. */
export type Rate = `${number}/s`;
export type Celsius = `${number}C`;
export type Dollars = `$${number}`;

/** What a threshold on a value of each unit looks like. */
export interface Thresholds {
  seconds: Duration;
  milliseconds: Duration;
  timestamp: Duration;
  ratio: Percent;
  percent: Percent;
  bytes: Bytes;
  byterate: ByteRate;
  celsius: Celsius;
  count: number;
  rate: Rate;
  requests: Rate;
  usd: Dollars;
}

export type Threshold<U extends Unit = Unit> = Thresholds[U];

const NUMBER = '(0|[1-9][0-9]*)(\\.[0-9]+)?';
const MS: Readonly<Record<string, number>> = { ms: 1, s: 1e3, m: 60e3, h: 3600e3, d: 86400e3, w: 604800e3 };
const BYTES: Readonly<Record<string, number>> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30, TiB: 2 ** 40 };

function scaled(text: string, scale: Readonly<Record<string, number>>): number | undefined {
  const match = new RegExp(`^(?<amount>${NUMBER})(?<unit>${Object.keys(scale).join('|')})$`).exec(text);
  const factor = scale[match?.groups?.unit ?? ''];
  return match && factor !== undefined ? exact(Number(match.groups?.amount) * factor) : undefined;
}

/** Twelve significant digits: what an author can mean, without the noise of binary fractions (0.1 × 3). */
export function exact(value: number): number {
  return Number(value.toPrecision(12));
}

/** Milliseconds of a duration, or undefined where the text is none. Zero is a duration; a sign, a space or `0x` is not. */
export function milliseconds(text: string): number | undefined {
  return scaled(text, MS);
}

/** Share of one (`'99.9%'` → 0.999), or undefined. */
export function share(text: string): number | undefined {
  const match = new RegExp(`^(${NUMBER})%$`).exec(text);
  return match ? exact(Number(match[1]) / 100) : undefined;
}

function suffixed(suffix: string): (text: string) => number | undefined {
  return (text) => (new RegExp(`^${NUMBER}${suffix}$`).test(text) ? Number(text.slice(0, -suffix.length)) : undefined);
}

const seconds = (text: string): number | undefined => {
  const ms = milliseconds(text);
  return ms === undefined ? undefined : exact(ms / 1000);
};

const parsers: Readonly<Record<Exclude<Unit, 'count'>, (text: string) => number | undefined>> = {
  seconds,
  milliseconds,
  timestamp: seconds,
  ratio: share,
  percent: (text) => (share(text) === undefined ? undefined : Number(text.slice(0, -1))),
  bytes: (text) => scaled(text, BYTES),
  byterate: (text) => (text.endsWith('/s') ? scaled(text.slice(0, -2), BYTES) : undefined),
  celsius: suffixed('C'),
  rate: suffixed('/s'),
  requests: suffixed('/s'),
  usd: (text) =>
    text.startsWith('$') && new RegExp(`^${NUMBER}$`).test(text.slice(1)) ? Number(text.slice(1)) : undefined,
};

/** The number that a threshold stands for in the base unit of its value, or undefined where it is not one. */
export function quantity(unit: Unit, threshold: unknown): number | undefined {
  if (unit === 'count') return typeof threshold === 'number' && Number.isFinite(threshold) ? threshold : undefined;
  return typeof threshold === 'string' ? parsers[unit](threshold) : undefined;
}

/** A time in the unit that a metric counts time in. */
export function secondsIn(unit: Unit, time: number): number {
  return unit === 'milliseconds' ? exact(time * 1000) : time;
}

/** An example of a threshold of each unit, for messages. */
export const exampleOf: Readonly<Record<Unit, string>> = {
  seconds: "'60ms' or '5m'",
  milliseconds: "'60ms' or '5m'",
  timestamp: "'10m'",
  ratio: "'1%'",
  percent: "'80%'",
  bytes: "'512MiB'",
  byterate: "'120MiB/s'",
  celsius: "'85C'",
  count: '30',
  rate: "'800/s'",
  requests: "'800/s'",
  usd: "'$500'",
};
