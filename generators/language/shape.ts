import { z } from 'zod';

type Optional<I> = { [K in keyof I]-?: Record<never, never> extends Pick<I, K> ? K : never }[keyof I];

/** A schema for every field that an author must write, and for none else. */
export type Needs<I> = { readonly [K in Exclude<keyof I, Optional<I> | symbol>]: z.ZodType };
/** A schema for every field that may be left out, and for none else. */
export type May<I> = { readonly [K in Exclude<Optional<I>, symbol>]: z.ZodType };

/**
 * The strict shape of one kind of definition, tied to the type that its author fills in: a field that is missing here, one
 * too many, or one on the wrong side does not compile.
 */
export function shape<I>(needs: Needs<NoInfer<I>>, may: May<NoInfer<I>>): z.ZodType {
  return z.strictObject({ kind: z.string(), ...fieldsOf<I>(needs, may) });
}

/** As `shape`, for a part that carries no kind. */
export function partShape<I>(needs: Needs<NoInfer<I>>, may: May<NoInfer<I>>): z.ZodType {
  return z.strictObject(fieldsOf<I>(needs, may));
}

function fieldsOf<I>(needs: Needs<I>, may: May<I>): Record<string, z.ZodType> {
  const optional = Object.entries<z.ZodType>(may).map(([field, schema]) => [field, schema.optional()]);
  return { ...needs, ...Object.fromEntries(optional) };
}
