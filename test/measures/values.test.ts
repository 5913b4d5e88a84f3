/** What the values of values give, as promtool evaluates them: figures that can be worked out by hand. */
import * as s from 'signalbox';
import { describe, expect, test } from 'vitest';
import { valueExpr } from '../../generators/derive/values.ts';
import { print } from '../../generators/promql/index.ts';
import { ask } from '../slo/scenario.ts';
import type { Input, Signal } from '../slo/traffic.ts';

const cpu = s.counter('cpu_busy_seconds_total', { help: 'CPU.', labels: { cpu: s.labelValues('0', '1') } });
const cost = s.counter('cost_usd_total', { help: 'Cost.' });
const videos = s.counter('videos_total', { help: 'Videos.' });
const sessions = s.counter('sessions_total', { help: 'Sessions.' });
const used = s.gauge('memory_used_bytes', { help: 'In use.' });
const size = s.gauge('memory_size_bytes', { help: 'All.' });
const nothing = s.gauge('memory_none_bytes', { help: 'None.' });
const users = s.gauge('users', { help: 'Users.', unit: 'count' });
const holdout = s.gauge('holdout_users', { help: 'Users without it.', unit: 'count' });
const backup = s.gauge('backup_timestamp_seconds', { help: 'Last backup.', labels: { db: s.labelValues('a', 'b') } });

const HOUR = 3600;
const NOW = 48 * HOUR;
/** Coarse, because a day of samples is read: four scrapes still fit the five minutes of a rate. */
const SCRAPE = 60;

const growing =
  (perSecond: number): Signal =>
  (at) =>
    1000 + at * perSecond;
const steady =
  (value: number): Signal =>
  () =>
    value;
const series: Readonly<Record<string, Signal>> = {
  'cpu_busy_seconds_total{cpu="0"}': growing(0.2),
  'cpu_busy_seconds_total{cpu="1"}': growing(0.8),
  cost_usd_total: growing(600 / (24 * HOUR)),
  videos_total: growing(30),
  sessions_total: growing(2),
  memory_used_bytes: steady(3 * 2 ** 30),
  memory_size_bytes: steady(4 * 2 ** 30),
  memory_none_bytes: steady(0),
  users: (at) => (at < 36 * HOUR ? 1000 : 850),
  holdout_users: steady(800),
  'backup_timestamp_seconds{db="a"}': (at) => at - (at % (6 * HOUR)),
  'backup_timestamp_seconds{db="b"}': (at) => Math.min(at, 20 * HOUR),
};
const inputs = Object.entries(series).map(
  ([name, signal]): Input => ({ series: name, signal, scrape: SCRAPE, phase: 0 }),
);

const yesterday = s.before(s.highest(users), '1d');

type Row = readonly [string, s.Value, number | undefined];
const table: readonly Row[] = [
  ['growth within an hour', s.increase(videos, { over: '1h' }), 30 * HOUR],
  ['one per another', s.per(videos, sessions), 15],
  ['the mean of what is busy', s.busy(cpu), 0.5],
  ['the busiest', s.busiest(cpu), 0.8],
  ['the share of a day’s budget that is spent', s.spentOf(cost, { budget: '$500', per: 'day' }), 1.2],
  ['a share', s.ratioOf(s.total(used), s.total(size)), 0.75],
  ['a share of nothing', s.ratioOf(s.total(used), s.total(nothing)), undefined],
  ['what is left', s.oneMinus(s.ratioOf(s.total(used), s.total(size))), 0.25],
  ['what was', yesterday, 1000],
  ['a share of what was', s.ratioOf(s.highest(users), yesterday), 0.85],
  ['a lift', s.lift(s.highest(users), s.highest(holdout)), 0.0625],
  ['a lift over nothing', s.lift(s.total(used), s.total(nothing)), undefined],
  ['the oldest of several', s.age(backup), 28 * HOUR],
  ['how old it was yesterday, by the clock of yesterday', s.before(s.age(backup), '1d'), 4 * HOUR],
  ['growth of the day before', s.before(s.increase(videos, { over: '1h' }), '1d'), 30 * HOUR],
];

describe('a value of values is', () => {
  const answers = ask(
    { rules: 'groups: []\n', inputs, evaluation: SCRAPE, tick: SCRAPE },
    table.map(([, value]) => [print(valueExpr(value)), NOW]),
  );
  test.each(table.map(([name, , want], i) => [name, want, answers[i] ?? []] as const))('%s', (_, want, answer) => {
    expect(answer).toHaveLength(want === undefined ? 0 : 1);
    if (want !== undefined) expect(answer[0]?.value).toBeCloseTo(want, 6);
  });
});

test('kept apart by a label, there is one for each value', () => {
  const [answer = []] = ask({ rules: 'groups: []\n', inputs, evaluation: SCRAPE, tick: SCRAPE }, [
    [print(valueExpr(s.busy(cpu, { by: ['cpu'] }))), NOW],
  ]);
  expect(answer.map(({ labels, value }) => [labels.cpu, value])).toEqual([
    ['0', expect.closeTo(0.2, 6)],
    ['1', expect.closeTo(0.8, 6)],
  ]);
});
