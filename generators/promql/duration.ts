/** Milliseconds per unit, largest first: the order in which Prometheus wants them. A year has 365 days. */
const units = [
  ['y', 365 * 86_400_000],
  ['w', 7 * 86_400_000],
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** Prometheus writes a duration in years and weeks only where nothing is left over: `90d`, not `12w6d`. */
const onlyWhole: ReadonlySet<string> = new Set(['y', 'w']);

const shape = /^(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m)?(?:\d+s)?(?:\d+ms)?$/;

/** Milliseconds of a text such as `1h30m`, units in falling order; undefined where it is not a duration. */
export function parseDuration(text: string): number | undefined {
  if (text === '' || !shape.test(text)) return undefined;
  const sizes: ReadonlyMap<string, number> = new Map(units);
  let ms = 0;
  for (const [, count, unit] of text.matchAll(/(\d+)(ms|[ywdhms])/g))
    ms += Number(count) * (sizes.get(unit ?? '') ?? 0);
  return Number.isSafeInteger(ms) ? ms : undefined;
}

/** A duration as Prometheus prints it: `5m`, `1h30m`, `30d`, `4m15s`. Takes whole milliseconds, also negative ones. */
export function printDuration(ms: number): string {
  if (!Number.isSafeInteger(ms)) throw new RangeError(`Not a whole number of milliseconds: ${ms}`);
  if (ms === 0) return '0s';
  let rest = Math.abs(ms);
  let text = ms < 0 ? '-' : '';
  for (const [unit, size] of units) {
    const count = Math.floor(rest / size);
    if (count === 0 || (onlyWhole.has(unit) && rest % size !== 0)) continue;
    text += `${count}${unit}`;
    rest -= count * size;
  }
  return text;
}
