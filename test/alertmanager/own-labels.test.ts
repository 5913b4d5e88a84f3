/** Where an organisation names its labels itself, no rule, route or text of ours asks for the usual names. */
import { join } from 'node:path';
import { load } from 'js-yaml';
import { stack } from 'signalbox';
import { expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import * as chapter from '../cases/17-our-own-labels/definition.ts';
import { chapters } from '../cases/chapters.ts';
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

const names = { severity: 'priority', team: 'owner', environment: 'env' };

/** Every chapter again, in an organisation that names its labels itself. */
const renamed = Object.entries(chapters).flatMap(([name, { default: stacks }]) =>
  stacks
    .filter(({ alertmanager }) => alertmanager.existing === undefined)
    .map((one) => ({
      name: `${name}/${one.id}`,
      artifacts: compile([stack({ ...one, labels: names })], new Map()).artifacts,
    })),
);

/** Every mapping under the key `labels` of a document. */
function labelsIn(value: unknown): readonly object[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]): readonly object[] => [
    ...(key === 'labels' && typeof one === 'object' && one !== null && !Array.isArray(one) ? [one] : []),
    ...labelsIn(one),
  ]);
}

const usual = ['severity', 'team', 'environment'];

test.each(renamed)('every rule and every expected route of $name has its names, and none the usual ones', (one) => {
  const files = one.artifacts.filter(({ path }) => /\/(rules|routes)\//.test(path));
  const sets = files.flatMap(({ content }) => labelsIn(load(content)));
  expect(sets.length).toBeGreaterThan(5);
  expect(sets.filter((labels) => usual.some((name) => Object.hasOwn(labels, name)))).toEqual([]);
  expect(sets.filter((labels) => !Object.hasOwn(labels, 'env'))).toEqual([]);
  expect(sets.filter((labels) => Object.hasOwn(labels, 'priority') !== Object.hasOwn(labels, 'signal'))).toEqual([]);
});

/** As a label of an alert in a template, in a matcher, in a list of labels, or as a column. */
const usualNames =
  /Labels\.(severity|team|environment)\b|[{,(] ?(severity|team|environment)(=|!=|[,)])|"(severity|team|environment)"(?=[,\]\s:])/;

test.each(renamed)('no expression, table or text of $name reads the usual names', (one) => {
  const read = one.artifacts.filter(({ path }) => /\.tmpl$|\/grafana\/.*json$|\/rules\//.test(path));
  expect(read.length).toBeGreaterThan(3);
  expect(read.filter(({ content }) => usualNames.test(content)).map(({ path }) => path)).toEqual([]);
  expect(read.filter(({ content }) => /[{,(] ?env=|Labels\.env\b/.test(content)).length).toBeGreaterThan(2);
});

test('a usual name would be seen', () => {
  const seen = compile(chapters['01-first-service']?.default ?? [], new Map()).artifacts;
  const found = seen.filter(({ content }) => usualNames.test(content)).map(({ path }) => path);
  expect(found.filter((path) => /\.tmpl$|\/grafana\/|\/rules\//.test(path)).length).toBeGreaterThan(4);
});
