import { parseDuration } from './duration.ts';

/** Digits that survive a handful of operations on doubles: `1 - 0.999` is 0.001, not 0.0010000000000000009. */
const significantDigits = 12;

/** The value that a number prints as: rounded to twelve significant digits, whole numbers (milliseconds, bytes) exact. */
export function roundNumber(value: number): number {
  if (!Number.isFinite(value)) return value;
  return (Number.isSafeInteger(value) ? value : Number(value.toPrecision(significantDigits))) + 0;
}

/** A number without float noise, as PromQL reads it: `0.001`, `-1`, `+Inf`, `NaN`. */
export function printNumber(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  const text = String(roundNumber(value));
  // JavaScript turns to exponents below 1e-6; people read 0.0000001 more easily than 1e-7 down to a nano.
  return /^-?[\d.]+e-[789]$/.test(text) ? withoutExponent(text) : text;
}

function withoutExponent(text: string): string {
  const [mantissa = '', exponent = ''] = text.replace(/^-/, '').split('e-');
  const digits = mantissa.replace('.', '');
  return `${text.startsWith('-') ? '-' : ''}0.${'0'.repeat(Number(exponent) - 1)}${digits}`;
}

/**
 * The value of an unsigned number as Prometheus reads it; undefined where it is not one. A leading zero means octal
 * (`strconv.ParseInt` with base 0), a duration means its seconds (3.0).
 */
export function parseNumber(text: string): number | undefined {
  const plain = text.replaceAll('_', '').toLowerCase();
  if (plain === 'inf') return Number.POSITIVE_INFINITY;
  if (plain === 'nan') return Number.NaN;
  if (/^0[0-7]+$/.test(plain)) return Number.parseInt(plain, 8);
  if (/^0x[\da-f]+$/.test(plain) || /^(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/.test(plain)) return Number(plain);
  const ms = parseDuration(plain);
  return ms === undefined ? undefined : ms / 1000;
}
