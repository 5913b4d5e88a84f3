/** What the board of all resources asks, as promtool answers it: two stacks in one Prometheus, and figures by region. */
import { expect, test } from 'vitest';
import { ask, type Question } from '../slo/scenario.ts';
import type { Input } from '../slo/traffic.ts';
import { askedBy, boardOf, rulesOf } from './built.ts';
import { drawn } from './drawn.ts';

const board = boardOf(drawn, 'example-infrastructure');
const scraped = { scrape: 15, phase: 0 };
const level = (series: string, value: number): Input => ({ series, signal: () => value, ...scraped });
const busy = (series: string, share: number): Input => ({ series, signal: (second) => second * share, ...scraped });

/** The pool is beyond its limit of 80 %, and the disk of one region just below its own. */
const exposed: readonly Input[] = [
  level('db_connections', 88),
  level('db_max_connections', 100),
  busy('db_cpu_busy_seconds_total', 0.4),
  busy('db_disk_busy_seconds_total{region="eu"}', 0.81),
  busy('db_disk_busy_seconds_total{region="us"}', 0.09),
];

const up = [level('up{job="database"}', 1)];
const quiet = [...exposed.filter(({ series }) => series !== 'db_connections'), level('db_connections', 10), ...up];

/** What another stack records of a database of the same id, worse than ours, and a second replica that words it otherwise. */
const recorded = (environment: string, words: string): readonly Input[] => {
  const figure = `environment="${environment}",service="database",measure="connections"`;
  return [
    level(`unit:measure:value{${figure}}`, 0.99),
    level(`unit:measure_limit:ratio{${figure}}`, 1.2),
    level(`measure_info{${figure},role="saturation",title="${words}",unit_title="Staging database"}`, 1),
    level(
      `service_info{environment="${environment}",service="database",kind="infrastructure",dashboard="${words}"}`,
      1,
    ),
    level(`ALERTS{environment="${environment}",service="database",alertstate="firing",alertname="Full"}`, 1),
  ];
};

const MINUTES = 600;

function answers(inputs: readonly Input[], title: string) {
  const questions = askedBy(board, title).map((expr): Question => [expr, MINUTES]);
  return ask({ rules: rulesOf(drawn, 'database'), inputs, evaluation: 30 }, questions);
}

const figuresOf = (samples: ReturnType<typeof answers>[number] = []) =>
  samples
    .map(({ labels, value }) =>
      [labels.unit_title, labels.role, labels.title, labels.dashboard, value.toFixed(2)].join(' · '),
    )
    .sort();

test.each([
  ['alone', []],
  ['beside another stack', recorded('staging', 'old')],
  [
    'beside another stack with two replicas that do not agree',
    [...recorded('staging', 'old'), ...recorded('staging', 'new')],
  ],
])('one row for each figure, of a region the worst, %s', (_, others) => {
  const [shares, known] = answers([...exposed, ...others], 'Utilisation, saturation, errors');
  expect(figuresOf(shares)).toEqual([
    'Database · saturation · Connection pool · example-database · 1.10',
    'Database · utilisation · CPU · example-database · 0.50',
    'Database · utilisation · Disk I/O · example-database · 0.90',
  ]);
  expect(known).toHaveLength(5);
});

test('two replicas of this stack that word a figure differently give one row', () => {
  const replica = recorded('production', 'Pool').filter(({ series }) => series.includes('_info'));
  const [shares, known] = answers([...exposed, ...replica], 'Utilisation, saturation, errors');
  expect(shares).toHaveLength(3);
  expect(known).toHaveLength(5);
});

test.each([
  { of: 'what is beyond its limit', title: 'Figures beyond their limit', inputs: exposed, want: 1 },
  { of: 'nothing beyond it', title: 'Figures beyond their limit', inputs: [], want: 0 },
  { of: 'a resource that can be seen', title: 'Resources without telemetry', inputs: exposed, want: 0 },
  { of: 'one that cannot', title: 'Resources without telemetry', inputs: [], want: 1 },
  {
    of: "another stack's alert",
    title: 'Alerts firing',
    inputs: [...quiet, ...recorded('staging', 'old')],
    want: 0,
  },
  {
    of: 'an alert of ours',
    title: 'Alerts firing',
    inputs: [...exposed, ...up, ...recorded('staging', 'old')],
    want: 1,
  },
])('$of is counted: $want', ({ title, inputs, want }) => {
  expect(answers(inputs, title)).toEqual([[{ labels: {}, value: want }]]);
});

test('the graph has a line for each resource: its figure nearest to a limit', () => {
  const [lines = []] = answers([...exposed, ...recorded('staging', 'old')], 'Limit used by resource');
  expect(lines.map(({ labels, value }) => [labels.unit_title, value.toFixed(2)])).toEqual([['Database', '1.10']]);
});
