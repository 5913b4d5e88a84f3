import { z } from 'zod';
import { type Duration, milliseconds, type Percent, share } from './quantities.ts';
import { shown } from './shown.ts';

/** What a field takes, said so that a complaint can be made of it: `60 is not a duration`, `write '5m' or '60ms'`. */
export interface Rule {
  /** With its article: `a duration`. */
  readonly what: string;
  /** What to do, as an imperative sentence without its full stop. */
  readonly cure: string;
  /** Default `shape/wrong-value`. */
  readonly code?: string;
  /** What exactly is wrong with a value, instead of `… is not …`, where that can be said. */
  readonly complaintOf?: (value: unknown) => string | undefined;
  /** What to do about a value that is a usual mistake, instead of `cure`. */
  readonly cureOf?: (value: unknown) => string | undefined;
}

/** A field's check. The rule travels in zod's `params`, where the resolver finds it. */
export function field<T = unknown>(rule: Rule, accepts: (value: unknown) => boolean): z.ZodType<T, T> {
  return z.custom<T>(accepts, { error: (issue) => `${shown(issue.input)} is not ${rule.what}`, params: { ...rule } });
}

const matching = (rule: Rule, pattern: RegExp) =>
  field<string>(rule, (value) => typeof value === 'string' && pattern.test(value));

export function oneOf<const V extends string>(...values: readonly [V, ...V[]]): z.ZodType<V, V> {
  const list = values.join(', ');
  return field({ what: `one of ${list}`, cure: `Write one of ${list}` }, (value) =>
    values.some((one) => one === value),
  );
}

/** Controls, and the sign of a broken encoding, which Prometheus cannot read in an expression. */
const CONTROL = /[^\P{Cc}\n]|[\u2028\u2029\ufffd]/u;

function text(most: number, lines: 'one line' | 'lines') {
  const what = `a text of ${lines === 'lines' ? 'some lines' : 'one line'}, at most ${most} characters, none of them control characters`;
  const complaintOf = (value: unknown) => (typeof value === 'string' ? textFault(value, most, lines) : undefined);
  return field<string>(
    { what, cure: 'Write it as a sentence', complaintOf },
    (value) => typeof value === 'string' && textFault(value, most, lines) === undefined,
  );
}

function textFault(value: string, most: number, lines: 'one line' | 'lines'): string | undefined {
  if (value.trim() === '') return 'the text is empty';
  if (value.length > most) return `the text has ${value.length} characters, at most ${most} fit`;
  if (!value.isWellFormed() || CONTROL.test(value)) return 'the text holds a control character or a broken encoding';
  return lines === 'one line' && value.includes('\n') ? 'the text has several lines, and takes one' : undefined;
}

export const title = text(120, 'one line');
export const sentence = text(500, 'one line');
export const prose = text(2000, 'lines');

function name(what: string, pattern: RegExp, example: string, code = 'shape/name') {
  return matching({ what, cure: `Write for instance '${example}'`, code }, pattern);
}

export const id = name(
  'an id (a letter, then letters, digits and dashes, at most 40)',
  /^[A-Za-z][A-Za-z0-9-]{0,39}$/,
  'fyp-service',
);
export const key = name(
  'a key (a letter, then letters and digits, at most 40)',
  /^[A-Za-z][A-Za-z0-9]{0,39}$/,
  'latencyHigh',
);
export const labelName = name(
  'a label name (letters, digits and _, not __ in front)',
  /^(?!__)[a-zA-Z_][a-zA-Z0-9_]{0,79}$/,
  'region',
  'metric/name',
);
export const labelValue = name(
  'a label value (letters, digits, _, . and -, at most 80)',
  /^[A-Za-z0-9_.-]{1,80}$/,
  'prod_eu-1',
);
export const metricName = name(
  'a metric name (letters, digits, _ and :)',
  /^[a-zA-Z_:][a-zA-Z0-9_:]{0,199}$/,
  'http_requests_total',
  'metric/name',
);
export const alertName = name('an alert name', /^[A-Za-z][A-Za-z0-9]{0,79}$/, 'FypLatencyHigh');
export const channel = name('a channel', /^#[a-z0-9_-]{1,80}$/, '#alerts');

export const version = matching({ what: 'a version', cure: "Write for instance '2.42'" }, /^[0-9]{1,3}\.[0-9]{1,3}$/);
export const rate = matching({ what: 'a rate', cure: "Write for instance '800/s'" }, /^[0-9]{1,15}(\.[0-9]+)?\/s$/);
/** Source: https://grafana.com/docs/mimir/latest/configure/about-tenant-ids/ */
export const tenant = matching(
  { what: 'a tenant id', cure: "Use letters, digits and !-_.*'(), at most 150" },
  /^(?!\.{1,2}$)[\w!.*'()-]{1,150}$/,
);
export const file = matching(
  { what: 'the path of a file', cure: 'Use letters, digits and ./_@:+-, at most 255' },
  /^[\w./@:+-]{1,255}$/,
);
export const email = matching(
  { what: 'an e-mail address', cure: "Write for instance 'feed@example.com'" },
  /^[^\s@"<>,;:\\]{1,64}@[A-Za-z0-9.-]{1,190}$/,
);

export const duration = field<Duration>(
  { what: 'a duration', cure: "Write for instance '5m' or '60ms'" },
  (value) => typeof value === 'string' && (milliseconds(value) ?? 0) > 0,
);
export const percent = field<Percent>(
  { what: 'a percentage between 0% and 100%', cure: "Write for instance '99.9%'" },
  (value) => typeof value === 'string' && (share(value) ?? 2) <= 1,
);
/** A change can be more than the whole: up by 150%. */
export const change = field<Percent>(
  { what: 'a percentage over 0%', cure: "Write for instance '5%'" },
  (value) => typeof value === 'string' && (share(value) ?? 0) > 0,
);

export const date = field<string>(
  { what: 'a date', cure: "Write for instance '2027-03-31'" },
  (value) => typeof value === 'string' && isDate(value),
);

const day = z.iso.date();

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(text: string): boolean {
  return day.safeParse(text).success;
}

export const url = field<string>(
  {
    what: 'an http(s) address without user name, password and spaces',
    cure: "Write for instance 'https://grafana.example.com'",
  },
  (value) => typeof value === 'string' && isUrl(value),
);

function isUrl(value: string): boolean {
  if (value.length > 2000 || !/^https?:\/\/[^\s"'<>`{}\\^|]+$/.test(value) || !URL.canParse(value)) return false;
  const { username, password } = new URL(value);
  return username === '' && password === '';
}

/** A list with at least one of these. */
export function some(one: z.ZodType, what: string): z.ZodType {
  return z.array(one).min(1, { error: `needs at least one ${what}` });
}

export const positiveInteger = field<number>(
  { what: 'a whole number over 0', cure: 'Write for instance 10' },
  (value) => typeof value === 'number' && Number.isSafeInteger(value) && value > 0,
);

export const wholeNumber = field<number>(
  { what: 'a whole number', cure: 'Write for instance 20, or 0 for no limit' },
  (value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0,
);
