/** A service that falls silent burns no budget: its telemetry alert takes over before the page clears, and says why. */
import { describe, expect, test } from 'vitest';
import { histogram, labelValues } from '../../generators/language/index.ts';
import type { Slo, Stack } from '../../generators/model/stack.ts';
import { compiledSlo, evaluator, requests, sloOf } from './fixture.ts';
import { type Part, rulesText } from './rule-parts.ts';
import { firing, follow, spanOf } from './timeline.ts';
import { type Input, type Phase, type Signal, webTraffic } from './traffic.ts';

const HOUR = 3600;
const MISSING = firing('WebTelemetryMissing');
const PAGE = firing('WebAvailabilityBurn');
const SCRAPED = { scrape: 15, phase: 5 };
/** Three minutes of `for`, the next scrape and the next evaluation. */
const BOUND = 180 + 15 + 30;
/** A recording that fails waits five minutes: the lookback. */
const RECORDING_BOUND = 300 + 30;

function scenarioOf(
  inputs: readonly Input[],
  parts: readonly Part[],
  slo: Partial<Slo> = {},
  stack: Partial<Stack> = {},
) {
  const { compiled } = compiledSlo(sloOf(slo), evaluator(15, 30), stack);
  return { rules: rulesText(compiled, parts), inputs, evaluation: 30 };
}

/** What becomes of a series at a second: `stale`, as Prometheus marks it, or undefined for no more samples. */
const endsAt =
  (second: number, end: 'stale' | undefined) =>
  (input: Input): Input => ({
    ...input,
    signal: (at) => (at < second ? input.signal(at) : end),
  });
const isUp = ({ series }: Input): boolean => series.startsWith('up{');

describe('each reason is told apart', () => {
  const quiet = 600;
  const traffic = webTraffic([{ seconds: HOUR, rate: 100 }], SCRAPED);
  const gone = endsAt(quiet, 'stale');
  const answersNot = (input: Input): Input => ({ ...input, signal: (at) => (at < quiet ? 1 : 0) });
  test.each([
    {
      what: 'targets answer no scrape',
      inputs: traffic.map((one) => (isUp(one) ? answersNot(one) : gone(one))),
      reason: 'targets-down',
    },
    { what: 'targets are not discovered', inputs: traffic.map(gone), reason: 'targets-gone' },
    {
      what: 'the metric is renamed',
      inputs: traffic.map((one) => (isUp(one) ? one : gone(one))),
      reason: 'metric-missing',
    },
  ])('$what: $reason', ({ inputs, reason }) => {
    const scenario = scenarioOf(inputs, ['base', 'telemetry']);
    const missing = follow(scenario, { missing: MISSING }, 0, quiet + 1200)('missing');
    const { first = Number.NaN, last, times } = spanOf(missing, { reason, severity: 'P1' });
    expect(first).toBeGreaterThanOrEqual(quiet + 180);
    expect(first).toBeLessThanOrEqual(quiet + BOUND);
    expect(last).toBe(quiet + 1200);
    expect(times.map((at) => missing.get(at)?.length)).toEqual(times.map(() => 1));
  });

  test('the rules are not evaluated: recording-failing, naming the SLO', () => {
    const missing = follow(scenarioOf(traffic, ['telemetry']), { missing: MISSING }, 0, 600)('missing');
    const labels = { reason: 'recording-failing', slo: 'availability' };
    expect(spanOf(missing, labels).first).toBeLessThanOrEqual(RECORDING_BOUND + 15);
    expect(missing.get(600)).toHaveLength(1);
  });

  test('a healthy service says nothing', () => {
    const all = follow(scenarioOf(traffic, ['base', 'telemetry']), { all: '{__name__="ALERTS"}' }, 60, 1200)('all');
    expect(spanOf(all).times).toEqual([]);
  });
});

test('each expected region is missed by name, and no other', () => {
  const traffic = ['eu', 'us'].flatMap((region) =>
    webTraffic([{ seconds: 3 * HOUR, rate: 100 }], { ...SCRAPED, labels: `region="${region}"` }),
  );
  const inputs = traffic.map((one) =>
    one.series.includes('region="us"') && !isUp(one) ? endsAt(600, 'stale')(one) : one,
  );
  const expects = { label: 'region', values: ['eu', 'us'] };
  const scenario = scenarioOf(inputs, ['base', 'telemetry'], {}, { expects });
  const missing = follow(scenario, { missing: MISSING }, 0, 1200)('missing');
  expect(spanOf(missing, { reason: 'metric-missing', region: 'us' }).first).toBeLessThanOrEqual(600 + BOUND);
  expect(missing.get(1200)).toHaveLength(1);
});

test('a region whose targets do not answer is down, and its metrics are not renamed', () => {
  const inputs = ['eu', 'us'].flatMap((region) =>
    webTraffic([{ seconds: HOUR, rate: 100 }], { ...SCRAPED, labels: `region="${region}"` }).map((one): Input => {
      if (region === 'eu') return one;
      return isUp(one) ? { ...one, signal: (at) => (at < 600 ? 1 : 0) } : endsAt(600, 'stale')(one);
    }),
  );
  const scenario = scenarioOf(
    inputs,
    ['base', 'telemetry'],
    {},
    { expects: { label: 'region', values: ['eu', 'us'] } },
  );
  const missing = follow(scenario, { missing: MISSING }, 0, 1200)('missing');
  expect(spanOf(missing, { reason: 'region-down', region: 'us' }).first).toBeLessThanOrEqual(600 + BOUND);
  expect(missing.get(1200)).toHaveLength(1);
});

