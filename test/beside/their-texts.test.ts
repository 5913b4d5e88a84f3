/** Texts of others may hold anything: at every border they stay what they are, and open nothing. */
import fc from 'fast-check';
import { load } from 'js-yaml';
import * as s from 'signalbox';
import { describe, expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import { printDiagnostics } from '../../generators/diagnostics/print.ts';
import { exampleStack } from '../cases/example.ts';
import { htmlOf, targetsOf } from '../runbooks/markdown-reader.ts';

interface Theirs {
  readonly alert: string;
  readonly severity: string;
  readonly annotation: string;
}

function compiledOf(...theirs: readonly Theirs[]) {
  const rules = theirs.map(({ alert, severity, annotation }) => ({
    alert,
    expr: 'up == 0',
    labels: { severity },
    annotations: { runbook_url: annotation, summary: annotation },
  }));
  const groups = rules.map((rule, index) => ({ name: `${rule.alert} ${index}`, rules: [rule] }));
  const text = JSON.stringify({ groups });
  const stack = exampleStack({ services: [], beside: [s.externalAlerts('rules.yaml')] });
  const { artifacts, diagnostics } = compile([stack], new Map([['rules.yaml', text]]));
  const content = (path: string) => artifacts.find((one) => one.path === `example/${path}`)?.content ?? '';
  return {
    page: content('runbooks/external/rules.md'),
    routes: content('alertmanager/routes/external-rules.yaml'),
    said: printDiagnostics(diagnostics, { cwd: '/', color: false }),
    all: artifacts.map((one) => one.content).join(''),
  };
}

const rowsIn = (page: string): readonly string[] => page.split('\n').filter((line) => line.startsWith('|'));
const cells = (row: string): number => row.replaceAll('\\|', '').split('|').length - 2;

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }),
  fc.constantFrom(
    'a | b',
    '`x`',
    'a\nb',
    '<img src=x onerror=y>',
    '[x](javascript:y)',
    '{{ .x }}',
    '\u001b[31mred',
    'x\u202ey',
    '$x',
    "'",
    '- a: b',
    '# x',
    '\ud800',
  ),
);

describe('whatever it is', () => {
  const many = fc.sample(fc.record({ alert: hostile, severity: hostile, annotation: hostile }), {
    numRuns: 300,
    seed: 16,
  });
  const { page, routes, said } = compiledOf(...many);

  test('the page keeps its table, its links and its HTML', () => {
    expect(rowsIn(page)).toHaveLength(302);
    expect(rowsIn(page).filter((row) => cells(row) !== 6)).toEqual([]);
    expect(htmlOf(page)).toEqual([]);
    expect(targetsOf(page)).toEqual(['../../alertmanager/routes/external-rules.yaml']);
  });

  test('the routes read back as what it is', () => {
    const read = JSON.stringify(load(routes));
    const names = [...read.matchAll(/"alertname":("(?:\\.|[^"\\])*")/g)].map(([, name = '']) => JSON.parse(name));
    expect(names).toEqual(many.map(({ alert }) => alert));
  });

  test('complaints stay in their lines', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there.
    expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202a-\u202e]/);
    const blocks = said.split('\n\n');
    expect(blocks.length).toBeGreaterThan(100);
    expect(blocks.filter((block) => block.trimEnd().split('\n').length > 4)).toEqual([]);
  });
});

test('a runbook of theirs is linked where it is an address as it stands', () => {
  const linked = (annotation: string) => targetsOf(compiledOf({ alert: 'A', severity: 'x', annotation }).page)[0];
  expect(linked('https://wiki.example.org/a?b=c')).toBe('https://wiki.example.org/a?b=c');
  expect(linked('https://wiki.example.org/{{ $labels.job }}')).toBe('../../alertmanager/routes/external-rules.yaml');
  expect(linked('javascript:alert(1)')).toBe('../../alertmanager/routes/external-rules.yaml');
});

test('a secret in an annotation of theirs goes nowhere', () => {
  const { all, said } = compiledOf({ alert: 'A', severity: 'x', annotation: 'https://me:hunter2@wiki.example.org' });
  expect(all + said).not.toContain('hunter2');
});
