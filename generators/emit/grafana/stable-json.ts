/** Characters that a diff does not show, or shows as something else: controls, zero-width, direction marks, separators. */
const invisible = /[\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** JSON with keys sorted by code unit, two spaces, a newline at the end, and invisible characters as escapes. */
export function stableJson(value: unknown): string {
  const text = print(value, '\n');
  return `${text.replace(invisible, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** Written here because `JSON.stringify` takes keys as they come: numbers first, then in the order of their making. */
function print(value: unknown, newline: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const inner = `${newline}  `;
  if (Array.isArray(value)) {
    return value.length === 0
      ? '[]'
      : `[${inner}${value.map((item) => print(item, inner)).join(`,${inner}`)}${newline}]`;
  }
  const fields = Object.entries(value).filter(([, field]) => field !== undefined && typeof field !== 'function');
  if (fields.length === 0) return '{}';
  const lines = fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, field]) => `${JSON.stringify(key)}: ${print(field, inner)}`);
  return `{${inner}${lines.join(`,${inner}`)}${newline}}`;
}
