import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const source = new URL('../../generators/language/index.ts', import.meta.url);

it('definitions that import `signalbox` get the very functions that the generators import by path', async () => {
  const byName = await import('signalbox');
  const byPath = await import('../../generators/language/index.ts');
  expect(byName.service).toBe(byPath.service);
  const catalogues = await import('signalbox/exporters');
  expect(catalogues.node).toBe((await import('../../generators/exporters/index.ts')).node);
});

it('a process with the condition resolves the name to the sources', () => {
  expect(createRequire(import.meta.url).resolve('signalbox')).toBe(fileURLToPath(source));
});
