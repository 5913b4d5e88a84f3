import { constructFromEvents, FAILSAFE_SCHEMA, mergeTag, nullCoreTag, parseEvents, YAMLException } from 'js-yaml';
import type { FileProblem } from '../../model/beside.ts';
import { type LineOf, linesOf } from './yaml-lines.ts';

/** Every scalar as the text that it is, as Prometheus reads label values, `1` and `yes` too; nothing stays nothing. */
const schema = FAILSAFE_SCHEMA.withTags(mergeTag, nullCoreTag);

export type Documents =
  | { readonly kind: 'documents'; readonly documents: readonly unknown[]; readonly lineOf: LineOf }
  | { readonly kind: 'not yaml'; readonly problem: FileProblem };

/** Reads YAML of one document or several, duplicate keys refused, as Prometheus does. */
export function readDocuments(text: string): Documents {
  try {
    const events = parseEvents(text, {});
    const documents = constructFromEvents(events, { source: text, schema });
    return { kind: 'documents', documents, lineOf: linesOf(events, text) };
  } catch (error) {
    const { reason, mark } = error instanceof YAMLException ? error : { reason: String(error), mark: undefined };
    const message = `it is not YAML: ${reason}`;
    return { kind: 'not yaml', problem: mark ? { line: mark.line + 1, message } : { message } };
  }
}

export type Fields = Readonly<Record<string, unknown>>;

/** Whether a value is a mapping. */
export function isMapping(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
