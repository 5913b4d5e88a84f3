import { describe, expect, it } from 'vitest';
import { cyclesIn } from './architecture/cycles.ts';
import { budget, folders, impure, packages, topLevel } from './architecture/folders.ts';
import {
  knownArrows,
  knownCycles,
  knownImpurities,
  knownLongFiles,
  knownNames,
} from './architecture/known-violations.ts';
import {
  badNames,
  forbiddenArrows,
  impurities,
  longFiles,
  strangePackages,
  strangersAtTheTop,
  strangersIn,
  vagueNames,
} from './architecture/rules.ts';
import { importsOf, type Source, sourcesOf, topLevelNames } from './architecture/sources.ts';

const product = sourcesOf('definitions', 'generators');
const everything = [...product, ...sourcesOf('test')];
const known = (list: Readonly<Record<string, string>>) => Object.keys(list).sort();
const file = (path: string, ...lines: readonly string[]): Source => ({ path, text: `${lines.join('\n')}\n` });

it('looks at all of the product', () => {
  expect(product.length).toBeGreaterThan(200);
  expect(product.flatMap((source) => importsOf(source).own).length).toBeGreaterThan(600);
  expect(product.flatMap((source) => importsOf(source).others).length).toBeGreaterThan(50);
});

describe('the repository', () => {
  it('has no stranger at the top', () => {
    const names = topLevelNames();
    expect(names).toEqual(expect.arrayContaining(['definitions', 'generators', 'test']));
    expect(strangersAtTheTop(names, topLevel)).toEqual([]);
  });
  it('has no stranger among the folders', () => expect(strangersIn(product, Object.keys(folders))).toEqual([]));
  it('turns no arrow round', () => expect(forbiddenArrows(product, folders)).toEqual(known(knownArrows)));
  it('has no ring of files', () => expect(cyclesIn(everything)).toEqual(known(knownCycles)));
  it('uses a package where it belongs', () => expect(strangePackages(product, packages)).toEqual([]));
  it('asks neither clock nor chance nor locale', () =>
    expect(impurities(product, impure)).toEqual(known(knownImpurities)));
  it('keeps files short', () => expect(longFiles(everything, budget)).toEqual(known(knownLongFiles)));
  it('names files after what they hold', () =>
    expect([...vagueNames(everything), ...badNames(everything)]).toEqual(known(knownNames)));
});

describe('a guard sees', () => {
  const emitter = 'generators/emit/grafana/panel.ts';

  it('a stranger', () => {
    expect(strangersAtTheTop(['definitions', 'scripts'], topLevel)).toEqual(['scripts is a stranger at the top']);
    const plugin = file('generators/plugins/a.ts');
    expect(strangersIn([plugin], Object.keys(folders))).toEqual(['generators/plugins/a.ts lies in no known folder']);
    const loose = file('generators/extra.ts');
    expect(strangersIn([loose], Object.keys(folders))).toEqual(['generators/extra.ts lies in no known folder']);
  });

  it.each([
    [emitter, '../runbooks/unit.ts', 'generators/emit/runbooks/unit.ts'],
    [emitter, '../../derive/texts.ts', 'generators/derive/texts.ts'],
    ['generators/promql/print.ts', '../model/rules.ts', 'generators/model/rules.ts'],
    ['generators/derive/alerts.ts', '../language/alert.ts', 'generators/language/alert.ts'],
    ['generators/model/stack.ts', '../resolve/scope.ts', 'generators/resolve/scope.ts'],
    ['definitions/acme/stack.ts', '../../generators/language/index.ts', 'generators/language/index.ts'],
  ])('an arrow from %s to %s', (from, name, to) => {
    const want = [`${from} may not import ${to}`];
    expect(forbiddenArrows([file(from, `import { a } from '${name}';`)], folders)).toEqual(want);
    expect(forbiddenArrows([file(from, 'import type {', '  A,', `} from '${name}';`)], folders)).toEqual(want);
    expect(forbiddenArrows([file(from, `export * from '${name}';`)], folders)).toEqual(want);
    expect(forbiddenArrows([file(from, `const a = await import('${name}');`)], folders)).toEqual(want);
    expect(forbiddenArrows([file(from, `type A = import('${name}').A;`)], folders)).toEqual(want);
    expect(forbiddenArrows([file(from, `import '${name}';`)], folders)).toEqual(want);
  });

  it('a ring of three, and of types', () => {
    const ring = [
      file('a/x.ts', "import { y } from './y.ts';"),
      file('a/y.ts', "import type { Z } from '../b/z.ts';"),
      file('b/z.ts', "export { x } from '../a/x.ts';"),
      file('b/leaf.ts', "import { z } from './z.ts';"),
    ];
    expect(cyclesIn(ring)).toEqual(['a/x.ts → a/y.ts → b/z.ts']);
    expect(cyclesIn(ring.slice(1))).toEqual([]);
  });

  it.each([
    [emitter, 'handlebars'],
    ['generators/emit/readme.ts', '@grafana/grafana-foundation-sdk/dashboard'],
    ['generators/derive/index.ts', 'js-yaml'],
    ['generators/emit/model.ts', 'zod'],
    ['generators/compile.ts', 'tsx/esm/api'],
    ['generators/compile.ts', 'node:fs'],
    ['definitions/acme/stack.ts', 'node:os'],
    ['definitions/acme/stack.ts', 'left-pad'],
  ])('in %s the package %s', (path, name) => {
    const found = strangePackages([file(path, `import { a } from '${name}';`)], packages);
    expect(found).toHaveLength(1);
    expect(`${found[0]}/`).toMatch(/may not use (handlebars|@grafana\/[\w-]+|js-yaml|zod|tsx|node:\w+|left-pad)\/$/);
  });

  it.each([
    'process.env.HOME',
    "process['env']",
    'process',
    'Date.now()',
    'new Date()',
    'Date()',
    'Math.random()',
    'performance.now()',
    'text.toLocaleLowerCase()',
    'new Intl.NumberFormat()',
    'a.localeCompare(b)',
    'randomUUID()',
    'console.log(a)',
    '`at ${Date.now()}`',
    'fetch(url)',
    'options.fetch ?? fetch',
  ])('outside the edge %s', (code) => {
    expect(impurities([file(emitter, `const a = ${code};`)], impure)).toHaveLength(1);
    expect(impurities([file('generators/write/staging.ts', `const a = ${code};`)], impure)).toEqual([]);
    expect(impurities([file(emitter, `// not ${code.replaceAll('`', '')}`)], impure)).toEqual([]);
  });

  it('a file over its budget', () => {
    const lines = (count: number) => file(emitter, ...Array.from({ length: count }, () => 'a();'));
    expect(longFiles([lines(budget)], budget)).toEqual([]);
    expect(longFiles([lines(budget + 1)], budget)).toEqual([`${emitter} has 251 lines, more than 250`]);
  });

  it('a drawer, and a name in capitals', () => {
    const drawers = ['generators/utils.ts', 'generators/emit/helpers/yaml.ts', 'generators/model/types.ts'];
    expect(vagueNames(drawers.map((path) => file(path)))).toHaveLength(3);
    expect(badNames([file('generators/emit/fooBar.ts'), file('generators/emit/feed.metrics.ts')])).toHaveLength(1);
  });
});
