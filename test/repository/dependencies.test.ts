import { expect, it } from 'vitest';
import { z } from 'zod';
import { textOf } from './repository-root.ts';

const versions = z.record(z.string(), z.string());
const manifestSchema = z.object({
  version: z.string(),
  dependencies: versions,
  devDependencies: versions,
  engines: z.object({ node: z.string() }),
});
const lockedSchema = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  optionalDependencies: versions.optional(),
});
const lock: unknown = JSON.parse(textOf('package-lock.json'));

const manifest = manifestSchema.parse(JSON.parse(textOf('package.json')));
const { packages } = z.object({ packages: z.record(z.string(), lockedSchema) }).parse(lock);
const { '': root } = z.object({ packages: z.object({ '': manifestSchema }) }).parse(lock).packages;
const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });

it('names exact versions only', () => {
  expect(wanted.length).toBeGreaterThan(10);
  expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});

it('and the lock file locks those', () => {
  expect(root).toEqual(manifest);
  const locked = wanted.map(([name]) => [name, packages[`node_modules/${name}`]?.version]);
  expect(locked).toEqual(wanted);
});

it('the lock file names no registry, so that every network can use its own', () => {
  expect(Object.keys(packages).length).toBeGreaterThan(50);
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved !== undefined)).toEqual([]);
});

it('the lock file serves every platform, without which `npm ci` refuses it on all of them', () => {
  const chosenBy = Object.values(packages).map((locked) => Object.keys(locked.optionalDependencies ?? {}));
  expect(chosenBy.flat().length).toBeGreaterThan(50);
  expect(chosenBy.flat().filter((name) => packages[`node_modules/${name}`] === undefined)).toEqual([]);
});

it('types are those of the oldest Node.js that is supported', () => {
  const oldest = /^>=(\d+)\./.exec(manifest.engines.node)?.[1];
  expect(manifest.devDependencies['@types/node']?.split('.')[0]).toBe(oldest);
});
