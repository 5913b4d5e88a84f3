/** Against the real Prometheus: what it says of two servers that it scrapes is what they expose. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLive } from '../../generators/exposition/live.ts';
import { listLive } from '../../generators/exposition/live-names.ts';
import { runHere } from '../cli/in-process.ts';
import { signalbox, writeFiles } from '../cli/signalbox.ts';
import { makeStackOfMetrics } from '../declarations/stack-of-metrics.ts';
import { scratchDirectory } from '../write/scratch-directory.ts';
import { exposing, prometheus, type Running } from './prometheus.ts';

const plain = [
  '# HELP shop_requests_total Requests \\\\ answered.',
  '# TYPE shop_requests_total counter',
  'shop_requests_total{status="200"} 1',
  'shop_requests_total{status="a \\"b\\" \\\\ c"} 2',
  '# TYPE shop_seconds histogram',
  'shop_seconds_bucket{le="0.1"} 1',
  'shop_seconds_bucket{le="+Inf"} 1',
  'shop_seconds_sum 0.05',
  'shop_seconds_count 1',
  'shop_plain 1',
  '# TYPE shop_silent_total counter',
  ...Array.from({ length: 30 }, (_, index) => `shop_many{i="${index + 10}"} 1`),
  '',
].join('\n');
const modern = [
  '# TYPE cart_adds counter',
  'cart_adds_total{kind="book"} 1',
  '# TYPE cart info',
  'cart_info{v="2"} 1',
  '# EOF',
  '',
].join('\n');

const directory = mkdtempSync(join(tmpdir(), 'signalbox-prometheus-'));
const running: Running[] = [];
let url = '';

beforeAll(async () => {
  const servers = await Promise.all([exposing(plain), exposing(modern)]);
  running.push(...servers);
  const server = await prometheus(directory, { app: servers.map((one) => new URL(one.url).host) });
  running.push(server);
  url = server.url;
}, 60_000);
afterAll(async () => {
  for (const one of running.reverse()) await one.stop();
  rmSync(directory, { recursive: true, force: true });
}, 30_000);

/** Without what the scrape adds. */
function ownLabels({ labels }: { readonly labels: Readonly<Record<string, string>> }) {
  const { job, instance, ...own } = labels;
  expect([job, instance]).toEqual(['app', expect.stringMatching(/^127\.0\.0\.1:\d+$/)]);
  return own;
}

it('types, helps and series of the names that were asked for', async () => {
  const names = [
    'shop_requests_total',
    'shop_seconds_bucket',
    'shop_seconds_count',
    'shop_plain',
    'cart_info',
    'nowhere',
  ];
  const answer = await readLive(url, [...names, 'shop_silent_total', 'cart_adds_total', 'shop_requests_total']);
  if (answer.kind !== 'read') throw new Error(answer.message);
  const { families } = answer.observed;
  expect(answer.truncated).toEqual([]);
  expect([...families].map(([name, { type, help, series }]) => [name, type, help, series.length])).toEqual([
    ['cart_adds_total', 'counter', '', 1],
    ['cart_info', 'info', '', 1],
    ['shop_plain', 'unknown', '', 1],
    ['shop_requests_total', 'counter', 'Requests \\ answered.', 2],
    ['shop_seconds', 'histogram', '', 3],
    ['shop_silent_total', 'counter', '', 0],
  ]);
  expect(families.get('shop_requests_total')?.series.map(ownLabels)).toEqual([
    { status: '200' },
    { status: 'a "b" \\ c' },
  ]);
  expect(families.get('shop_seconds')?.series.map((one) => one.name)).toEqual([
    'shop_seconds_bucket',
    'shop_seconds_bucket',
    'shop_seconds_count',
  ]);
});

it('more series than anyone wants are cut off, and that is said', async () => {
  const answer = await readLive(url, ['shop_many', 'shop_plain', 'shop_requests_total'], { maxSeries: 7 });
  if (answer.kind !== 'read') throw new Error(answer.message);
  expect(answer.truncated).toEqual(['shop_many']);
  const sizes = [...answer.observed.families.values()].map(({ name, series }) => [name, series.length]);
  expect(sizes).toEqual([
    ['shop_many', 7],
    ['shop_plain', 1],
    ['shop_requests_total', 2],
  ]);
});

it('the names that there are, and the labels that the server adds', async () => {
  const listed = await listLive(url);
  if (listed.kind !== 'listed') throw new Error(listed.message);
  expect(listed.names).toEqual(expect.arrayContaining(['cart_adds_total', 'shop_seconds_bucket', 'up']));
  expect(listed.names).toEqual([...listed.names].sort());
  expect([...listed.externalLabels].sort()).toEqual(['cluster', 'on']);
});

describe('import metrics --live', () => {
  it('writes what the servers expose, and nothing of the scrape', async () => {
    const call = ['import', 'metrics', '--live', url.replace('//', '//somebody:s3cret@'), '--match', '^(shop|cart)_'];
    const { code, stdout, stderr } = await runHere(scratchDirectory(), call);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain("export const shopSeconds = histogram('shop_seconds', {");
    expect(stdout).toContain("export const cartAdds = counter('cart_adds_total', {");
    expect(stdout).toContain("labels: { kind: labelValues('book') }");
    expect(stdout).toContain("buckets: ['100ms']");
    expect(stdout).not.toMatch(/somebody|s3cret|instance|job:/);
  });

  it('of all that Prometheus itself exposes compiles, and passes the rules', async () => {
    const directory = scratchDirectory();
    makeStackOfMetrics(directory);
    const exposition = await fetch(`${url}/metrics`).then((response) => response.text());
    const families = exposition.match(/^# TYPE /gm)?.length ?? 0;
    expect(families).toBeGreaterThan(100);
    writeFiles(directory, { 'metrics.txt': exposition });
    const out = 'definitions/all.metrics.ts';
    const read = await runHere(directory, ['import', 'metrics', '--exposition', 'metrics.txt', '--out', out]);
    expect(read).toEqual({ code: 0, stdout: `${out}: ${families} metrics declared\n`, stderr: '' });
    const built = await signalbox(directory, ['build']);
    expect(built.code, built.stderr).toBe(0);
    const asked = await runHere(directory, ['import', 'metrics', '--live', url, '--match', '^(go|process)_']);
    expect(asked.stdout).toContain("export const processStartTime = gauge('process_start_time_seconds', {");
  });

  it('says that a server is none, without its password', async () => {
    const call = ['import', 'metrics', '--live', 'http://somebody:s3cret@127.0.0.1:1'];
    const { code, stdout, stderr } = await runHere(scratchDirectory(), call);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^signalbox: http:\/\/127\.0\.0\.1:1 .+\.\n$/);
  });
});
