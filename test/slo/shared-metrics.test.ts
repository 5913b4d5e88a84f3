/** Two services on one metric, told apart by a label: the outage of one, and its silence, are paged for it alone. */
import { expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import * as chapter from '../cases/18-shared-metrics/definition.ts';
import { follow, spanOf } from './timeline.ts';
import { bad, counted, good, type Input, type Phase } from './traffic.ts';

const HOUR = 3600;
const SERIES = 'http_server_request_duration_seconds';
const rules = compile(chapter.default, new Map())
  .artifacts.filter(({ path }) => /rules\/(checkout|search)\.yaml$/.test(path))
  .map(({ content }) => content);

/** All requests take 100 ms, within what both services promise; failed ones have a status of their own. */
function traffic(service: string, phases: readonly Phase[]): readonly Input[] {
  const of = (name: string, status: string, more: string, perSecond: (phase: Phase) => number): Input => ({
    series: `${SERIES}_${name}{job="collector",service_name="${service}",http_response_status_code="${status}"${more}}`,
    signal: counted(phases, perSecond),
    scrape: 15,
    phase: 5,
  });
  return [
    ...['0.25', '0.5', '+Inf'].map((le) => of('bucket', '200', `,le="${le}"`, good)),
    ...['0.25', '0.5', '+Inf'].map((le) => of('bucket', '503', `,le="${le}"`, bad)),
    of('count', '200', '', good),
    of('count', '503', '', bad),
  ];
}

/** The groups of both files in one, but for the budgets, which no page reads to fire. */
const groups = rules.flatMap((text) => text.split(/^(?= {2}- name: )/m).slice(1));
const merged = `groups:\n${groups.filter((group) => !/^ {2}- name: \S+ \S+ budget$/m.test(group)).join('')}`;

const firing = (phases: readonly Phase[]) => {
  const calm = [{ seconds: 4 * HOUR, rate: 50 }];
  const inputs = [...traffic('checkout', phases), ...traffic('search', calm), ...traffic('suggest', calm)];
  const until = phases.reduce((sum, { seconds }) => sum + seconds, 0);
  const any = 'count by (alertname, service) (ALERTS{alertstate="firing"})';
  const of = follow({ rules: merged, inputs, evaluation: 30 }, { any }, 2 * HOUR, until);
  const samples = [...of('any').values()].flat().map(({ labels }) => `${labels.service}: ${labels.alertname}`);
  return { of, names: [...new Set(samples)].sort() };
};

const before = { seconds: 2 * HOUR, rate: 100 };
const after = { seconds: 900, rate: 100 };

test('there are the rules of two services', () => {
  expect(merged.match(/record: slo:sli_bad:rate/g)).toHaveLength(4);
  expect(rules).toHaveLength(2);
  expect(groups.length).toBeGreaterThan(merged.match(/^ {2}- name: /gm)?.length ?? 0);
});

test('an outage of the checkout pages for the checkout, once', () => {
  const { of, names } = firing([before, { seconds: 600, rate: 100, errors: 1 }, after]);
  expect(names).toEqual(['checkout: CheckoutAvailabilityBurn']);
  const { first } = spanOf(of('any'), { service: 'checkout' });
  expect(first).toBeGreaterThan(2 * HOUR);
  expect(first).toBeLessThanOrEqual(2 * HOUR + 150);
});

test('a checkout that falls silent is missed, though the metric goes on for others', () => {
  const { of, names } = firing([before, { seconds: 1200, rate: 100, gone: true }]);
  expect(names).toEqual(['checkout: CheckoutTelemetryMissing']);
  expect(spanOf(of('any'), { service: 'checkout' }).first).toBeLessThanOrEqual(2 * HOUR + 240);
});
