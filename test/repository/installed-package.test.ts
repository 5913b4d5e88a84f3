import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentsOf } from '../write/scratch-directory.ts';
import { type Consumer, installPacked } from './installed-package.ts';
import { repositoryRoot } from './repository-root.ts';

let consumer: Consumer;
const inConsumer = (path: string) => join(consumer.root, path);

beforeAll(() => {
  consumer = installPacked(mkdtempSync(join(tmpdir(), 'signalbox-consumer-')));
});
afterAll(() => rmSync(consumer.root, { recursive: true, force: true }));

const build = ['build', '--definitions', 'definitions/index.ts', '--out', 'out'];
const check = ['check', '--definitions', 'definitions/index.ts', '--out', 'out'];

function expectStatus(want: number, ...args: readonly string[]): void {
  const { status, stdout, stderr } = consumer.signalbox(...args);
  expect(status, stdout + stderr).toBe(want);
}

describe('the packed package', () => {
  it('holds the compiled package and its papers, and none of the sources', () => {
    const top = readdirSync(inConsumer('node_modules/signalbox')).sort();
    expect(top.filter((name) => name !== 'README.md')).toEqual(['LICENSE', 'dist', 'package.json']);
    const shipped = readdirSync(inConsumer('node_modules/signalbox/dist'), { recursive: true, encoding: 'utf8' });
    expect(shipped).toEqual(expect.arrayContaining([join('language', 'index.d.ts'), join('exporters', 'index.d.ts')]));
    expect(shipped.filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))).toEqual([]);
  });

  it('begins with the line that lets a shell start it', () => {
    expect(readFileSync(inConsumer('node_modules/signalbox/dist/main.js'), 'utf8')).toMatch(
      /^#!\/usr\/bin\/env node\n/,
    );
  });

  it('compiles TypeScript definitions to the same bytes as the repository does', () => {
    expectStatus(0, ...build);
    const made = contentsOf(inConsumer('out'));
    expect(Object.keys(made).length).toBeGreaterThan(10);
    expect(made).toEqual(contentsOf(join(repositoryRoot, 'out')));
  });

  it('gives definitions the catalogues, made of the same functions', () => {
    const lines = [
      "import { rate } from 'signalbox';",
      "import { node } from 'signalbox/exporters';",
      'export default [rate(node.cpuSeconds)];',
    ];
    writeFileSync(inConsumer('definitions/catalogue.ts'), lines.join('\n'));
    const { stdout, stderr } = consumer.signalbox('build', '--definitions', 'definitions/catalogue.ts', '--no-types');
    expect(stdout + stderr).toContain('the default export is a list of 1, and no stack');
    rmSync(inConsumer('definitions/catalogue.ts'));
  });

  it('says 0 when out/ is up to date, 3 when it is not, 2 when the call is wrong', () => {
    expectStatus(0, ...check);
    appendFileSync(inConsumer('out/short-video/README.md'), 'edited\n');
    expectStatus(3, ...check);
    expectStatus(2, 'bulid');
  });

  it('begins a project that compiles under its own tsconfig.json, and builds', () => {
    expectStatus(0, 'init', '--name', 'shop', '--dir', 'fresh');
    const types = consumer.tsc('-p', 'fresh/tsconfig.json', '--pretty', 'false');
    expect(types.status, types.stdout).toBe(0);
    const from = ['--definitions', 'fresh/definitions/index.ts', '--out', 'fresh/out', '--no-types'];
    expect(consumer.signalbox('build', ...from)).toMatchObject({ status: 0, stderr: '' });
  });

  it('says 1 when the definitions have errors, with the line of the TypeScript file', () => {
    const broken = [
      "import { stack } from 'signalbox';",
      "import { production } from './short-video/stack.ts';",
      '',
      "export default [stack({ ...production, runbooks: { url: 'https://x.invalid' }, id: 'not an id' })];",
    ];
    writeFileSync(inConsumer('definitions/broken.ts'), broken.join('\n'));
    const before = contentsOf(inConsumer('out'));
    const { status, stdout, stderr } = consumer.signalbox(
      'build',
      '--definitions',
      'definitions/broken.ts',
      '--out',
      'out',
    );
    expect(status).toBe(1);
    expect(stdout + stderr).toContain('definitions/broken.ts:4');
    expect(contentsOf(inConsumer('out'))).toEqual(before);
  });
});

describe("the package's types", () => {
  const projects: readonly (readonly [name: string, options: Readonly<Record<string, unknown>>])[] = [
    ['Node.js resolution', { module: 'nodenext' }],
    ['a bundler', { module: 'esnext', moduleResolution: 'bundler' }],
    [
      'the strictest flags',
      {
        module: 'nodenext',
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        noPropertyAccessFromIndexSignature: true,
        noUnusedLocals: true,
        isolatedModules: true,
        verbatimModuleSyntax: true,
      },
    ],
  ];
  it.each(projects)('compile in a project with %s', (_name, options) => {
    const compilerOptions = { target: 'es2022', strict: true, noEmit: true, types: [], ...options };
    writeFileSync(inConsumer('tsconfig.json'), JSON.stringify({ compilerOptions, files: ['uses.ts', 'misuses.ts'] }));
    const lines = (id: string) => [
      "import { rate, type Team, team } from 'signalbox';",
      "import { node } from 'signalbox/exporters';",
      "export const idle = rate(node.cpuSeconds.where({ mode: 'idle' }));",
      `export const feed: Team = team({ id: ${id}, title: 'Feed', receivers: {} });`,
    ];
    writeFileSync(inConsumer('uses.ts'), lines("'feed'").join('\n'));
    writeFileSync(inConsumer('misuses.ts'), lines('7').join('\n'));
    const { stdout } = consumer.tsc('-p', 'tsconfig.json', '--pretty', 'false');
    // The one mistake is found, so types were seen; and nothing else is, in our declarations neither.
    expect(stdout.trim().split('\n')).toEqual([expect.stringMatching(/^misuses\.ts\(4,.*TS2322/)]);
  });
});
