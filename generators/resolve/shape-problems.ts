import type { z } from 'zod';
import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import { type CoreCode, isCoreCode } from '../diagnostics/explanations.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import { schemas } from '../language/schemas.ts';
import { shown } from '../language/shown.ts';
import { fieldsAt } from './schema-fields.ts';
import { joined, type Tagged } from './walk.ts';

type Issue = z.core.$ZodIssue;

/** What is wrong with the shape of a definition: every field, all at once. */
export function shapeProblems(definition: Tagged, address: Address): readonly Diagnostic[] {
  const schema = schemas[definition.kind];
  if (schema === undefined) return [];
  const issues = schema.safeParse(definition).error?.issues ?? [];
  return issues.flatMap(leaves).flatMap((issue) => problemsOf(issue, { schema, definition, address }));
}

interface Context {
  readonly schema: z.ZodType;
  readonly definition: Tagged;
  readonly address: Address;
}

/** Of a union's alternatives the one that the author most likely meant: that which got furthest. */
function leaves(issue: Issue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [best] = issue.errors.toSorted((a, b) => progress(b) - progress(a));
  return (best ?? []).flatMap(leaves).map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
}

function progress(issues: readonly Issue[]): number {
  const steps = issues.map(({ code, path }) => 4 * path.length + (RANK[code] ?? 0));
  return Math.max(0, ...steps);
}

const RANK: Readonly<Record<string, number>> = { unrecognized_keys: 2, custom: 1 };

function problemsOf(issue: Issue, context: Context): readonly Diagnostic[] {
  const value = valueAt(context.definition, issue.path);
  const field = issue.path.reduce<string>(joined, '');
  const address = field === '' ? context.address : inside(context.address, field);
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownField(key, issue.path, context));
  if (issue.code === 'invalid_key') return [wrongKey(issue, context)];
  const rule = ruleOf(issue, value);
  if (value === undefined && issue.path.length > 0) {
    const parts = fieldsAt(context.schema, issue.path);
    return [missing(String(issue.path.at(-1)), rule, address, parts)];
  }
  return [problem(rule.code, address, rule.complaint ?? `${shown(value)} is not ${rule.what}`, `${rule.cure}.`)];
}

function unknownField(key: string, path: readonly PropertyKey[], { schema, address }: Context): Diagnostic {
  const at = path.reduce<string>(joined, '');
  const known = fieldsAt(schema, path).filter((field) => field !== 'kind');
  const hint = didYouMean(key, known);
  const cure = hint === '' ? `Remove it, or use one of ${known.join(', ')}.` : 'Correct the spelling, or remove it.';
  const where = at === '' ? address : inside(address, at);
  return problem('shape/unknown-field', where, `unknown field ${ticked(key)}${hint}`, cure);
}

/** A key of a record stands at the record: it may be anything, and an address is a name. */
function wrongKey(issue: Issue & { readonly code: 'invalid_key' }, { address }: Context): Diagnostic {
  const [cause] = issue.issues;
  const rule = cause === undefined ? plain('a key', 'Rename it') : ruleOf(cause);
  const code = rule.code === 'shape/wrong-value' ? 'shape/name' : rule.code;
  const where = inside(address, issue.path.slice(0, -1).reduce<string>(joined, ''));
  return problem(code, where, `${shown(issue.path.at(-1))} is not ${rule.what}`, `${rule.cure}.`);
}

function missing(field: string, rule: ReadRule, address: Address, parts: readonly string[]): Diagnostic {
  // A metric without unit has a code of its own, because the name may say the unit too.
  const code = rule.code === 'metric/unit' ? rule.code : 'shape/missing-field';
  const takes = rule.complaint === undefined ? `; it takes ${rule.what}` : '';
  return problem(
    code,
    address,
    `the field ${ticked(field)} is missing${takes}`,
    `${example(field, parts) ?? rule.cure}.`,
  );
}

/** Of an object with few fields all of them, in the shape that it is written in. */
function example(field: string, parts: readonly string[]): string | undefined {
  if (parts.length === 0 || parts.length > 4) return undefined;
  return `Write ${field}: { ${parts.map((part) => `${part}: …`).join(', ')} }`;
}

interface ReadRule {
  readonly code: CoreCode;
  readonly what: string;
  readonly cure: string;
  /** The whole message, where `… is not …` does not fit. */
  readonly complaint?: string;
}

const plain = (what: string, cure: string): ReadRule => ({ code: 'shape/wrong-value', what, cure });

/** What zod's own checks expect, in an author's words. */
const types: Readonly<Record<string, ReadRule>> = {
  array: plain('a list', 'Write it in brackets: […]'),
  object: plain('an object', 'Write it in braces: {…}'),
  record: plain('an object', 'Write it in braces: {…}'),
  string: plain('a text', "Write it in quotes: '…'"),
};

function ruleOf(issue: Issue, value?: unknown): ReadRule {
  if (issue.code === 'custom' && issue.params !== undefined) return ruleIn(issue.params, value);
  if (issue.code === 'invalid_type') return types[issue.expected] ?? plain(`a ${issue.expected}`, 'Correct it');
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String).join(', '));
  return { ...plain('right', 'Complete it'), complaint: issue.message };
}

const oneOf = (list: string) => plain(`one of ${list}`, `Write one of ${list}`);

function ruleIn(params: Readonly<Record<string, unknown>>, value: unknown): ReadRule {
  const { what, cure, code, complaintOf, cureOf } = params;
  const said = (of: unknown): unknown => (typeof of === 'function' ? of(value) : undefined);
  const complaint = said(complaintOf);
  return {
    code: isCoreCode(code) ? code : 'shape/wrong-value',
    what: String(what),
    cure: String(said(cureOf) ?? cure),
    ...(typeof complaint === 'string' ? { complaint } : {}),
  };
}

function ticked(field: string): string {
  return /^[\w-]{1,60}$/.test(field) ? `\`${field}\`` : shown(field);
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Object.getOwnPropertyDescriptor(at, key)?.value : undefined),
    value,
  );
}
