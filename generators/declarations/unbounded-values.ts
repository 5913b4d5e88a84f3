/** Texts of which there are as many as people, requests, machines or moments. */
const PATTERNS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['UUIDs', /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i],
  ['ULIDs', /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/],
  ['IP addresses', /^(?:\d{1,3}\.){3}\d{1,3}(?::\d+)?$/],
  ['IP addresses', /^\[?(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}\]?(?::\d+)?$/i],
  ['e-mail addresses', /^[^@\s]+@[^@\s]+\.[^@\s]+$/],
  ['hashes', /^(?=.*\d)(?:0x)?[0-9a-f]{16,}$/i],
  ['numbers', /^\d{6,}$/],
  ['times', /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/],
];

/** What the values look like if most of them are of a kind that has no end: `UUIDs`. */
export function unboundedKind(values: readonly string[]): string | undefined {
  return PATTERNS.find(([, pattern]) => values.filter((value) => pattern.test(value)).length * 2 > values.length)?.[0];
}
