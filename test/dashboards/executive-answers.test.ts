/** What the executive board's questions are answered with, by Prometheus' own arithmetic. */
import * as s from 'signalbox';
import { describe, expect, test } from 'vitest';
import { askedBy } from '../boards/compiled-board.ts';
import { latency, region, service } from '../resolve/sample.ts';
import { ask } from '../slo/scenario.ts';
import { boardOf } from './derived.ts';

const healthy = s.gauge('region_healthy', { help: 'Healthy?', unit: 'count', labels: { region } });
const users = s.gauge('users', { help: 'Users.', unit: 'count' });
const promise = latency({});
const board = boardOf('prod-executive', {
  services: [service({ slos: { latency: promise } })],
  executive: s.executive({
    title: 'Executive',
    tiles: { Users: { value: s.total(users), versus: '1d', promise } },
    regions: s.lowest(healthy, { by: ['region'] }),
  }),
  expects: { label: 'region', values: region },
});

const DAY = 24 * 3600;

/** What the queries of a panel are answered with, while these series hold these values; `[before, now]` is a day apart. */
function answers(title: string, series: Readonly<Record<string, number | readonly [number, number]>>) {
  const inputs = Object.entries(series).map(([name, value]) => {
    const [before, now] = typeof value === 'number' ? [value, value] : value;
    return { series: name, signal: (at: number) => (at < DAY ? before : now), scrape: 60, phase: 0 };
  });
  const scenario = { rules: 'groups: []\n', inputs, evaluation: 60, tick: 60 };
  return ask(
    scenario,
    askedBy(board, title).map((expr) => [expr, DAY + 3600]),
  );
}

const own = 'environment="production"';
const fires = (labels: string) => `ALERTS{alertstate="firing",${own},${labels}}`;
const heartbeat = { [fires('alertname="Heartbeat"')]: 1 };

describe('health', () => {
  test.each([
    ['nothing fires', heartbeat, [0]],
    ['the most urgent fires', { ...heartbeat, [fires('severity="P1",alertname="A"')]: 1 }, [2]],
    ['one that does not page fires', { ...heartbeat, [fires('severity="P2",alertname="A"')]: 1 }, [0]],
    ['another stack fires', { ...heartbeat, 'ALERTS{alertstate="firing",environment="x",severity="P1"}': 1 }, [0]],
    ['it is only pending', { ...heartbeat, [`ALERTS{alertstate="pending",${own},severity="P1"}`]: 1 }, [0]],
    ['no rule is evaluated', {}, []],
  ])('%s', (_, series, want) => {
    expect(answers('Health status', series)[0]?.map(({ value }) => value)).toEqual(want);
  });
});

describe('a tile', () => {
  const remaining = `slo:error_budget_remaining:ratio{${own},service="home",slo="latency"}`;
  const pages = fires('alertname="HomeLatencyBurn",service="home",slo="latency",severity="P1"');
  test.each([
    ['more than yesterday', { users: [100, 103] }, [103, 0.03, undefined, -1]],
    ['less than yesterday', { users: [100, 90] }, [90, undefined, 0.1, -1]],
    ['as yesterday', { users: 100 }, [100, 0, undefined, -1]],
    ['from nothing', { users: [0, 5] }, [5, undefined, undefined, -1]],
    ['some budget is left', { users: 1, [remaining]: 0.3 }, [1, 0, undefined, 0]],
    ['no budget is left', { users: 1, [remaining]: -0.1 }, [1, 0, undefined, 1]],
    ['it pages, with budget left', { users: 1, [remaining]: 0.3, [pages]: 1 }, [1, 0, undefined, 1]],
  ] as const)('%s', (_, series, want) => {
    const got = answers('Users', series).map((one) => one[0]?.value);
    expect(got.map((value) => (value === undefined ? undefined : Math.round(value * 1e6) / 1e6))).toEqual(want);
  });
});

test('a region is healthy, is not, or says nothing', () => {
  const said = (series: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      (answers('Regional status', series)[0] ?? []).map(({ labels, value }) => [labels.region, value]),
    );
  expect(said({ 'region_healthy{region="us-east"}': 1, 'region_healthy{region="us-west"}': 0 })).toEqual({
    'us-east': 1,
    'us-west': 0,
  });
  expect(said({ 'region_healthy{region="us-east"}': 1 })).toEqual({ 'us-east': 1, 'us-west': -1 });
});
