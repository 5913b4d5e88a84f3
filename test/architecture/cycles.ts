import { importsOf, type Source } from './sources.ts';

/** Files that import each other in a ring, sorted, imports of types included: `a.ts → b.ts`. Each ring once. */
export function cyclesIn(sources: readonly Source[]): readonly string[] {
  const imports = new Map(sources.map((source) => [source.path, importsOf(source).own]));
  const reached = new Map(sources.map(({ path }) => [path, reachableFrom(path, imports)]));
  const rings = sources.map(({ path }) =>
    [...(reached.get(path) ?? [])].filter((other) => reached.get(other)?.has(path) === true).sort(),
  );
  return [...new Set(rings.filter((ring) => ring.length > 0).map((ring) => ring.join(' → ')))].sort();
}

/** The files that one leads to, itself only where a ring leads back. */
function reachableFrom(path: string, imports: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set(imports.get(path));
  // Grows while it is walked.
  for (const one of found) {
    for (const next of imports.get(one) ?? []) found.add(next);
  }
  return found;
}
