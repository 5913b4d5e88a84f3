import type { Artifact } from '../../generators/model/artifact.ts';

const fileCount = 1000;

/** Two outputs of 1,000 files each: 500 have the same path and other bytes, 500 are in one of them only. */
export const versions: readonly (readonly Artifact[])[] = [versionOf('first', 0), versionOf('second', 500)];

function versionOf(name: string, from: number): readonly Artifact[] {
  return Array.from({ length: fileCount }, (_, offset) => fileOf(name, from + offset));
}

function fileOf(name: string, index: number): Artifact {
  // About 4 kB, each line telling version and file: half a file, or a mixture, equals neither version.
  const content = `${name} version of file ${index}\n`.repeat(150);
  return { path: `prod/${index % 50}/${index}.yaml`, content };
}
