import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { markerName } from './ownership.ts';

/** What a directory of ours holds, as paths relative to the output directory. Links are listed, never followed. */
export interface OutputTree {
  readonly files: readonly string[];
  /** Symbolic links, sockets and the like: replaced or removed, but never read. */
  readonly others: readonly string[];
  /** Parents before children; the stack directory is the first. */
  readonly directories: readonly string[];
}

/** Lists `outDir/stack`, which must be a directory. Dot names are left out: but for the marker they are not ours. */
export function readTree(outDir: string, stack: string): OutputTree {
  const files: string[] = [];
  const others: string[] = [];
  const directories: string[] = [stack];
  // Grows while it is walked: children are appended after their parents.
  for (const directory of directories) {
    for (const entry of readdirSync(join(outDir, directory), { withFileTypes: true })) {
      if (isNotOurs(entry, directory === stack)) continue;
      const list = entry.isDirectory() ? directories : entry.isFile() ? files : others;
      list.push(`${directory}/${entry.name}`);
    }
  }
  return { files, others, directories };
}

function isNotOurs(entry: Dirent, atTop: boolean): boolean {
  return entry.name.startsWith('.') && !(atTop && entry.name === markerName);
}
