/** A window with less history than its length is warming up: two bad minutes are not ten percent of a month. */
import { expect, test } from 'vitest';
import { compiledSlo, evaluator, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import { ask } from './scenario.ts';
import { firing, follow, spanOf } from './timeline.ts';
import { type Phase, webTraffic } from './traffic.ts';

const MINUTE = 60;
const HOUR = 3600;
const PAGE = firing('WebAvailabilityBurn');

function scenarioOf(phases: readonly Phase[]) {
  const { compiled } = compiledSlo(sloOf(), evaluator(15, 30));
  const inputs = webTraffic(phases, { scrape: 15, phase: 5 });
  return { rules: rulesText(compiled, ['page', 'ticket']), inputs, evaluation: 30 };
}

test('an SLO ten minutes old with two minutes of 2 % errors fires nothing', () => {
  const scenario = scenarioOf([
    { seconds: 10 * MINUTE, rate: 100 },
    { seconds: 2 * MINUTE, rate: 100, errors: 0.02 },
    { seconds: HOUR, rate: 100 },
  ]);
  const all = follow(scenario, { all: '{__name__="ALERTS"}' }, 0, 12 * MINUTE + HOUR)('all');
  expect(spanOf(all).times).toEqual([]);
  // Without the guard both ticket tiers would have fired: what there is of a day and of three is over their thresholds.
  const share = 'sum_over_time(slo:sli_bad:rate[3d]) / sum_over_time(slo:sli_total:rate[3d])';
  const [unguarded = [], guarded] = ask(scenario, [
    [share, 13 * MINUTE],
    ['slo:sli_error:ratio{window=~"1h|6h|1d|3d"}', 13 * MINUTE],
  ]);
  expect(unguarded[0]?.value).toBeGreaterThan(0.003);
  expect(guarded).toEqual([]);
});

test('the fast tier pages as soon as it has its hour, while the slower ones still warm up', () => {
  const begun = HOUR + 5 * MINUTE;
  const scenario = scenarioOf([
    { seconds: begun, rate: 100 },
    { seconds: 10 * MINUTE, rate: 100, errors: 1 },
    { seconds: HOUR, rate: 100 },
  ]);
  const of = follow(scenario, { page: PAGE, warm: 'slo:sli_error:ratio{window=~"6h|1d|3d"}' }, begun, begun + HOUR);
  const { first, last } = spanOf(of('page'));
  expect(first).toBe(begun + 90);
  // Five minutes of the short window and five of the bridge after the ten of the outage; the medium tier would take 35.
  expect(last).toBeLessThan(begun + 22 * MINUTE);
  expect(spanOf(of('warm')).times).toEqual([]);
});
