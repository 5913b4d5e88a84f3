import { describe, expect, it } from 'vitest';
import { literalText } from '../../generators/emit/grafana/literal-text.ts';
import { stableJson } from '../../generators/emit/grafana/stable-json.ts';
import { at, emitted, emittedPanel } from './emitted.ts';
import { graph, query, sample } from './sample.ts';

/** What Grafana replaces in a title (`variableRegex` in its source). */
const grafanaVariable = /\$(\w+)|\[\[(\w+?)(?::(\w+))?\]\]|\${(\w+)(?:\.([^:^}]+))?(?::([^}]+))?}/;

describe('text that looks like a variable to Grafana is kept from being replaced', () => {
  it.each(['$region', 'in $region now', '$_x', `\${region}`, `\${region:text}`, '[[region]]', '[[region:csv]]'])(
    '%s',
    (given) => {
      expect(given).toMatch(grafanaVariable);
      expect(literalText(given)).not.toMatch(grafanaVariable);
      expect(literalText(given).replaceAll('\u2060', '')).toBe(given);
    },
  );
});

describe('other text stays as it is', () => {
  it.each(['', 'Cost in $', '$ 5', 'under $5', 'p99 [1]', '[link](url)', '{{region}}', 'a$', '100 %'])(
    '%s',
    (given) => {
      expect(literalText(given)).toBe(given);
    },
  );
});

it('titles, descriptions, legends, link titles and the text for no value go through it', () => {
  const text = '$region';
  const panel = emittedPanel(
    graph({
      title: text,
      description: text,
      noValue: text,
      queries: [query({ legend: text })],
      links: [{ title: text, url: text }],
    }),
  );
  const places = ['title', 'description', 'targets.0.legendFormat', 'fieldConfig.defaults.noValue', 'links.0.title'];
  expect(places.map((place) => at(panel, place))).toEqual(places.map(() => '$\u2060region'));
  expect(at(panel, 'links.0.url')).toBe(text);
});

describe('JSON is written in one way only', () => {
  it.each([
    { given: { b: 1, a: 2, Z: 3, 10: 4, 9: 5 }, want: '{\n  "10": 4,\n  "9": 5,\n  "Z": 3,\n  "a": 2,\n  "b": 1\n}\n' },
    {
      given: { b: [3, 1, { d: 1, c: null }] },
      want: '{\n  "b": [\n    3,\n    1,\n    {\n      "c": null,\n      "d": 1\n    }\n  ]\n}\n',
    },
    { given: { list: [], none: undefined, run: () => 1, object: {} }, want: '{\n  "list": [],\n  "object": {}\n}\n' },
    { given: 'a "quoted"\nline', want: '"a \\"quoted\\"\\nline"\n' },
  ])('keys by code unit at every depth, lists as they are: $want', ({ given, want }) =>
    expect(stableJson(given)).toBe(want),
  );
  it('is what JSON.stringify prints of the same', () => {
    const content = stableJson(emitted(sample));
    expect(content).toBe(`${JSON.stringify(JSON.parse(content), null, 2)}\n`);
  });
  it('a reviewer sees characters that have no width', () => {
    expect(stableJson('$\u2060x \u202e')).toBe('"$\\u2060x \\u202e"\n');
  });
});
