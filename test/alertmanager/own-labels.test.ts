/** Where an organisation names its labels itself, no rule, route or text of ours asks for the usual names. */
import { join } from 'node:path';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import * as chapter from '../cases/17-our-own-labels/definition.ts';
import { amtoolReceivers, onDisk } from './amtool.ts';

const { artifacts } = compile(chapter.default, new Map());

test('there is something to look at', () => {
  expect(artifacts.length).toBeGreaterThan(10);
});

test.each([
  ['its names and values', { env: 'prod_eu-1', owner: 'shop-squad', priority: 'critical' }, 'shop/page,shop/chat'],
  ['the usual names', { environment: 'prod_eu-1', team: 'shop-squad', severity: 'critical' }, 'shop/chat'],
  ['ids for values', { env: 'prod_eu-1', owner: 'shop', priority: 'P1' }, 'shop/chat'],
  ['the heartbeat', { env: 'prod_eu-1', alertname: 'Heartbeat' }, 'heartbeat'],
])('amtool routes by %s', (_, labels, want) => {
  const config = join(onDisk(artifacts), 'example/alertmanager/alertmanager.yaml');
  expect(amtoolReceivers(config, labels)).toBe(want);
});

/** Every mapping under the key `labels` of a document. */
function labelsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]): readonly object[] => [
    ...(key === 'labels' && typeof one === 'object' && one !== null && !Array.isArray(one) ? [one] : []),
    ...labelsIn(one),
  ]);
}

test('every rule and every expected route has its names, and none the usual ones', () => {
  const files = artifacts.filter(({ path }) => /\/(rules|routes)\//.test(path));
  const sets = files.flatMap(({ content }) => labelsIn(load(content)));
  expect(sets.length).toBeGreaterThan(40);
  const usual = ['severity', 'team', 'environment'];
  expect(sets.filter((one) => usual.some((name) => Object.hasOwn(one, name)))).toEqual([]);
  expect(sets.filter((one) => !Object.hasOwn(one, 'env'))).toEqual([]);
  expect(sets.filter((one) => Object.hasOwn(one, 'priority') !== Object.hasOwn(one, 'signal'))).toEqual([]);
});

test('no expression, legend or text reads the usual names', () => {
  const read = artifacts.filter(({ path }) => /\.tmpl$|\/grafana\/|\/rules\//.test(path));
  const wanted = /Labels\.(severity|team|environment)\b|[{,(] ?(severity|team|environment)(=|!=|[,)])/;
  expect(read.length).toBeGreaterThan(5);
  expect(read.filter(({ content }) => wanted.test(content)).map(({ path }) => path)).toEqual([]);
  expect(read.filter(({ content }) => /[{,(] ?env=|Labels\.env\b/.test(content)).length).toBeGreaterThan(3);
});
