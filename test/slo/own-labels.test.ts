/** The names of an organisation's labels change nothing but names: the page of an SLO fires and ends as ever. */
import { expect, test } from 'vitest';
import { compiledSlo, evaluator, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import { firing, follow, spanOf } from './timeline.ts';
import { webTraffic } from './traffic.ts';

/** Long enough for the windows of the fastest tier to be warm. */
const BEGUN = 2.25 * 3600;
const labels = { severity: 'priority', team: 'owner', environment: 'env' };

const outage = (names: typeof labels | undefined) => {
  const own = names === undefined ? {} : { labels: names };
  const { compiled } = compiledSlo(sloOf(own), evaluator(15, 30), own);
  const phases = [
    { seconds: BEGUN, rate: 100 },
    { seconds: 600, rate: 100, errors: 1 },
    { seconds: 3600, rate: 100 },
  ];
  const scenario = {
    rules: rulesText(compiled, ['page', 'rollups', 'budget']),
    inputs: webTraffic(phases, { scrape: 15, phase: 5 }),
    evaluation: 30,
  };
  const exprs = { page: firing('WebAvailabilityBurn'), cost: 'slo:incident_cost:ratio' };
  return follow(scenario, exprs, BEGUN, BEGUN + 2700);
};

test('an outage pages at the same minutes, under the names that the stack gives', () => {
  const [usual, own] = [outage(undefined), outage(labels)];
  const page = spanOf(usual('page'));
  expect(page.unbroken).toBe(true);
  expect(spanOf(own('page'))).toEqual(page);
  expect(
    own('page')
      .get(page.first ?? 0)
      ?.map((one) => one.labels),
  ).toEqual([
    {
      __name__: 'ALERTS',
      alertname: 'WebAvailabilityBurn',
      alertstate: 'firing',
      burn: 'page',
      env: 'test',
      owner: 'web',
      priority: 'P1',
      service: 'web',
      signal: 'errors',
      slo: 'availability',
    },
  ]);
  expect(spanOf(own('cost'), { env: 'test', service: 'web' })).toEqual(spanOf(usual('cost'), { environment: 'test' }));
  expect(spanOf(own('cost')).times.length).toBeGreaterThan(10);
});
