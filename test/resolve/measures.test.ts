/** What a shape cannot say of figures with limits, and of values made of values. */
import * as s from 'signalbox';
import { describe } from 'vitest';
import { depth, duration, feedTeam, P2, problemsOf, proves, region, requests, slow, stack } from './sample.ts';

type Loose = Readonly<Record<string, unknown>>;

const users = s.gauge('daily_users', { help: 'Users.', unit: 'count' });
const used = s.gauge('memory_used_bytes', { help: 'In use.', labels: { region } });
const size = s.gauge('memory_size_bytes', { help: 'All.' });
const cost = s.counter('cost_usd_total', { help: 'Cost.' });
const told = { for: '1h', severity: P2, impact: 'Less.', runbook: slow } as const;
const source = { datasource: { type: 'sql', uid: 'warehouse' }, query: { rawSql: 'SELECT 1' } };

const inGroup = (one: unknown) =>
  problemsOf(
    stack({ kpis: [s.kpiGroup({ id: 'business', title: 'Business', team: feedTeam, kpis: { a: one } } as never)] }),
  );
const kpi = (fields: Loose, value: s.Value = s.highest(users)) =>
  inGroup(s.kpi(value, { title: 'Users', better: 'up', importance: 'high', ...fields } as never));
const displayed = (fields: Loose) =>
  inGroup(
    s.displayedKpi({
      title: 'Score',
      better: 'up',
      importance: 'low',
      unit: 'percent',
      from: source,
      ...fields,
    } as never),
  );
const measure = (value: s.Value, limits: Loose = {}) =>
  problemsOf(
    stack({
      infrastructure: [
        s.infrastructure({
          id: 'db',
          title: 'Database',
          team: feedTeam,
          tier: 'high',
          utilisation: { a: s.measure(value, { title: 'A', limits } as never) },
        }),
      ],
    }),
  );
describe('limits', () => {
  proves([
    ['a limit', kpi({ limits: { low: { ...told, below: 900 } } }), ''],
    ['a band', kpi({ limits: { odd: { ...told, outside: [900, 1000] } } }), ''],
    [
      'nowhere',
      kpi({ limits: { low: told } }),
      'shape/missing-field  prod › business › kpis.a.limits.low: the limit has none of `above`, `below` and `outside` → Write for instance above: 30; for both ends use outside: [low, high], or two limits.',
    ],
    [
      'on two sides at once',
      kpi({ limits: { low: { ...told, below: 900, above: 1000 } } }),
      'shape/wrong-value  prod › business › kpis.a.limits.low: a limit has one of `above`, `below` and `outside` → Write for instance above: 30; for both ends use outside: [low, high], or two limits.',
    ],
    [
      'in another unit',
      kpi({ limits: { low: { ...told, below: '90%' } } }),
      'condition/unit  prod › business › kpis.a.limits.low.below: "90%" is not a threshold for the level of daily_users, which is in count → Write for instance 30.',
    ],
    [
      'a band upside down',
      kpi({ limits: { odd: { ...told, outside: [1000, 900] } } }),
      'condition/limits  prod › business › kpis.a.limits.odd.outside: the low end 1000 is not below the high end 900 → Exchange the two, or correct one.',
    ],
    [
      'a band that is none',
      kpi({ limits: { odd: { ...told, outside: 900 } } }),
      'shape/wrong-value  prod › business › kpis.a.limits.odd.outside: 900 does not have two ends → Write outside: [low, high], each end as for instance 30.',
    ],
    [
      'of a resource, in another unit',
      measure(s.p99(duration), { high: { ...told, above: '80%' } }),
      "condition/unit  prod › db › utilisation.a.limits.high.above: \"80%\" is not a threshold for the p99 of http_request_duration_seconds, which is in seconds → Write for instance '60ms' or '5m'.",
    ],
  ]);
});

