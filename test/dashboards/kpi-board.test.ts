/** The board of a group of KPIs: what is now by importance, then over time, then what is compared. */
import * as s from 'signalbox';
import { expect, test } from 'vitest';
import { fields, items } from '../grafana/json-walk.ts';
import { readingOf, rowOf } from '../grafana/reading.ts';
import { feedTeam, P2, region, slow } from '../resolve/sample.ts';
import { boardOf } from './derived.ts';

const users = s.gauge('daily_users', { help: 'Users.', unit: 'count' });
const holdout = s.gauge('holdout_users', { help: 'Users without it.', unit: 'count' });
const revenue = s.counter('revenue_usd_total', { help: 'Money taken.', labels: { region } });
const planned = s.gauge('planned_usd', { help: 'Money that was planned.' });
const duration = s.histogram('inference_duration_seconds', { help: 'Time.', buckets: ['50ms', '100ms'] });
const offers = s.gauge('offers_taken_ratio', { help: 'Offers taken.' });

const told = { for: '1h', severity: P2, impact: 'The shop earns less.', runbook: slow } as const;
const business = s.kpiGroup({
  id: 'business',
  title: 'Business',
  team: feedTeam,
  kpis: {
    inference: s.kpi(s.p99(duration), { title: 'Inference p99', better: 'down', importance: 'medium', target: '50ms' }),
    offers: s.kpi(s.average(offers), {
      title: 'Offers taken',
      better: 'band',
      importance: 'medium',
      limits: { odd: { ...told, outside: ['2%', '20%'] } },
    }),
    revenue: s.kpi(s.increase(revenue, { over: '1d' }), {
      title: 'Revenue',
      better: 'up',
      importance: 'high',
      target: s.total(planned),
      versus: { target: { missed: { ...told, below: '80%' } }, '30d': {} },
    }),
    score: s.displayedKpi({
      title: 'Satisfaction',
      better: 'up',
      importance: 'high',
      unit: 'percent',
      target: '80%',
      from: {
        datasource: { type: 'sql', uid: 'warehouse' },
        query: { rawSql: 'SELECT score FROM s WHERE $__timeFilter(day) AND shop = $shop', format: 0 },
      },
    }),
    users: s.kpi(s.highest(users), {
      title: 'Daily users',
      better: 'up',
      importance: 'critical',
      target: 1_120_000_000,
      baseline: s.highest(holdout),
      limits: { low: { ...told, below: 1_000_000_000 } },
      versus: { '7d': { dropped: { ...told, below: '90%' } } },
    }),
  },
});
const board = boardOf('prod-business', { kpis: [business] });

test('it reads from the most important figure to what is behind it', () => {
  const week = '↑ vs last week, ↓ vs last week';
  expect(readingOf(board)).toEqual([
    'Figures of critical importance',
    `  Daily users (target 1,120,000,000) [stat 6x5] (short; colours at 1000000000 yellow, 1120000000 green; legend now, ↑ vs baseline, ↓ vs baseline, ${week})`,
    'Figures of high importance',
    `  Revenue [stat 6x5] (currencyUSD; legend now, of target (0.8 yellow, 1 green), ${week})`,
    '  Satisfaction (target 80%) [stat 6x5] (percent; colours at 80 green; legend nothing)',
    'Figures of medium importance',
    `  Inference p99 (target 50ms) [stat 6x5] (s; colours at 0.05 yellow; legend now, ${week})`,
    `  Offers taken [stat 6x5] (percentunit; colours at 0.02 green, 0.2 red; legend now, ${week})`,
    'Over time',
    '  Inference p99 [graph 12x8] (s; lines at 0.05 green; legend now, last week)',
    '  Offers taken [graph 12x8] (percentunit; lines at 0.02 red, 0.2 red; legend now, last week)',
    '  Revenue [graph 12x8] (currencyUSD; legend now, last week, target)',
    '  Daily users [graph 12x8] (short; lines at 1000000000 red, 1120000000 green; legend now, last week, baseline)',
    'Compared',
    '  Revenue as a share of what it was 30d ago [graph 12x8] (percentunit; legend share)',
    '  Revenue as a share of its target [graph 12x8] (percentunit; lines at 0.8 red; legend share)',
    '  Daily users as a share of what it was 7d ago [graph 12x8] (percentunit; lines at 0.9 red; legend share)',
    'Alerts and telemetry',
    '  Alerts firing [stat 8x4] (short; colours at 1 red; legend firing)',
    '  Metrics present [stat 8x4] (percentunit; colours at 0.5 yellow, 1 green; legend answering)',
  ]);
});

const panel = (title: string) => fields(items(fields(board).panels).find((one) => fields(one).title === title));

test('a figure that another data source knows asks that, in its own words', () => {
  const { datasource, targets, description } = panel('Satisfaction (target 80%)');
  expect(datasource).toEqual({ type: 'sql', uid: 'warehouse' });
  expect(targets).toEqual([
    {
      datasource: { type: 'sql', uid: 'warehouse' },
      format: 0,
      rawSql: 'SELECT score FROM s WHERE $__timeFilter(day) AND shop = $shop',
      refId: 'A',
    },
  ]);
  expect(description).toContain('Prometheus does not have it, so nobody is told of it.');
});

test('a tile says how important it is and what it should be', () => {
  expect(panel('Daily users (target 1,120,000,000)').description).toBe(
    'Importance: critical. Target: 1,120,000,000. More is better. It is highest of daily_users. A change is a share of what it is compared with.',
  );
  expect(panel('Revenue').description).toContain('Target: sum of planned_usd.');
});

test('a figure that is kept apart has the label in every name', () => {
  const apart = s.kpiGroup({
    id: 'business',
    title: 'Business',
    team: feedTeam,
    kpis: {
      revenue: s.kpi(s.increase(revenue, { over: '1d', by: ['region'] }), {
        title: 'Revenue',
        better: 'up',
        importance: 'high',
      }),
    },
  });
  expect(rowOf(boardOf('prod-business', { kpis: [apart] }), 'Figures of high importance')).toEqual([
    'Figures of high importance',
    '  Revenue [stat 6x5] (currencyUSD; legend {{region}}, {{region}} ↑ vs last week, {{region}} ↓ vs last week)',
  ]);
});
