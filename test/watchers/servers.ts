import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A port of the loopback that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** A server that runs in a directory of its own until it is stopped. */
export interface Server {
  readonly metrics: () => Promise<string>;
  readonly stop: () => Promise<void>;
}

/** By the names that Debian and the releases give the program. */
const programs = { prometheus: ['prometheus'], alertmanager: ['prometheus-alertmanager', 'alertmanager'] } as const;

function programOf(server: keyof typeof programs): string {
  const found = programs[server].find((name) => spawnSync(name, ['--version']).error === undefined);
  if (found === undefined) throw new Error(`${server} is missing; install it: apt-get install ${programs[server][0]}`);
  return found;
}

/** Starts a server with these files; a missing program fails the test and says how to install it. */
export function start(
  server: keyof typeof programs,
  files: Readonly<Record<string, string>>,
  args: readonly string[],
  port: number,
): Server {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-server-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(directory, name), content);
  const child = spawn(programOf(server), args, { cwd: directory, stdio: 'ignore' });
  return {
    metrics: async () => {
      const answer = await fetch(`http://127.0.0.1:${port}/metrics`).catch(() => undefined);
      return answer === undefined ? '' : answer.text();
    },
    stop: () => stopped(child, directory),
  };
}

/** What it has not written yet nobody needs: a Prometheus that writes to a remote takes a minute to end by itself. */
async function stopped(child: ChildProcess, directory: string): Promise<void> {
  if (child.exitCode === null) {
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }
  rmSync(directory, { recursive: true, force: true });
}
