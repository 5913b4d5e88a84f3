import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseExposition } from '../../generators/exposition/parse.ts';
import { type ExposedFamily, printExposition } from './print-exposition.ts';

/** Everything but what ends a line for no reader: a carriage return before the end of a line belongs to that end. */
const text = fc.string({ unit: 'grapheme', maxLength: 12 }).map((one) => one.replaceAll('\r', ' '));
const hostile = fc.constantFrom('"', '\\', '\n', '\\n', '\\\\n', '}', '# EOF', '\u2028', '{', ',', ' # {', '__proto__');
const value = fc.oneof(
  text,
  hostile,
  fc.tuple(text, hostile, text).map((parts) => parts.join('')),
);
const bareName = fc.stringMatching(/^[a-zA-Z_:][a-zA-Z0-9_:]{0,12}$/);
const name = fc.oneof(
  bareName,
  value.filter((one) => one !== ''),
);
const labels = fc.uniqueArray(
  fc.tuple(
    fc.oneof(fc.stringMatching(/^[a-zA-Z_][a-zA-Z0-9_]{0,8}$/), fc.constant('__proto__'), value),
    value.filter((one) => one !== ''),
  ),
  { selector: ([label]) => label, maxLength: 4 },
);
const number = fc.oneof(
  fc.double().map(String),
  fc.constantFrom('NaN', '+Inf', '-Inf', '1e+06', '.5', '5.', '0x1p-2', 'inf'),
);
const sample = fc.record({
  labels: labels.map((pairs) => pairs.filter(([label]) => label !== '')),
  value: number,
});
const family = fc.record({
  name,
  type: fc.constantFrom('counter', 'gauge', 'unknown'),
  // Blanks around a help are the line's.
  help: value.map((one) => one.replace(/^[ \t]+/, '')),
  samples: fc.uniqueArray(sample, {
    selector: (one) => JSON.stringify([...one.labels].sort()),
    minLength: 1,
    maxLength: 4,
  }),
}) satisfies fc.Arbitrary<ExposedFamily>;

it('what is printed is read: names, types, helps, labels and their values', () => {
  let families = 0;
  fc.assert(
    fc.property(
      fc.uniqueArray(family, { selector: (one) => one.name, maxLength: 4 }),
      fc.constantFrom('\n', '\r\n'),
      (exposed, end) => {
        const { observed, problems } = parseExposition(printExposition(exposed, end));
        expect(problems).toEqual([]);
        for (const one of exposed) {
          const read = observed.families.get(one.name);
          expect(read?.type).toBe(one.type);
          // A help alone is no family's type, and an unknown family shows it all the same.
          expect(read?.help).toBe(one.help);
          expect(read?.series.map((series) => Object.entries(series.labels))).toEqual(
            one.samples.map((each) => each.labels),
          );
          families += 1;
        }
      },
    ),
    { numRuns: 500 },
  );
  expect(families).toBeGreaterThan(500);
});

it('never throws, whatever it reads, and reads the sound line behind it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(value, fc.constantFrom('# TYPE ', '# HELP', 'a{', 'b 1 # {')), { maxLength: 9 }),
      (bits) => {
        const junk = bits.join('').replaceAll('# EOF', '');
        const { observed, problems } = parseExposition(`${junk}\nthe_last_line{a="1"} 1\n`);
        expect(observed.families.get('the_last_line')?.series.length).toBeGreaterThan(0);
        for (const { line, message } of problems) {
          expect(line).toBeGreaterThan(0);
          expect(message).toMatch(/^[^\n\r\u2028\u2029]+\.$/);
        }
      },
    ),
    { numRuns: 500 },
  );
});
