/** With little traffic one failed request is a large share: the floor of bad events decides, not the share. */
import { expect, test } from 'vitest';
import { compiledSlo, evaluator, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import { ask } from './scenario.ts';
import { firing, follow, spanOf } from './timeline.ts';
import { type Phase, webTraffic } from './traffic.ts';

const HOUR = 3600;
const DUSK = HOUR + 360;

/** A request a minute, and so many that fail within as many seconds. */
const nightWith = (failures: number): readonly Phase[] => [
  { seconds: DUSK, rate: 1 / 60 },
  { seconds: failures, rate: 1, errors: 1 },
  { seconds: HOUR, rate: 1 / 60 },
];

test.each([
  { minimumBadEvents: 1, failures: 1, pages: true },
  { minimumBadEvents: 5, failures: 1, pages: false },
  { minimumBadEvents: 5, failures: 4, pages: false },
  { minimumBadEvents: 5, failures: 5, pages: true },
  // At this rhythm seven events add up to 6.999….
  { minimumBadEvents: 7, failures: 6, pages: false, scrape: 60, evaluation: 60 },
  { minimumBadEvents: 7, failures: 7, pages: true, scrape: 60, evaluation: 60 },
])('$failures failed at a floor of $minimumBadEvents: pages $pages', (row) => {
  const { minimumBadEvents, failures, pages, scrape = 15, evaluation = 30 } = row;
  const { compiled } = compiledSlo(sloOf({ minimumBadEvents }), evaluator(scrape, evaluation));
  const inputs = webTraffic(nightWith(failures), { scrape, phase: scrape / 3 });
  const scenario = { rules: rulesText(compiled, ['page', 'rollups']), inputs, evaluation };
  const page = follow(scenario, { page: firing('WebAvailabilityBurn') }, DUSK, DUSK + 1200)('page');
  expect(spanOf(page).times.length > 0).toBe(pages);
  // The share is over the threshold each time: 1 of 61 is 1.6 %.
  const [ratio = []] = ask(scenario, [['slo:sli_error:ratio{window="1h"}', DUSK + 240]]);
  expect(ratio[0]?.value).toBeGreaterThan(0.0144);
});
