import { readdirSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDirectory } from './make-directory.ts';
import { stackOf } from './output-paths.ts';
import type { PreparedFile } from './output-plan.ts';

const stagingPrefix = '.signalbox-new-';

/** Node's pool runs four file operations at once; more than that in flight gains nothing (measured). */
const filesInFlight = 8;

/** A file that is whole and on the disk, waiting beside its target for the rename that publishes it. */
export interface StagedFile {
  readonly path: string;
  readonly temporary: string;
}

/** Where this process stages: in the stack's own directory, because a rename is atomic only within a file system. */
function stagingDirectory(outDir: string, stack: string): string {
  return join(outDir, stack, `${stagingPrefix}${process.pid}`);
}

/** Writes every file in whole to its stack's staging directory and flushes it; nothing published changes. */
export async function stageFiles(outDir: string, files: readonly PreparedFile[]): Promise<readonly StagedFile[]> {
  for (const stack of new Set(files.map(({ path }) => stackOf(path)))) {
    makeDirectory(stagingDirectory(outDir, stack));
  }
  const queue = [...files.entries()];
  const staged: StagedFile[] = [];
  const work = async () => {
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      const [index, { path, bytes }] = next;
      const temporary = join(stagingDirectory(outDir, stackOf(path)), String(index));
      await writeDurably(temporary, bytes);
      staged[index] = { path, temporary };
    }
  };
  await settleAll(Array.from({ length: filesInFlight }, work));
  return staged;
}

/** Removes what killed builds left in these stack directories, and spares a build that is still running. */
export function removeStaging(outDir: string, stacks: readonly string[]): void {
  for (const stack of stacks) {
    for (const name of readdirSync(join(outDir, stack))) {
      if (isAbandoned(name)) rmSync(join(outDir, stack, name), { recursive: true, force: true });
    }
  }
}

async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Like `Promise.all`, but nobody is still writing when it throws, so that the staging can be removed. */
async function settleAll(work: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(work)).find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

function isAbandoned(name: string): boolean {
  if (!name.startsWith(stagingPrefix)) return false;
  const pid = Number(name.slice(stagingPrefix.length));
  return Number.isSafeInteger(pid) && pid > 0 && (pid === process.pid || !isRunning(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // EPERM: it runs, as another user.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
