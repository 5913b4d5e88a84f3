import { readdirSync, readFileSync } from 'node:fs';
import type { Metric, Value } from 'signalbox';
import * as s from 'signalbox';
import { expect, it } from 'vitest';
import { compile } from '../../generators/compile.ts';
import { placeOf } from '../../generators/language/place.ts';
import { units } from '../../generators/policy/units.ts';
import { metricProblems } from '../../generators/resolve/metrics.ts';
import { shapeProblems } from '../../generators/resolve/shape-problems.ts';
import { exampleStack, shopTeam } from '../cases/example.ts';
import { handles } from './handles.ts';

const address = { path: ['prod', 'home'] };

it('every handle has the shape of its kind', () => {
  expect(handles.length).toBeGreaterThan(300);
  const tagged = (metric: Metric) => metric as never;
  expect(
    handles.flatMap(([, metric]) => [...shapeProblems(tagged(metric), address), ...metricProblems(metric, address)]),
  ).toEqual([]);
});

it('a wrong handle is found the same way', () => {
  const wrong = s.gauge('a b', { help: 'Help.' } as never);
  expect(shapeProblems(wrong as never, address).map(({ code }) => code)).toEqual(['metric/name', 'metric/unit']);
});

it('no metric is declared twice', () => {
  const names = handles.map(([, { name }]) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

it('a handle says who exposes it, and has no place: nobody defined it', () => {
  expect(handles.filter(([, { exporter }]) => exporter === undefined)).toEqual([]);
  expect(handles.filter(([, metric]) => placeOf(metric) !== undefined)).toEqual([]);
  const [, some] = handles[0] ?? [];
  expect(placeOf(some?.where({}))?.stack).toContain('catalogues.test.ts');
});

/** Names that promise another unit than the values have, as their exporters' help says. */
const liars: Readonly<Record<string, string>> = {
  container_start_time_seconds: 'timestamp',
  kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent: 'ratio',
  nginx_ingress_controller_ssl_expire_time_seconds: 'timestamp',
  node_boot_time_seconds: 'timestamp',
  prometheus_remote_storage_highest_timestamp_in_seconds: 'timestamp',
};

it('the unit is the one that the name promises', () => {
  const promises = Object.entries(units).flatMap(([unit, { suffixes }]) =>
    suffixes.map((suffix: string) => ({ unit, suffix })),
  );
  const longestFirst = promises.toSorted((a, b) => b.suffix.length - a.suffix.length);
  const broken = handles.flatMap(([, { name, unit }]) => {
    const promise = longestFirst.find(({ suffix }) => name.replace(/_total$/, '').endsWith(suffix));
    return promise === undefined || promise.unit === unit ? [] : [[name, unit]];
  });
  expect(Object.fromEntries(broken)).toEqual(liars);
});

it('a counter without _total says so, and no other', () => {
  const counters = handles.flatMap(([, metric]) => (metric.kind === 'counter' ? [metric] : []));
  expect(counters.filter(({ name, unsuffixed }) => name.endsWith('_total') === (unsuffixed === true))).toEqual([]);
  expect(counters.filter(({ unsuffixed }) => unsuffixed).length).toBeGreaterThan(40);
});

it('each file cites its source', () => {
  const folder = new URL('../../generators/exporters/', import.meta.url);
  const files = readdirSync(folder).filter((file) => !['index.ts', 'catalogue.ts'].includes(file));
  expect(files.length).toBeGreaterThan(13);
  const without = files.filter(
    (file) => !/Source: .*?https:\/\/\S+/s.test(readFileSync(new URL(file, folder), 'utf8')),
  );
  expect(without).toEqual([]);
});

function reading(metric: Metric): readonly Value[] {
  switch (metric.kind) {
    case 'counter':
      return [s.rate(metric)];
    case 'gauge':
      return [s.highest(metric)];
    case 'histogram':
    case 'native-histogram':
      return [s.p99(metric)];
    case 'summary':
      return [s.clientQuantile('0.99', metric)];
    case 'info':
      return [];
  }
}

it('a service may look at all of them, and nothing is wrong with their labels', () => {
  const signals = Object.fromEntries(
    handles.flatMap(([name, metric]) => reading(metric).map((value): [string, Value] => [name, value])),
  );
  const service = s.service({ id: 'all', title: 'All', team: shopTeam, tier: 'low', job: 'all', signals });
  const { diagnostics, artifacts } = compile([exampleStack({ services: [service] })], new Map());
  expect(diagnostics.filter(({ code }) => code !== 'stack/unwatched')).toEqual([]);
  const dashboard = artifacts.find(({ path }) => path.endsWith('/example-all.json'));
  expect(handles.filter(([, { kind, name }]) => kind !== 'info' && !dashboard?.content.includes(name))).toEqual([]);
});
