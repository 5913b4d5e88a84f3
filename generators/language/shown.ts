import { isKind } from './define.ts';

const LONGEST = 60;

/** A value in a message: short, on one line, never a dump of a definition, and never a new problem. */
export function shown(value: unknown): string {
  if (typeof value === 'function') return 'a function';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return describe(value);
  const text = typeof value === 'string' ? JSON.stringify(withoutPassword(value)) : String(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}…` : text;
}

/** A refused address may carry a user name and password. Too much is hidden rather than too little: any text may stand there. */
function withoutPassword(text: string): string {
  return text.replace(/\/\/.*@/s, '//…@');
}

function describe(value: object): string {
  if (value instanceof RegExp) return String(value);
  if (!('kind' in value) || typeof value.kind !== 'string' || value.kind.length > LONGEST) return 'an object';
  const kind = isKind(value, 'existing-runbook') ? 'runbook' : value.kind.replaceAll('-', ' ');
  return `${/^[aeio]/.test(kind) ? 'an' : 'a'} ${JSON.stringify(kind).slice(1, -1)}`;
}
