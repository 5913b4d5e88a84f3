import { describe, expect, it } from 'vitest';
import { bodyOf, many, print } from './printed.ts';

describe('a label is', () => {
  const labelLines = (lines: readonly string[]) =>
    bodyOf(['# TYPE m gauge', ...lines])
      .slice(3, -1)
      .map((line) => line.trim());

  it.each<readonly [string, readonly string[], readonly string[]]>([
    ['its values', many('a', 2), ["labels: { a: labelValues('v100', 'v101') },"]],
    [
      'open, where there are more than twenty',
      many('a', 21),
      [
        'labels: {',
        '// Check: 21 values were seen; write the most that there can be.',
        "a: upTo(21, 'v100', 'v101', 'v102', 'v103', 'v104'),",
        '},',
      ],
    ],
    ['the codes of HTTP', many('code', 2, (index) => `${index + 2}00`), ['labels: { code: httpStatus },']],
    ['no code of HTTP', many('code', 2, (index) => `E${index}`), ["labels: { code: labelValues('E0', 'E1') },"]],
    [
      'open, where its values have no end',
      many('a', 2, (index) => `10.0.0.${index}:80`),
      [
        'labels: {',
        '// Check: its values look like IP addresses, which have no bound; 2 values were seen.',
        "a: upTo(2, '10.0.0.0:80', '10.0.0.1:80'),",
        '},',
      ],
    ],
    [
      'left out, where it would be refused',
      many('user_id', 1, () => '0f8fad5b-d9cb-469f-a165-70867728950e'),
      [
        'labels: {',
        '// Left out: this label has a value for each user id, which has no bound. Leave it out where the service exposes it, or list its values.',
        "// user_id: upTo(1, '0f8fad5b-d9cb-469f-a165-70867728950e'),",
        '},',
      ],
    ],
    [
      'doubted by its name',
      many('user', 1),
      [
        'labels: {',
        '// Check: this label has a value for each user, which has no bound.',
        "user: labelValues('v100'),",
        '},',
      ],
    ],
    [
      'left out, where it has a thousand values',
      many('a', 1001),
      [
        'labels: {',
        expect.stringContaining('has up to 1001 values'),
        "// a: upTo(1001, 'v100', 'v1000', 'v1001', 'v1002', 'v1003'),",
        '},',
      ],
    ],
    [
      'quoted, where it must be',
      ['m{a="it\'s"} 1', 'm{a="\\\\"} 1'],
      ["labels: { a: labelValues('\\\\', \"it's\") },"],
    ],
    [
      'open, where a value cannot be written',
      [`m{a="${'x'.repeat(201)}"} 1`, 'm{a="y"} 1'],
      ['labels: {', '// Check: 2 values were seen; write the most that there can be.', "a: upTo(2, 'y'),", '},'],
    ],
  ])('%s', (_, lines, want) => {
    expect(labelLines(lines)).toEqual(want);
  });

  it('not there, where the scrape or the server adds it', () => {
    const { text } = print(['m{job="a",instance="b",cluster="c",d="e"} 1'], { without: ['cluster'] });
    expect(text).toContain("labels: { d: labelValues('e') },");
    expect(text).not.toMatch(/job|instance|cluster/);
  });

  it('only named, where its name cannot be declared', () => {
    const [first] = bodyOf(['# TYPE m gauge', 'm{"a.b"="c"} 1']);
    expect(first).toBe('// The label "a.b" has a name that cannot be declared.');
  });

  it('left out, where labels multiply to more than a server holds', () => {
    const values = Array.from({ length: 150 }, (_, index) => `m{a="a${index}",b="b${index}",c="c${index % 50}"} 1`);
    const text = bodyOf(['# TYPE m gauge', ...values]).join('\n');
    expect(text).toContain(
      '// Left out: with it the labels multiply to 1125000 series; 1000000 are the limit.\n    // a: upTo(150,',
    );
    expect(text).toMatch(/^ {4}b: upTo\(150,/m);
  });

  it('on several lines, where one is too long', () => {
    const lines = labelLines(many('a', 20, (index) => `value-${index + 10}`));
    expect(lines.slice(0, 3)).toEqual(['labels: {', 'a: labelValues(', "'value-10',"]);
    expect(lines.slice(-3)).toEqual(["'value-29',", '),', '},']);
  });
});
