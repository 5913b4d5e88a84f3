import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

export interface Running {
  readonly url: string;
  readonly stop: () => Promise<void>;
}

/** Serves an exposition on loopback. */
export async function exposing(text: string): Promise<Running> {
  const server = createServer((_, response) => response.setHeader('content-type', contentType(text)).end(text));
  return { url: await listening(server), stop: () => closed(server) };
}

function contentType(text: string): string {
  return text.includes('# EOF') ? 'application/openmetrics-text; version=1.0.0' : 'text/plain; version=0.0.4';
}

export function listening(server: Server): Promise<string> {
  return new Promise((settle) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      settle(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`);
    });
  });
}

export function closed(server: Server): Promise<void> {
  return new Promise((settle) => {
    server.closeAllConnections();
    server.close(() => settle());
  });
}

/** A free port, which somebody else may take before it is used; then the start fails, and says so. */
async function freePort(): Promise<number> {
  const server = createServer();
  const url = await listening(server);
  await closed(server);
  return Number(new URL(url).port);
}

/** Hosts by the job that they are scraped under. */
type Jobs = Readonly<Record<string, readonly string[]>>;

/** Starts Debian's Prometheus in a directory; it scrapes `jobs`, and itself unless they have a `prometheus`. `PROMETHEUS=` chooses another. */
export async function prometheus(directory: string, jobs: Jobs): Promise<Running> {
  const port = await freePort();
  const own = `127.0.0.1:${port}`;
  const all: Jobs = { prometheus: [own], ...jobs };
  const job = (name: string, hosts: readonly string[]) =>
    `  - { job_name: ${name}, static_configs: [{ targets: ${JSON.stringify(hosts)} }] }`;
  const config = [
    "global: { scrape_interval: 1s, external_labels: { cluster: one, 'on': two } }",
    'scrape_configs:',
    ...Object.entries(all).map(([name, hosts]) => job(name, hosts)),
  ];
  writeFileSync(join(directory, 'prometheus.yml'), `${config.join('\n')}\n`);
  const program = process.env.PROMETHEUS ?? 'prometheus';
  const args = ['--config.file=prometheus.yml', '--storage.tsdb.path=data', `--web.listen-address=${own}`];
  const child = spawn(program, args, { cwd: directory, stdio: 'ignore' });
  const stop = () => ended(child);
  const failure = new Promise<never>((_, reject) => {
    child.once('error', (error) =>
      reject(new Error(`${program} cannot be run (${error.message}); install it: apt-get install prometheus`)),
    );
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  // Whoever wins the race has told; the loser's rejection at the end of the test is nobody's.
  failure.catch(() => undefined);
  await Promise.race([failure, scraped(`http://${own}`, Object.values(all).flat().length)]);
  return { url: `http://${own}`, stop };
}

/** Waits until every target was scraped. */
async function scraped(url: string, count: number): Promise<void> {
  const query = `${url}/api/v1/query?query=${encodeURIComponent('count(up == 1)')}`;
  for (let tries = 0; tries < 100; tries += 1) {
    const text = await fetch(query).then(
      (response) => response.text(),
      () => '',
    );
    if (text.includes(`"${count}"`)) return;
    await wait(200);
  }
  throw new Error(`${url} did not scrape ${count} targets in 20 seconds`);
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((settle) => {
    if (child.exitCode !== null || child.signalCode !== null) return settle();
    const hard = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.once('exit', () => {
      clearTimeout(hard);
      settle();
    });
    child.kill('SIGTERM');
  });
}
