import type { Stack } from 'signalbox';
import { stackSaying } from './hostile-stack.ts';
import type { Texts } from './hostile-units.ts';

/** Something of a stack that nobody should write. */
interface ShapeInput {
  readonly name: string;
  readonly stack: Stack;
}

export const plain: Texts = { line: 'Plain', lines: 'Plain', label: 'plain' };
export const long = 'x'.repeat(10_000);

const sample = stackSaying(plain);

/** Where a record stands in a stack whose authors chose its keys. */
const records = [
  ...['slos', 'alerts', 'errors', 'signals', 'stages', 'caches', 'sections', 'sections.Plain', 'capacity', 'links'].map(
    (field) => `services.0.${field}`,
  ),
  ...['utilisation', 'saturation', 'errors', 'utilisation.used.limits'].map((field) => `infrastructure.0.${field}`),
  ...['kpis', 'kpis.used.limits', 'kpis.used.versus', 'kpis.asked.from.query'].map((field) => `kpis.0.${field}`),
  ...['tiles', 'trend.values'].map((field) => `executive.${field}`),
];

/** Where an id stands that becomes the name of a file, a label or an address. */
const ids = [
  ...['services', 'infrastructure', 'kpis'].map((list) => `${list}.0.id`),
  ...['type', 'uid'].map((field) => `kpis.0.kpis.asked.from.datasource.${field}`),
];

const strangeKeys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'no',
  'null',
  '',
  'a b',
  long,
];
const strangeIds = ['no', 'null', 'constructor', 'stack', 'README', 'a/b', '..', '', long];

/** A record with one entry; a key that objects have, or should not have, comes only from data. */
const keyed = (key: string, value: unknown): object => Object.fromEntries([[key, value]]);

/** The first entry of every record under a key that objects have or should not have. */
export const keyInputs: readonly ShapeInput[] = records.flatMap((path) =>
  strangeKeys.map((key) => ({
    name: `the key ${key.slice(0, 20)} of ${path}`,
    stack: withChange(path, (record) => keyed(key, Object.values(Object(record))[0])),
  })),
);

/** Strange ids of everything that has one. */
export const idInputs: readonly ShapeInput[] = strangeIds.flatMap((id) => [
  ...ids.map((path) => ({ name: `${path}: ${id.slice(0, 20)}`, stack: withChange(path, () => id) })),
  { name: `the stack ${id.slice(0, 20)}`, stack: stackSaying(plain, {}, { id, environment: id }) },
]);

/** The sample with something else at one place. */
function withChange(path: string, change: (old: unknown) => unknown): Stack {
  const parts = replaced(sample, path.split('.'), change);
  return { ...sample, ...Object(parts) };
}

function replaced(value: unknown, [step, ...rest]: readonly string[], change: (old: unknown) => unknown): unknown {
  if (step === undefined) return change(value);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) throw new Error(`no ${step}`);
  const part = replaced(Reflect.get(value, step), rest, change);
  if (Array.isArray(value)) return value.with(Number(step), part);
  return { ...value, [step]: part };
}
