/** The boards, read aloud: what an engineer drew is there, in that order, with its units and lines. */
import { counter, gauge, highest, infrastructure, kpi, kpiGroup, measure, rate, service } from 'signalbox';
import { expect, test } from 'vitest';
import { exampleStack, shopTeam } from '../cases/example.ts';
import { fields, items } from '../grafana/json-walk.ts';
import { readingOf, rowOf } from '../grafana/reading.ts';
import { found, treeOf } from '../short-video/tree.ts';
import { boardOf } from './built.ts';
import { database, drawn, feed } from './drawn.ts';

const deadlocks = counter('db_deadlocks_total', { help: 'Deadlocks.' });
const users = gauge('daily_users', { help: 'People who came today.', unit: 'count' });
const audience = kpiGroup({
  id: 'audience',
  title: 'Audience',
  team: shopTeam,
  kpis: { users: kpi(highest(users), { title: 'Daily users', better: 'up', importance: 'high' }) },
});

test('the board of a service reads like the drawing', () => {
  expect(readingOf(boardOf(drawn, 'example-fyp'))).toEqual([
    'Now',
    '  Alerts firing [stat 8x4] (short; colours at 1 red; legend firing)',
    '  FYP service availability: budget left [stat 8x4] (percentunit; colours at 0 yellow, 0.25 green; legend left)',
    '  Targets answering [stat 8x4] (percentunit; colours at 0.5 yellow, 1 green; legend answering)',
    'Requests',
    '  Request rate [graph 8x8] (reqps; lines at 150000 orange; legend now, last week)',
    '  Latency distribution [bars 8x8] (s; legend p50 (0.02 orange), p90, p99 (0.05 orange), max)',
    '  Latency [graph 8x8] (s; lines at 0.05 orange; legend p50, p90, p99)',
    '  Error breakdown [bars 8x8] (percentunit; colours at 0.001 orange; legend 5xx errors, ML failures, Timeouts, all errors)',
    '  Error ratio [graph 8x8] (percentunit; lines at 0.001 orange; legend 5xx errors, ML failures, Timeouts, all errors)',
    '  Cache performance [bars 8x8] (percentunit; 0 to 1; legend L1 (client), L2 (Redis), L3 (feature), Overall)',
    'Stages',
    '  Time of each stage [bars 12x8] (s; legend Retrieval, Ranking, Re-ranking, Total)',
    '  Stages one upon the other [graph 12x8] (s; legend Retrieval, Ranking, Re-ranking)',
    'Feature store',
    '  User lookups [stat 6x4] (cps; legend User lookups)',
    '  Video lookups [stat 6x4] (cps; legend Video lookups)',
    '  Latency p99 [stat 6x4] (s; legend Latency p99)',
    '  Error rate [stat 6x4] (percentunit; legend Error rate)',
    'Dependencies',
    '  Database [stat 8x4] (short; colours at 1 red; 0 is no alerts; legend firing)',
    'Deployment',
    '  Current version [stat 6x4] (none; legend {{version}})',
    '  Canary [stat 6x4] (percentunit; legend on {{version}})',
    '  Since the last deployment [stat 6x4] (s; legend ago)',
    '  Rollback [stat 6x4] (none; 0 is Not ready, 1 is Ready; legend ready)',
    'Capacity',
    '  Capacity in use [bars 12x8] (percentunit; 0 to 1; legend Pods, CPU, Memory, GPU)',
    '  Pods [stat 12x4] (none; legend in use, of)',
    'SLOs',
    '  FYP service availability: burn rate [graph 12x8] (short; lines at 1 yellow, 3 yellow, 6 red, 14.4 red; legend {{window}})',
    'Alerts',
    '  p99 latency [graph 8x8] (s; lines at 0.06 red; legend p99 latency)',
  ]);
});

