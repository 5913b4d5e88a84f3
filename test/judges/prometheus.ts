import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const HOST = '127.0.0.1';
const PATIENCE_MS = 30_000;

/** A page that is scraped under a job. */
export interface Scraped {
  readonly job: string;
  readonly exposition: string;
}

/**
 * Starts the real Prometheus on loopback, which scrapes the pages once a second, waits until it has scraped each, hands its
 * address to `use`, and stops what it started. `PROMETHEUS=` chooses another program.
 */
export async function withPrometheus<T>(pages: readonly Scraped[], use: (url: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'signalbox-prometheus-'));
  const exporter = await served(pages);
  const port = await freePort();
  writeFileSync(join(directory, 'prometheus.yml'), configuration(pages, portOf(exporter)));
  const server = start(directory, port);
  try {
    const url = `http://${HOST}:${port}`;
    await scraped(url, pages.length, server);
    return await use(url);
  } finally {
    await stop(server.child);
    exporter.closeAllConnections();
    exporter.close();
    rmSync(directory, { recursive: true });
  }
}

async function served(pages: readonly Scraped[]): Promise<Server> {
  const server = createServer(({ url }, response) => {
    const page = pages.find(({ job }) => url === `/${job}`);
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/plain; version=0.0.4' });
    response.end(page?.exposition ?? '');
  });
  server.listen(0, HOST);
  await once(server, 'listening');
  return server;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('the exporter does not listen');
  return address.port;
}

async function freePort(): Promise<number> {
  const server = await served([]);
  const port = portOf(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** JSON is YAML. */
function configuration(pages: readonly Scraped[], port: number): string {
  return JSON.stringify({
    global: { scrape_interval: '1s' },
    scrape_configs: pages.map(({ job }) => ({
      job_name: job,
      metrics_path: `/${job}`,
      static_configs: [{ targets: [`${HOST}:${port}`] }],
    })),
  });
}

interface Started {
  readonly child: ChildProcess;
  /** What it said, for when it does not start. */
  readonly log: string[];
}

function start(directory: string, port: number): Started {
  const flags = [
    '--config.file=prometheus.yml',
    '--storage.tsdb.path=data',
    `--web.listen-address=${HOST}:${port}`,
    '--log.level=warn',
  ];
  const command = process.env.PROMETHEUS ?? 'prometheus';
  const child = spawn(command, flags, { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] });
  const log: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => log.push(chunk.toString('utf8')));
  child.on('error', ({ message }) => {
    log.push(`${command} cannot be run (${message}); install it: apt-get install prometheus`);
  });
  return { child, log };
}

async function scraped(url: string, targets: number, { child, log }: Started): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (Date.now() < deadline && child.exitCode === null && child.pid !== undefined) {
    if ((await targetsUp(url)) === targets) return;
    await wait(200);
  }
  throw new Error(`Prometheus did not scrape ${targets} targets: ${log.join('')}`);
}

async function targetsUp(url: string): Promise<number> {
  try {
    const response = await fetch(`${url}/api/v1/query?query=sum(up)`, { signal: AbortSignal.timeout(2000) });
    const { data }: { data?: { result?: readonly { value: readonly [number, string] }[] } } = JSON.parse(
      await response.text(),
    );
    return Number(data?.result?.[0]?.value[1] ?? 0);
  } catch {
    // It does not listen yet.
    return 0;
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 5000);
  await ended;
  clearTimeout(late);
}
