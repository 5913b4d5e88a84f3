import { quantity } from '../language/quantities.ts';
import type { Unit } from '../policy/units.ts';

type Scale = readonly (readonly [suffix: string, factor: number])[];

/** Largest first. Days and weeks are no units of a bucket that people think in. */
const TIME: Scale = [
  ['h', 3600],
  ['m', 60],
  ['s', 1],
  ['ms', 0.001],
];
const DATA: Scale = [
  ['TiB', 2 ** 40],
  ['GiB', 2 ** 30],
  ['MiB', 2 ** 20],
  ['KiB', 2 ** 10],
  ['B', 1],
];

/** The code of a bound, as an author would write it: `'50ms'`, `'4KiB'`, `'99%'`, `30`; undefined where it cannot be said. */
export function thresholdCode(unit: Unit, bound: number): string | undefined {
  if (unit === 'count') return String(bound);
  const text = textOf(unit, bound);
  return text !== undefined && quantity(unit, text) === bound ? `'${text}'` : undefined;
}

function textOf(unit: Exclude<Unit, 'count'>, bound: number): string | undefined {
  switch (unit) {
    case 'seconds':
    case 'timestamp':
      return scaled(bound, TIME, bound >= 1 ? 's' : 'ms');
    case 'milliseconds':
      return scaled(bound / 1000, TIME, bound >= 1000 ? 's' : 'ms');
    case 'bytes':
      return scaled(bound, DATA, 'B');
    case 'byterate':
      return suffixed(scaled(bound, DATA, 'B'), '/s');
    case 'ratio':
      return suffixed(decimal(bound * 100), '%');
    case 'percent':
      return suffixed(decimal(bound), '%');
    case 'celsius':
      return suffixed(decimal(bound), 'C');
    case 'rate':
    case 'requests':
      return suffixed(decimal(bound), '/s');
    case 'usd':
      return `$${decimal(bound)}`;
  }
}

/** In the largest unit that makes it whole, else in `plain`. */
function scaled(bound: number, scale: Scale, plain: string): string | undefined {
  const whole = scale.find(([, factor]) => bound >= factor && Number.isInteger(tidy(bound / factor)));
  const [suffix, factor] = whole ?? scale.find(([one]) => one === plain) ?? ['', 1];
  return suffixed(decimal(bound / factor), suffix);
}

function suffixed(text: string | undefined, suffix: string): string | undefined {
  return text === undefined ? undefined : `${text}${suffix}`;
}

/** Without exponent, and without the noise of binary fractions. */
function decimal(value: number): string | undefined {
  const text = String(tidy(value));
  if (!text.includes('e')) return text;
  return Math.abs(value) < 1
    ? tidy(value)
        .toFixed(18)
        .replace(/\.?0+$/, '')
    : undefined;
}

function tidy(value: number): number {
  return Number(value.toPrecision(12));
}
