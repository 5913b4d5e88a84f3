import type { Artifact } from '../model/artifact.ts';
import type { OutputProblem } from './output-problem.ts';

/** ext4, APFS and NTFS all stop at 255 (bytes on ext4, the narrowest reading). */
const longestName = 255;

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
const control = /[\u0000-\u001f\u007f]/;

/** A path as a case-insensitive file system (macOS, Windows) compares it. */
export function foldPath(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

/** The stack that owns a path: its first segment. */
export function stackOf(path: string): string {
  return path.slice(0, path.indexOf('/'));
}

/** `a/b/c` gives `a`, `a/b`, `a/b/c`. */
export function prefixesOf(path: string): readonly string[] {
  const segments = path.split('/');
  return segments.map((_, index) => segments.slice(0, index + 1).join('/'));
}

/** Every path that could leave the output directory, hide in it, or meet another path on some file system. */
export function pathProblems(artifacts: readonly Artifact[]): readonly OutputProblem[] {
  return [...artifacts.flatMap(({ path }) => shapeProblem(path) ?? []), ...collisions(artifacts)];
}

function shapeProblem(path: string): OutputProblem | undefined {
  const segments = path.split('/');
  const wrong = segments.length < 2 ? 'has no stack directory' : segments.map(segmentFault).find(Boolean);
  if (wrong === undefined) return undefined;
  const cure = 'Rename the definition whose id became this path: letters, digits and dashes are always safe.';
  return { code: 'output/path', path, message: `The output path ${JSON.stringify(path)} ${wrong}.`, cure };
}

function segmentFault(segment: string): string | undefined {
  if (segment === '') return 'is absolute or has an empty segment';
  // Dot names also belong to others (.git, .DS_Store): we never write one but our marker, so we never remove one.
  if (segment.startsWith('.')) return 'has a segment that begins with a dot';
  if (segment.includes('\\') || control.test(segment)) return 'has a backslash or a control character';
  if (Buffer.byteLength(segment) > longestName) return `has a segment of more than ${longestName} bytes`;
  return undefined;
}

function collisions(artifacts: readonly Artifact[]): readonly OutputProblem[] {
  const seen = new Map<string, { readonly spelling: string; readonly isFile: boolean }>();
  return artifacts.flatMap(({ path }) =>
    prefixesOf(path).flatMap((spelling) => {
      const isFile = spelling === path;
      const other = seen.get(foldPath(spelling));
      if (other === undefined) seen.set(foldPath(spelling), { spelling, isFile });
      if (other === undefined || (other.spelling === spelling && !other.isFile && !isFile)) return [];
      return [collision(path, other.spelling)];
    }),
  );
}

function collision(path: string, other: string): OutputProblem {
  const message = `The output path ${JSON.stringify(path)} would take the place of ${JSON.stringify(other)}.`;
  const cure = 'Give the two definitions ids that differ in more than upper and lower case.';
  return { code: 'output/collision', path, message, cure };
}
