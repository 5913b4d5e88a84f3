import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { repositoryRoot, textOf } from './repository-root.ts';

// What a `make test` around this test was told is not meant for these.
const { MAKEFLAGS: _flags, MAKELEVEL: _level, ...env } = process.env;
const make = (...args: readonly string[]) =>
  spawnSync('make', ['--no-print-directory', ...args], { cwd: repositoryRoot, env, encoding: 'utf8' });

const documented = [...textOf('Makefile').matchAll(/^([a-z-]+):.*## (.+)$/gm)].map(([, name, text]) => ({
  name,
  text,
}));
const declared = /^\.PHONY: (.+)$/m.exec(textOf('Makefile'))?.[1]?.split(' ') ?? [];

it('make alone explains every target that is meant for people', () => {
  const { stdout, status } = make();
  expect(status).toBe(0);
  expect(documented.map(({ name }) => name)).toEqual(['help', 'build', 'test', 'check', 'golden']);
  for (const { name, text } of documented) expect(stdout).toMatch(new RegExp(`^  make ${name} +${text}$`, 'm'));
});

it.each(declared)('make %s is a target whose recipe can be read', (name) => {
  expect(make('--dry-run', name)).toMatchObject({ status: 0, stderr: '' });
});

const guides = ['README.md', 'CONTRIBUTING.md'].filter((path) => existsSync(join(repositoryRoot, path)));

it.runIf(guides.length > 0)('the guides mention targets, all of which exist', () => {
  const mentioned = guides.flatMap((path) =>
    [...textOf(path).matchAll(/(?:^|`)make ([a-z][a-z-]*)/gm)].map((hit) => hit[1]),
  );
  expect(mentioned.length).toBeGreaterThan(0);
  expect(mentioned.filter((name) => name === undefined || !declared.includes(name))).toEqual([]);
});
