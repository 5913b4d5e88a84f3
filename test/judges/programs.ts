import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const INSTALL = {
  promtool: 'apt-get install prometheus',
  amtool: 'apt-get install prometheus-alertmanager',
} as const;

/** Runs a judge; a missing one fails the test and says how to install it. `PROMTOOL=` and `AMTOOL=` choose others. */
export function judge(program: keyof typeof INSTALL, args: readonly string[], cwd?: string) {
  const command = process.env[program.toUpperCase()] ?? program;
  const run = spawnSync(command, args, { encoding: 'utf8', timeout: 120_000, cwd, maxBuffer: 64 * 1024 * 1024 });
  if (run.error !== undefined)
    throw new Error(`${command} cannot be run (${run.error.message}); install it: ${INSTALL[program]}`);
  return { code: run.status, output: `${run.stdout}${run.stderr}` };
}

/** Writes files into a fresh directory, hands it to `use`, and removes it. */
export function withFiles<T>(files: Readonly<Record<string, string>>, use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