test('the board of a resource reads like its line of the table of utilisation, saturation and errors', () => {
  expect(readingOf(boardOf(drawn, 'example-database'))).toEqual([
    'Now',
    '  Alerts firing [stat 8x4] (short; colours at 1 red; legend firing)',
    '  Targets answering [stat 8x4] (percentunit; colours at 0.5 yellow, 1 green; legend answering)',
    'Utilisation',
    '  CPU [stat 8x4] (percentunit; colours at 0.8 red; legend CPU)',
    '  Disk I/O [stat 8x4] (percentunit; colours at 0.9 red; legend {{region}})',
    '  CPU [graph 12x8] (percentunit; lines at 0.8 red; legend CPU)',
    '  Disk I/O [graph 12x8] (percentunit; lines at 0.9 red; legend {{region}})',
    'Saturation',
    '  Connection pool [stat 8x4] (percentunit; colours at 0.8 red; legend Connection pool)',
    '  Connection pool [graph 12x8] (percentunit; lines at 0.8 red, 0.95 red; legend Connection pool)',
    'Errors',
    '  Deadlocks [stat 8x4] (cps; legend Deadlocks)',
    '  Query errors [stat 8x4] (percentunit; legend Query errors)',
    '  Deadlocks [graph 12x8] (cps; legend Deadlocks, last week)',
    '  Query errors [graph 12x8] (percentunit; legend Query errors)',
  ]);
});

test('the board of all resources puts what is nearest to a limit first', () => {
  expect(readingOf(boardOf(drawn, 'example-infrastructure'))).toEqual([
    'Now',
    '  Alerts firing [stat 8x4] (short; colours at 1 red; legend Alerts firing)',
    '  Figures beyond their limit [stat 8x4] (short; colours at 1 red; legend Figures beyond their limit)',
    '  Resources without telemetry [stat 8x4] (short; colours at 1 red; legend Resources without telemetry)',
    'Nearest to a limit first',
    '  Utilisation, saturation, errors [table 24x14] (percentunit; columns Resource, What, Figure, Limit used (0.8 yellow, 1 red), Dashboard)',
    'Over time',
    '  Limit used by resource [graph 24x8] (percentunit; lines at 0.8 yellow, 1 red; legend {{unit_title}})',
  ]);
});

test('a service of which nothing is said has a board with what is known, and no empty row', () => {
  const bare = service({ id: 'bare', title: 'Bare', team: shopTeam, tier: 'low', job: 'bare' });
  const board = boardOf(exampleStack({ services: [bare] }), 'example-bare');
  expect(readingOf(board)).toEqual(rowOf(board, 'Now'));
  expect(fields(board).annotations).toEqual({ list: [] });
});

test('the board of all resources is there where there is a resource, and home leads to it', () => {
  const withOne = treeOf(exampleStack({ infrastructure: [database] }));
  const without = treeOf(exampleStack({}));
  const path = 'example/grafana/infrastructure/example-infrastructure.json';
  const homeLinks = (tree: typeof without) => {
    const home: unknown = JSON.parse(found(tree.get('example/grafana/overview/example-home.json'), 'home'));
    return items(fields(home).links).map((link) => fields(link).title);
  };
  expect([withOne.has(path), without.has(path)]).toEqual([true, false]);
  expect([homeLinks(withOne), homeLinks(without)]).toEqual([['SLOs', 'Infrastructure'], ['SLOs']]);
});

test.each([
  ['without a figure', {}],
  ['without a limit', { errors: { deadlocks: measure(rate(deadlocks), { title: 'Deadlocks' }) } }],
])('a resource %s is no fault: its board waits for the first one', (_, figures) => {
  const bare = infrastructure({ id: 'bare', title: 'Bare', team: shopTeam, tier: 'low', job: 'bare', ...figures });
  const stack = exampleStack({
    services: [{ ...feed, dependsOn: () => [] }],
    infrastructure: [bare],
    kpis: [audience],
  });
  expect(() => treeOf(stack)).not.toThrow();
});

test('the board of all resources is the same whatever the resources are', () => {
  const path = 'example/grafana/infrastructure/example-infrastructure.json';
  const one = treeOf(exampleStack({ infrastructure: [database] }));
  const two = treeOf(exampleStack({ infrastructure: [database, { ...database, id: 'other', title: 'Other' }] }));
  expect(two.get(path)).toBe(one.get(path));
});
