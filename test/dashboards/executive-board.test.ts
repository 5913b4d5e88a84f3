/** The executive board reads like the drawing: health, six tiles, the trend of a day, the regions. */
import * as s from 'signalbox';
import { describe, expect, test } from 'vitest';
import { askedBy } from '../boards/compiled-board.ts';
import { at } from '../grafana/emitted.ts';
import { fields, items } from '../grafana/json-walk.ts';
import { readingOf, rowOf } from '../grafana/reading.ts';
import { P1, P2, promise, region, requests, service } from '../resolve/sample.ts';
import { boardOf } from './derived.ts';

const users = s.gauge('active_users', { help: 'Users now.', unit: 'count' });
const videos = s.counter('videos_served_total', { help: 'Videos.' });
const uploads = s.counter('uploads_total', { help: 'Uploads.' });
const streams = s.gauge('live_streams', { help: 'On air.', unit: 'count' });
const watched = s.counter('watch_seconds_total', { help: 'Time watched.' });
const duration = s.histogram('feed_duration_seconds', { help: 'Time.', buckets: ['50ms', '100ms'] });
const healthy = s.gauge('region_healthy', { help: 'Healthy?', unit: 'count', labels: { region } });
const failed = requests.where({ status: /5../ });

const fast = s.latency(duration, { ...promise, within: '50ms', objective: '99%' });
const available = s.availability(requests, { ...promise, bad: failed });
const feed = service({ id: 'feed', title: 'Feed', requests, slos: { fast, available } });
const lastWeek = { versus: '7d' } as const;

const overview = s.executive({
  title: 'Executive dashboard',
  tiles: {
    'Active users': { value: s.total(users), ...lastWeek },
    'Videos served': { value: s.increase(videos, { over: '1h' }), ...lastWeek },
    'Upload rate': { value: s.rate(uploads), ...lastWeek },
    'Feed latency p99': { value: s.p99(duration), promise: fast },
    'Error rate': { value: s.share(failed, requests), versus: '1d', better: 'down', promise: available },
    'Live streams': { value: s.total(streams), ...lastWeek },
  },
  trend: {
    title: 'Engagement trend (24h)',
    values: { Videos: s.rate(videos), 'Watch time': s.increase(watched, { over: '1h' }) },
  },
  regions: s.lowest(healthy, { by: ['region'] }),
});
const given = { services: [feed], executive: overview, expects: { label: 'region', values: region } };
const board = boardOf('prod-executive', given);

test('it reads like the drawing', () => {
  const up = '↑ vs last week, ↓ vs last week';
  expect(readingOf(board)).toEqual([
    'Health status',
    '  Health status [stat 18x4] (none; 0 is ● HEALTHY, 1 is ● DEGRADED, 2 is ● OUTAGE; legend status)',
    '  Last updated [stat 6x4] (s; colours at 180 red; legend ago)',
    'Figures',
    `  Active users [stat 8x5] (short; legend now, ${up})`,
    `  Videos served [stat 8x5] (short; legend now, ${up})`,
    `  Upload rate [stat 8x5] (cps; legend now, ${up})`,
    '  Feed latency p99 [stat 8x5] (s; legend now, Feed fast 99%)',
    '  Error rate [stat 8x5] (percentunit; legend now, ↑ vs yesterday, ↓ vs yesterday, Feed available 99.9%)',
    `  Live streams [stat 8x5] (short; legend now, ${up})`,
    'Engagement trend (24h)',
    '  Videos [graph 12x8] (cps; legend Videos, yesterday)',
    '  Watch time [graph 12x8] (s; legend Watch time, yesterday)',
    'Regional status',
    '  Regional status [stat 24x4] (none; colours at 1 green; 0 is ● not healthy, 1 is ● healthy, -1 is ○ no data; legend {{region}})',
  ]);
  expect(at(board, 'time.from')).toBe('now-24h');
});

describe('health', () => {
  test('is an outage by the most urgent severity that pages, and unknown without a heartbeat', () => {
    expect(askedBy(board, 'Health status')[0]).toBe(
      '2 * group(ALERTS{alertstate="firing",environment="production",severity="P1"}) or 0 * group(ALERTS{alertname="Heartbeat",alertstate="firing",environment="production"})',
    );
  });
  test('is degraded by any other that pages', () => {
    const P3 = s.severity({ id: 'P3', title: 'Later', responseWithin: '4h', notify: ['page'] });
    const expr = askedBy(boardOf('prod-executive', { ...given, severities: [P1, P2, P3] }), 'Health status')[0];
    expect(expr).toContain('2 * group(ALERTS{alertstate="firing",environment="production",severity="P1"})');
    expect(expr).toContain('or group(ALERTS{alertstate="firing",environment="production",severity="P3"})');
  });
  test('where nothing pages, the most urgent severity is an outage', () => {
    const expr = askedBy(boardOf('prod-executive', { ...given, deliver: { page: 'chat' } }), 'Health status')[0];
    expect(expr).toContain('2 * group(ALERTS{alertstate="firing",environment="production",severity="P1"})');
  });
});

test('a change is green the good way and red the other', () => {
  const colours = (title: string) => {
    const panel = items(fields(board).panels).find((one) => fields(one).title === title);
    return items(fields(fields(panel).fieldConfig).overrides).flatMap((one) =>
      items(fields(one).properties)
        .map(fields)
        .filter(({ id }) => id === 'color')
        .map(({ value }) => fields(value).fixedColor),
    );
  };
  expect(colours('Active users')).toEqual(['green', 'red']);
  expect(colours('Error rate')).toEqual(['red', 'green']);
});

test('a promise is broken when nothing is left of its budget, or while it pages', () => {
  const slo = 'environment="production",service="feed",slo="fast"';
  expect(askedBy(board, 'Feed latency p99')[1]).toBe(
    `group(ALERTS{alertname="FeedFastBurn",alertstate="firing",${slo}}) or min(slo:error_budget_remaining:ratio{${slo}}) <= bool 0 or vector(-1)`,
  );
});

test('a region that says nothing is not missing', () => {
  expect(askedBy(board, 'Regional status')[0]).toBe(
    'min by (region) (region_healthy) or label_replace(vector(-1), "region", "us-east", "", "") or label_replace(vector(-1), "region", "us-west", "", "")',
  );
  const unknown = boardOf('prod-executive', { ...given, expects: undefined });
  expect(askedBy(unknown, 'Regional status')[0]).toBe('min by (region) (region_healthy)');
});

test('it leads on: home, SLOs, and whatever groups of KPIs there are', () => {
  const links = items(fields(board).links).map(fields);
  expect(links.map(({ title, url, tags }) => [title, url ?? tags])).toEqual([
    ['Home', '/d/prod-home'],
    ['SLOs', '/d/prod-slos'],
    ['KPIs', ['prod', 'kpi-group']],
  ]);
  expect(items(fields(boardOf('prod-home', given)).links).map((one) => fields(one).url)).toContain('/d/prod-executive');
});

test('without trend and regions there are no rows for them', () => {
  const few = s.executive({ title: 'Few', tiles: { Users: { value: s.total(users) } } });
  const bare = boardOf('prod-executive', { executive: few });
  expect(rowOf(bare, 'Figures')).toEqual(['Figures', '  Users [stat 8x5] (short; legend now)']);
  expect(readingOf(bare).filter((line) => !line.startsWith(' '))).toEqual(['Health status', 'Figures']);
});
