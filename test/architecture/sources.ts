import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { repositoryRoot } from '../repository/repository-root.ts';

/** A source file; its path is relative to the repository, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** Every TypeScript file of these folders, sorted. */
export function sourcesOf(...roots: readonly string[]): readonly Source[] {
  return roots.flatMap((root) =>
    readdirSync(join(repositoryRoot, root), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .sort()
      .map((name) => posix.join(root, name.replaceAll('\\', '/')))
      .map((path) => ({ path, text: readFileSync(join(repositoryRoot, path), 'utf8') })),
  );
}

/** What lies at the top of the repository and somebody put there. */
export function topLevelNames(): readonly string[] {
  return readdirSync(repositoryRoot).filter(
    (name) => !name.startsWith('.') && !['node_modules', 'dist'].includes(name),
  );
}

/** The lines that are no comment. Texts stay: telling them from code takes a whole parser, and a leak in one is a leak. */
export function codeOf({ text }: Source): string {
  return text
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/|\/\*|\*)/.test(line))
    .join('\n');
}

const IMPORTS = [
  /^(?:import|export)\b[^;'"]*?\bfrom\s*['"]([^'"]+)['"]/gm,
  /^import\s*['"]([^'"]+)['"]/gm,
  /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g,
];

/** What a file imports: of ours as paths, of others by name. Imports of types count like all others. */
export function importsOf({ path, text }: Source): {
  readonly own: readonly string[];
  readonly others: readonly string[];
} {
  const names = IMPORTS.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name ?? ''));
  const isOwn = (name: string) => name.startsWith('.');
  const own = names.filter(isOwn).map((name) => posix.join(posix.dirname(path), name));
  return { own: [...new Set(own)], others: [...new Set(names.filter((name) => !isOwn(name)))] };
}

/** Whether a path is this file or folder, or lies in it. */
export function liesIn(path: string, place: string): boolean {
  return path === place || path.startsWith(`${place}/`);
}
