import { z } from 'zod';
import { field, labelName } from './fields.ts';
import type { Selector } from './labels.ts';
import { isReadable } from './references.ts';

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= 200 && isReadable(value);

function isMatch(value: unknown): boolean {
  if (isText(value) || value instanceof RegExp) return true;
  if (Array.isArray(value)) return value.length > 0 && value.every(isText);
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'not' && 'value' in value
    ? isText(value.value)
    : false;
}

const match = field(
  {
    what: 'a value of a label, a list of them, not(…) or a regular expression',
    cure: "Write for instance selector: { service_name: 'checkout' }",
  },
  isMatch,
);

/** The shape of a selector: label names with what is chosen of each. */
export const selectorSchema: z.ZodType = z.record(labelName, match);

/** Whether a value is a selector that can be read. */
export function isSelector(value: unknown): value is Selector {
  return selectorSchema.safeParse(value).success;
}
