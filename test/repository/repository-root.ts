import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The directory of `package.json`, without a slash at the end. */
export const repositoryRoot = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The text of a file of the repository. */
export function textOf(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
}
