/** One incident is one page and one resolved; nobody is newly told of it when it is over. */
import { expect, test } from 'vitest';
import { compiledSlo, evaluator, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import { firing, follow, spanOf } from './timeline.ts';
import { type Phase, webTraffic } from './traffic.ts';

const HOUR = 3600;
const PAGE = firing('WebAvailabilityBurn');
const TICKET = firing('WebAvailabilityBurnSlow');

/** A ten-minute total outage after so long a history. */
const outageAfter = (seconds: number): readonly Phase[] => [
  { seconds, rate: 100 },
  { seconds: 600, rate: 100, errors: 1 },
  { seconds: 8 * HOUR, rate: 100 },
];

test('a ten-minute outage after eight hours is one unbroken page with one label set, by the whole file', () => {
  const { compiled } = compiledSlo(sloOf(), evaluator(15, 30));
  const inputs = webTraffic(outageAfter(8 * HOUR), { scrape: 15, phase: 5 });
  const scenario = { rules: rulesText(compiled), inputs, evaluation: 30 };
  const end = 8 * HOUR + 600;
  const of = follow(scenario, { page: PAGE, any: 'ALERTS{alertname!="Heartbeat"}' }, 8 * HOUR - 600, end + 2400);
  const { first, last, unbroken, times } = spanOf(of('page'));
  expect({ first, last, unbroken }).toEqual({ first: 8 * HOUR + 90, last: end + 34.5 * 60, unbroken: true });
  const labelSets = new Set(
    times.flatMap((at) =>
      of('page')
        .get(at)
        ?.map(({ labels }) => JSON.stringify(labels)),
    ),
  );
  expect([...labelSets].map((text): unknown => JSON.parse(text ?? 'null'))).toEqual([
    {
      __name__: 'ALERTS',
      alertname: 'WebAvailabilityBurn',
      alertstate: 'firing',
      burn: 'page',
      environment: 'test',
      service: 'web',
      severity: 'P1',
      signal: 'errors',
      slo: 'availability',
      team: 'web',
    },
  ]);
  expect(spanOf(of('any'))).toEqual({ first, last, unbroken, times });
});

test('from recovery on no ticket fires for what was paged, though every ticket tier burns', () => {
  // At 5 m, because promtool refuses 10,000 samples of a series; 78 h, so that the long tier (3 d) is warm.
  const { compiled } = compiledSlo(sloOf(), evaluator(60, 300));
  const inputs = webTraffic(outageAfter(78 * HOUR), { scrape: 60, phase: 20 });
  const scenario = { rules: rulesText(compiled, ['page', 'ticket']), inputs, evaluation: 300, tick: 20 };
  const [begun, end] = [78 * HOUR, 78 * HOUR + 600];
  // Not because the tickets' conditions are false: both windows of both tiers are over their thresholds.
  const over = (window: string, threshold: number) => `slo:sli_error:ratio{window="${window}"} > ${threshold}`;
  const exprs = {
    page: PAGE,
    ticket: TICKET,
    slow: `${over('1d', 0.003)} and ignoring(window) (${over('2h', 0.003)})`,
    long: `${over('3d', 0.001)} and ignoring(window) (${over('6h', 0.001)})`,
  };
  const of = follow(scenario, exprs, begun - HOUR, end + 7 * HOUR);
  expect(spanOf(of('page'))).toMatchObject({ unbroken: true });
  expect(spanOf(of('slow')).last).toBeGreaterThan(end + 1.5 * HOUR);
  expect(spanOf(of('long')).last).toBeGreaterThan(end + 3 * HOUR);
  expect(spanOf(of('ticket')).times).toEqual([]);
});
