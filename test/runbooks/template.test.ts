/** A template cannot print what nobody escaped, nor reach what the view does not hold. */
import { expect, test } from 'vitest';
import { template } from '../../generators/emit/markdown/template.ts';

test('a value goes through the helper that its place needs', () => {
  const render = template<{ title: string }>('# {{text title}}\n{{code title}}');
  expect(render({ title: '<b>`' })).toBe('# &lt;b>\\`\n`` <b>` ``');
});

test.each([
  '{{title}}',
  '{{{title}}}',
  '{{&title}}',
  '{{#if a}}{{title}}{{/if}}',
  '{{#each a}}{{this}}{{else}}{{title}}{{/each}}',
])('printed as it is: %s', (source) => {
  expect(() => template(source)).toThrow(/Printed without escaping/);
});

test.each(['{{> page}}', '{{lookup a "b"}}', '{{log title}}', '{{#each a}}{{lookup . "b"}}{{/each}}'])(
  'more than a page needs: %s',
  (source) => {
    expect(() => template(source)).toThrow(/Printed without escaping/);
  },
);

test.each([
  '{{text missing}}',
  '{{text a.b.c}}',
  '{{text z.b}}',
  '{{#if missing}}x{{/if}}',
  '{{#each missing}}x{{/each}}',
])('not in the view: %s', (source) => {
  expect(() => template<object>(source)({ a: { b: {} } })).toThrow(
    /the view does not hold|Cannot read properties of undefined/,
  );
});

test.each(['constructor', '__proto__', 'a.constructor', 'a.toString', 'inherited'])('out of reach: %s', (path) => {
  const view = Object.assign(Object.create({ inherited: 'x' }), { a: {} });
  expect(() => template<object>(`{{text ${path}}}`)(view)).toThrow();
});

test('mustaches in a value are text', () => {
  expect(template<{ a: string }>('{{text a}}')({ a: '{{text b}}' })).toBe('{{text b}}');
});
