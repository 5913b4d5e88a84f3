/** Every metric that the alerts on the monitoring itself read is exposed by the servers that are installed. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import stacks from '../cases/24-watchers/definition.ts';
import { freePort, type Server, start } from './servers.ts';

const servers: Server[] = [];
const exposed = { prometheus: '', alertmanager: '' };

/** It scrapes itself, evaluates a rule, knows an Alertmanager, and writes to itself: without, some metrics have no series. */
async function startPrometheus(alertmanager: number): Promise<Server> {
  const port = await freePort();
  const config = {
    global: { scrape_interval: '1s', evaluation_interval: '1s' },
    rule_files: ['rules.json'],
    alerting: { alertmanagers: [{ static_configs: [{ targets: [`127.0.0.1:${alertmanager}`] }] }] },
    scrape_configs: [{ job_name: 'prometheus', static_configs: [{ targets: [`127.0.0.1:${port}`] }] }],
    remote_write: [{ url: `http://127.0.0.1:${port}/api/v1/write` }],
  };
  const rules = { groups: [{ name: 'a', rules: [{ alert: 'Heartbeat', expr: 'vector(1)' }] }] };
  const files = { 'prometheus.json': JSON.stringify(config), 'rules.json': JSON.stringify(rules) };
  const listen = `--web.listen-address=127.0.0.1:${port}`;
  const args = [
    '--config.file=prometheus.json',
    '--storage.tsdb.path=data',
    listen,
    '--web.enable-remote-write-receiver',
  ];
  return start('prometheus', files, args, port);
}

async function startAlertmanager(port: number): Promise<Server> {
  const config = { route: { receiver: 'nobody' }, receivers: [{ name: 'nobody' }] };
  const cluster = `--cluster.listen-address=127.0.0.1:${await freePort()}`;
  const listen = `--web.listen-address=127.0.0.1:${port}`;
  const args = ['--config.file=config.json', '--storage.path=data', listen, cluster];
  return start('alertmanager', { 'config.json': JSON.stringify(config) }, args, port);
}

const rules = compile(stacks, new Map()).artifacts.find(({ path }) => path === 'example/prometheus/rules/stack.yaml');

/** The metrics of a server that the rules read. */
const named = (server: keyof typeof exposed): readonly string[] => [
  ...new Set(rules?.content.match(new RegExp(`\\b${server}_\\w+(?=\\{)`, 'g'))),
];
const shows = (text: string, name: string): boolean => new RegExp(`^${name}(?:\\{| )`, 'm').test(text);

/** What a server exposes once it exposes all that is asked for, or after some seconds. */
async function awaited({ metrics }: Server, wanted: readonly string[]): Promise<string> {
  for (let left = 60; ; left -= 1) {
    const text = await metrics();
    if (left === 0 || wanted.every((name) => shows(text, name))) return text;
    await new Promise((done) => setTimeout(done, 500));
  }
}

beforeAll(async () => {
  const port = await freePort();
  const alertmanager = await startAlertmanager(port);
  const prometheus = await startPrometheus(port);
  servers.push(alertmanager, prometheus);
  exposed.prometheus = await awaited(prometheus, named('prometheus'));
  exposed.alertmanager = await awaited(alertmanager, named('alertmanager'));
}, 90_000);

afterAll(async () => {
  for (const server of servers) await server.stop();
});

const told = (['prometheus', 'alertmanager'] as const).flatMap((server) =>
  named(server).map((name) => ({ server, name })),
);

test.each(told)('$server exposes $name', ({ server, name }) => {
  expect(shows(exposed[server], name)).toBe(true);
});

test('what is looked for is most of what there is to look for', () => {
  expect([named('prometheus').length, named('alertmanager').length]).toEqual([19, 5]);
});

test('a metric that nobody exposes is noticed', () => {
  expect(shows(exposed.prometheus, 'prometheus_rule_evaluation')).toBe(false);
  expect(shows(exposed.prometheus, 'prometheus_never_was_total')).toBe(false);
});
