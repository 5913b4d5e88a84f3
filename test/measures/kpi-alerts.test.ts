/** A KPI against last week, against its target and against its band: somebody is told, and told that it is over. */
import * as s from 'signalbox';
import { describe, expect, test } from 'vitest';
import { derive } from '../../generators/derive/index.ts';
import { emitRules } from '../../generators/emit/prometheus.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';
import { feedTeam, P2, slow, stack } from '../resolve/sample.ts';
import { firing, follow, spanOf, valueAt } from '../slo/timeline.ts';
import type { Input, Signal } from '../slo/traffic.ts';

const users = s.gauge('daily_users', { help: 'Users.', unit: 'count' });
const revenue = s.counter('revenue_usd_total', { help: 'Money taken.' });
const planned = s.gauge('planned_usd', { help: 'Money that was planned for an hour.' });
const offers = s.gauge('offers_taken_ratio', { help: 'Offers taken.' });

const told = { for: '1h', severity: P2, impact: 'The shop earns less.', runbook: slow } as const;
const business = s.kpiGroup({
  id: 'business',
  title: 'Business',
  team: feedTeam,
  kpis: {
    users: s.kpi(s.highest(users), {
      title: 'Daily users',
      better: 'up',
      importance: 'critical',
      versus: { '7d': { dropped: { ...told, below: '90%' } } },
    }),
    revenue: s.kpi(s.increase(revenue, { over: '1h' }), {
      title: 'Revenue',
      better: 'up',
      importance: 'high',
      target: s.total(planned),
      versus: { target: { missed: { ...told, below: '80%' } } },
    }),
    offers: s.kpi(s.average(offers), {
      title: 'Offers taken',
      better: 'band',
      importance: 'low',
      limits: { odd: { ...told, outside: ['2%', '20%'] } },
    }),
  },
});

function rulesText(): string {
  const definition = stack({ kpis: [business] });
  const { stack: model } = resolveStack(definition, checkShapes([definition]).sound, new Map());
  if (model === undefined) throw new Error('the definitions are broken');
  const [rules] = emitRules(derive(model));
  if (rules === undefined) throw new Error('no rules');
  return rules.content;
}

const HOUR = 3600;
const WEEK = 7 * 24 * HOUR;
/** As long as samples are looked back for, so that eight days are few samples. */
const SCRAPE = 300;
const BEGIN = WEEK + 6 * HOUR;
const END = BEGIN + 4 * HOUR;
const whileBad =
  (bad: number, good: number): Signal =>
  (at) =>
    at >= BEGIN && at < END ? bad : good;

/** A dollar a second, and half as many while it goes badly. */
const taken: Signal = (at) => 1000 + at - Math.min(Math.max(at - BEGIN, 0), END - BEGIN) / 2;
const signals: Readonly<Record<string, Signal>> = {
  daily_users: whileBad(850, 1000),
  revenue_usd_total: taken,
  planned_usd: () => HOUR,
  offers_taken_ratio: whileBad(0.01, 0.1),
};
const inputs = Object.entries(signals).map(([series, signal]): Input => ({ series, signal, scrape: SCRAPE, phase: 0 }));

const alerts = {
  users: 'BusinessUsersVersus7dDropped',
  revenue: 'BusinessRevenueVersusTargetMissed',
  offers: 'BusinessOffersOdd',
} as const;

describe('a KPI', () => {
  const scenario = { rules: rulesText(), inputs, evaluation: SCRAPE, tick: SCRAPE };
  const exprs = { users: firing(alerts.users), revenue: firing(alerts.revenue), offers: firing(alerts.offers) };
  const of = follow(scenario, exprs, BEGIN - 3 * HOUR, END + 3 * HOUR);
  test.each([
    // The hour that it must last, and an hour's growth that must fall by a fifth first: after 24 minutes of a half.
    ['against last week', 'users', BEGIN + HOUR, END],
    ['against its target', 'revenue', BEGIN + HOUR + 24 * 60, END + 36 * 60],
    ['below its band', 'offers', BEGIN + HOUR, END],
  ] as const)('%s: told after its time, and over when it is over', (_, key, first, last) => {
    const span = spanOf(of(key));
    expect(span.unbroken).toBe(true);
    expect(Math.abs((span.first ?? 0) - first)).toBeLessThanOrEqual(SCRAPE);
    expect(Math.abs((span.last ?? 0) - last)).toBeLessThanOrEqual(SCRAPE);
  });

  test('says in its summary what it is compared with', () => {
    expect(scenario.rules).toContain('summary: Daily users is below 90% of what it was 7d ago\n');
    expect(scenario.rules).toContain('summary: Revenue is below 80% of its target\n');
    expect(scenario.rules).toContain('summary: Offers taken is outside 2% to 20%\n');
  });

  test('is recorded with the share of its limit that it uses', () => {
    const recorded = follow(
      scenario,
      { value: 'unit:measure:value{measure="users"}', used: 'unit:measure_limit:ratio{measure="offers"}' },
      END - SCRAPE,
      END + SCRAPE,
    );
    expect(valueAt(recorded('value'), END - SCRAPE)).toBe(850);
    expect([END - SCRAPE, END + SCRAPE].map((at) => valueAt(recorded('used'), at))).toEqual([2, 0.5]);
  });
});

test('a week without history is no drop', () => {
  const young = inputs.map((one) => ({ ...one, signal: (at: number) => (at < 6 * HOUR ? undefined : one.signal(at)) }));
  const scenario = { rules: rulesText(), inputs: young, evaluation: SCRAPE, tick: SCRAPE };
  const of = follow(scenario, { users: firing(alerts.users), seen: 'daily_users' }, 6 * HOUR, 12 * HOUR);
  expect(spanOf(of('users')).times).toEqual([]);
  expect(spanOf(of('seen')).unbroken).toBe(true);
});