test('a service on a shared metric is missed by its own series, though those of others go on', () => {
  const inputs = ['eu', 'us'].flatMap((region) =>
    webTraffic([{ seconds: HOUR, rate: 100 }], { ...SCRAPED, labels: `region="${region}"` }).map((one) =>
      region === 'eu' && !isUp(one) ? endsAt(600, 'stale')(one) : one,
    ),
  );
  const services = compiledSlo(sloOf(), evaluator(15, 30)).compiled.stack.services.map((service) => ({
    ...service,
    requests: requests.where({ region: 'eu' }),
  }));
  const missing = follow(
    scenarioOf(inputs, ['base', 'telemetry'], {}, { services }),
    { missing: MISSING },
    0,
    1200,
  )('missing');
  expect(spanOf(missing, { reason: 'metric-missing' }).first).toBeLessThanOrEqual(600 + BOUND);
  expect(missing.get(1200)).toHaveLength(1);
});

test('an SLO that was never asked anything is recorded, and where no traffic is bad it fails', () => {
  const idle = webTraffic([{ seconds: HOUR, rate: 0 }], SCRAPED);
  const scenario = scenarioOf(idle, ['page', 'telemetry'], { noTraffic: 'bad' });
  const of = follow(scenario, { missing: MISSING, ratio: 'slo:sli_error:ratio{window="5m"}' }, 60, 1800);
  expect(spanOf(of('missing')).times).toEqual([]);
  expect(
    of('ratio')
      .get(1800)
      ?.map(({ value }) => value),
  ).toEqual([1]);
});

/** An hour after the SLO was born, when the fast tier alone pages: no other page clears as soon. */
const crash = HOUR + 900;
const outage: readonly Phase[] = [
  { seconds: crash - 300, rate: 100 },
  { seconds: 300, rate: 100, errors: 1 },
];

test.each([
  { end: 'stale' as const, how: 'its series end as they do when a scrape fails' },
  { end: undefined, how: 'its series just end, and the lookback holds them for five minutes' },
])('five minutes of total outage, then silence: the telemetry alert fires before the page clears ($how)', ({ end }) => {
  const inputs = webTraffic(outage, SCRAPED).map(endsAt(crash, end));
  const scenario = scenarioOf(inputs, ['page', 'rollups', 'telemetry']);
  const of = follow(scenario, { page: PAGE, missing: MISSING }, crash - 300, crash + HOUR);
  const [page, missing] = [spanOf(of('page')), spanOf(of('missing'))];
  expect(page.unbroken).toBe(true);
  expect(page.last).toBeGreaterThan(crash);
  expect(missing.first).toBeLessThan(page.last ?? 0);
  expect(missing.last).toBe(crash + HOUR);
  expect(missing.unbroken).toBe(true);
});

describe('an SLO on a metric of its own', () => {
  const region = labelValues('eu', 'us');
  const duration = histogram('http_request_duration_seconds', {
    help: 'Time.',
    labels: { region },
    buckets: ['300ms', '1s'],
  });
  const slo: Partial<Slo> = { sli: { kind: 'latency', metric: duration, withinSeconds: 0.3 } };
  const rising: Signal = (at) => 1000 + at;
  const series = (name: string): Input => ({
    series: `http_request_duration_seconds${name}`,
    signal: rising,
    ...SCRAPED,
  });
  const buckets = ['_bucket{job="web",le="0.3"}', '_bucket{job="web",le="+Inf"}', '_count{job="web"}'].map(series);
  const traffic = [...webTraffic([{ seconds: HOUR, rate: 100 }], SCRAPED), ...buckets];

  test.each([
    { what: 'the whole metric is gone', of: 'http_request_duration_seconds', reason: 'metric-missing' },
    {
      what: 'only the promised bucket is gone',
      of: 'http_request_duration_seconds_bucket{job="web",le="0.3"}',
      reason: 'recording-failing',
    },
  ])('is missed when $what', ({ of, reason }) => {
    const inputs = traffic.map((one) => (one.series.startsWith(of) ? endsAt(600, 'stale')(one) : one));
    const missing = follow(scenarioOf(inputs, ['base', 'telemetry'], slo), { missing: MISSING }, 60, 1200)('missing');
    const about =
      reason === 'metric-missing' ? { metric: 'http_request_duration_seconds_count' } : { slo: 'availability' };
    const { first = Number.NaN } = spanOf(missing, { reason, ...about });
    expect(first).toBeGreaterThanOrEqual(780);
    // The recording outlives its series by a base window.
    expect(first).toBeLessThanOrEqual(600 + 75 + RECORDING_BOUND);
    expect(missing.get(1200)).toHaveLength(1);
  });

  test('is not missed while it is there', () => {
    const missing = follow(scenarioOf(traffic, ['base', 'telemetry'], slo), { missing: MISSING }, 60, 1200)('missing');
    expect(spanOf(missing).times).toEqual([]);
  });
});