describe('targets, baselines and comparisons', () => {
  proves([
    ['a target', kpi({ target: 1000 }), ''],
    [
      'a target in another unit',
      kpi({ target: '10m' }),
      'condition/unit  prod › business › kpis.a.target: "10m" is not a target in count → Write for instance 30.',
    ],
    ['a figure for a target', kpi({ target: s.total(depth) }), ''],
    [
      'a figure of another unit for a target',
      kpi({ target: s.total(size) }),
      'condition/unit  prod › business › kpis.a.target: the level of memory_size_bytes is in bytes, not in count → Compare the level of daily_users with a value in count.',
    ],
    [
      'a baseline kept apart otherwise',
      kpi({ baseline: s.total(depth, { by: ['region'] }) }),
      'condition/part-of-whole  prod › business › kpis.a.baseline.by: the level of daily_users is kept apart by nothing, and the level of queue_depth by region: they do not match → Give both the same `by`.',
    ],
    ['a week ago', kpi({ versus: { '7d': { low: { ...told, below: '90%' } } } }), ''],
    [
      'a share that is no share',
      kpi({ versus: { '7d': { low: { ...told, below: 900 } } } }),
      "condition/unit  prod › business › kpis.a.versus.7d.low.below: 900 is not a threshold for a share of what it was 7d ago, which is in ratio → Write for instance '1%'.",
    ],
    [
      'a baseline that is not there',
      kpi({ versus: { baseline: {} } }),
      'shape/missing-field  prod › business › kpis.a.versus.baseline: there is no baseline that could be compared with → Set `baseline`.',
    ],
    [
      'a fixed target to compare with',
      kpi({ target: 1000, versus: { target: {} } }),
      'shape/missing-field  prod › business › kpis.a.versus.target: there is no target that could be compared with → Set `target` to a value; a fixed one is a limit.',
    ],
    [
      'a time that is none',
      kpi({ versus: { lastWeek: {} } }),
      "shape/wrong-value  prod › business › kpis.a.versus.lastWeek: \"lastWeek\" is nothing that a figure can be compared with → Write how long ago, for instance '7d', or 'baseline', or 'target'.",
    ],
    ['a target of what is displayed', displayed({ target: '80%' }), ''],
    [
      'a target of what is displayed, in another unit',
      displayed({ target: 80 }),
      "condition/unit  prod › business › kpis.a.target: 80 is not a target in percent → Write for instance '80%'.",
    ],
    [
      'a unit that is none',
      displayed({ unit: 'furlongs', target: 80 }),
      'metric/unit  prod › business › kpis.a.unit: "furlongs" is not a unit → Write one of seconds, milliseconds, ratio, percent, bytes, byterate, celsius, timestamp, count, rate, requests, usd.',
    ],
  ]);
});

describe('values made of values', () => {
  const lied = (value: s.Value, fields: Loose): s.Value => Object.freeze({ ...value, ...fields }) as never;
  proves([
    ['a ratio', measure(s.ratioOf(s.total(used), s.total(size))), ''],
    [
      'a ratio of two units',
      measure(s.ratioOf(s.total(used) as never, s.highest(users))),
      'condition/unit  prod › db › utilisation.a.value.of: the level of daily_users is in count, not in bytes → Compare the level of memory_used_bytes with a value in bytes.',
    ],
    [
      'a ratio kept apart by one side only',
      measure(s.ratioOf(s.total(used, { by: ['region'] }), s.total(size))),
      'condition/part-of-whole  prod › db › utilisation.a.value.of.by: the level of memory_used_bytes is kept apart by region, and the level of memory_size_bytes by nothing: they do not match → Give both the same `by`.',
    ],
    [
      'a lift of two units',
      measure(s.lift(s.total(used) as never, s.highest(users))),
      'condition/unit  prod › db › utilisation.a.value.of: the level of daily_users is in count, not in bytes → Compare the level of memory_used_bytes with a value in bytes.',
    ],
    [
      'what is left of no ratio',
      measure(s.oneMinus(s.total(used) as never)),
      'condition/unit  prod › db › utilisation.a.value.value: the level of memory_used_bytes is in bytes, not in ratio → Pass a share or a ratio.',
    ],
    [
      'a mistake in the value inside',
      measure(s.before(s.total(used, { by: ['zone' as never] }), '7d')),
      'metric/label  prod › db › utilisation.a.value.value.by: memory_used_bytes has no label "zone" → Use one of region, or declare the label at the metric, if the series carry it.',
    ],
    [
      'busy time of a counter of events',
      measure(s.busy(requests as never)),
      'condition/unit  prod › db › utilisation.a.value.metric: http_requests_total is in count, not in seconds → Pass a metric in seconds.',
    ],
    [
      'money spent of a counter of events',
      measure(s.spentOf(requests as never, { budget: '$5', per: 'day' })),
      'condition/unit  prod › db › utilisation.a.value.metric: http_requests_total is in count, not in usd → Pass a metric in usd.',
    ],
    [
      'a budget of nothing',
      measure(s.spentOf(cost, { budget: '$0', per: 'day' })),
      'condition/unit  prod › db › utilisation.a.value.budget: "$0" is not an amount of money over $0 → Write for instance \'$500\'.',
    ],
    [
      'the age of a level',
      measure(s.age(size as never)),
      'condition/unit  prod › db › utilisation.a.value.metric: memory_size_bytes is in bytes, not in timestamp → Pass a metric in timestamp.',
    ],
    [
      'one per another by a label that one lacks',
      measure(s.per(cost, requests, { by: ['region' as never] })),
      'condition/part-of-whole  prod › db › utilisation.a.value.by: cost_usd_total has no label "region" → Declare the label at the metric, if the series carry it.',
    ],
    [
      'a unit that does not follow',
      measure(lied(s.oneMinus(s.busy(s.counter('cpu_seconds_total', { help: 'CPU.' }))), { unit: 'seconds' })),
      'shape/wrong-value  prod › db › utilisation.a.value.unit: the one minus of cpu_seconds_total is in ratio, not in "seconds" → Make the value with rate(…), p99(…) and the like.',
    ],
  ]);
});
