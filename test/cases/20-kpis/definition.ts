/** Figures that a business steers by: targets, bounds on one side or both, and what they are compared with. */
import {
  counter,
  displayedKpi,
  gauge,
  highest,
  histogram,
  increase,
  kpi,
  kpiGroup,
  mean,
  runbook,
  share,
  spentOf,
  total,
} from 'signalbox';
import { exampleStack, filesOfKpis, filesOfStack, P3, shopTeam } from '../example.ts';

const users = gauge('shop_daily_users', { help: 'People who came today.', unit: 'count' });
const revenue = counter('shop_revenue_usd_total', { help: 'Money taken.' });
const planned = gauge('finance_daily_revenue_usd', { help: 'Money that was planned for a day.' });
const sessions = histogram('shop_session_duration_seconds', {
  help: 'Length of a visit.',
  buckets: ['1m', '5m', '10m'],
});
const shown = counter('shop_offers_shown_total', { help: 'Offers shown.' });
const taken = counter('shop_offers_taken_total', { help: 'Offers taken.' });
const adverts = counter('shop_adverts_cost_usd_total', { help: 'Money spent on adverts.' });

const fewer = runbook({
  id: 'fewer-people',
  title: 'Fewer people or less money',
  firstSteps: ['Compare with the releases of the day.', 'Ask the marketing team what they changed.'],
});
const told = { severity: P3, runbook: fewer, impact: 'The shop earns less.' } as const;

const business = kpiGroup({
  id: 'business',
  title: 'Business',
  team: shopTeam,
  kpis: {
    users: kpi(highest(users), {
      title: 'Daily users',
      better: 'up',
      importance: 'critical',
      target: 120_000,
      limits: { low: { ...told, below: 100_000, for: '1h' } },
      versus: { '7d': { dropped: { ...told, below: '90%', for: '1h' } } },
    }),
    revenue: kpi(increase(revenue, { over: '1d' }), {
      title: 'Daily revenue',
      better: 'up',
      importance: 'critical',
      target: total(planned),
      versus: { target: { missed: { ...told, below: '80%', for: '1h' } } },
    }),
    session: kpi(mean(sessions, { over: '1h' }), { title: 'Session', better: 'up', importance: 'high', target: '10m' }),
    offers: kpi(share(taken, shown), {
      title: 'Offers taken',
      description: 'Too few bore people, too many look like a mistake in the price.',
      better: 'band',
      importance: 'medium',
      limits: { odd: { ...told, outside: ['2%', '20%'], for: '30m' } },
    }),
    adverts: kpi(spentOf(adverts, { budget: '$500', per: 'day' }), {
      title: 'Advertising budget spent',
      better: 'down',
      importance: 'low',
      limits: { over: { ...told, above: '120%', for: '10m' } },
    }),
    satisfaction: displayedKpi({
      title: 'Satisfaction',
      better: 'up',
      importance: 'high',
      unit: 'percent',
      target: '80%',
      from: {
        datasource: { type: 'grafana-bigquery-datasource', uid: 'warehouse' },
        query: { rawSql: 'SELECT TIMESTAMP(day) AS time, score FROM surveys ORDER BY day', format: 0 },
      },
    }),
  },
});

export default [exampleStack({ kpis: [business] })];

export const paths = [...filesOfStack(), ...filesOfKpis('business', ['fewer-people'])];
