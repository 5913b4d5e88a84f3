import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a directory and those above it, one level at a time; throws the system's error where one cannot be made. Node's own
 * `recursive` never ends where a file system denies that the parent exists, as /proc does.
 */
export function makeDirectory(path: string): void {
  if (isMade(path)) return;
  makeDirectory(dirname(path));
  mkdirSync(path);
}

/** Tries; only a missing parent is worth another try. */
function isMade(path: string): boolean {
  try {
    mkdirSync(path);
    return true;
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return true;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' && dirname(path) !== path) return false;
    throw error;
  }
}
