/** A schema and the type that authors fill in cannot part: TypeScript is the judge. */
import { expect, it } from 'vitest';
import { sentence, title } from '../../generators/language/fields.ts';
import { shape } from '../../generators/language/shape.ts';

interface Input {
  readonly id: string;
  readonly title: string;
  readonly note?: string;
}

it('a field forgotten, one too many, or one on the wrong side does not compile', () => {
  const right = shape<Input>({ id: title, title }, { note: sentence });
  // @ts-expect-error a mandatory field is forgotten
  shape<Input>({ id: title }, { note: sentence });
  // @ts-expect-error an optional field is forgotten
  shape<Input>({ id: title, title }, {});
  // @ts-expect-error a field that the type does not have
  shape<Input>({ id: title, title, name: title }, { note: sentence });
  // @ts-expect-error a field that may be left out is demanded
  shape<Input>({ id: title, title, note: sentence }, {});
  // @ts-expect-error a field that is needed may be left out
  shape<Input>({ id: title }, { title, note: sentence });
  expect(right.safeParse({ kind: 'x', id: 'a', title: 'A' }).success).toBe(true);
  expect(right.safeParse({ kind: 'x', id: 'a' }).success).toBe(false);
  expect(right.safeParse({ kind: 'x', id: 'a', title: 'A', nota: 'b' }).success).toBe(false);
});
