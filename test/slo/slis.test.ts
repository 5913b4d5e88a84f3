/** Every kind of promise is kept, broken and kept again, and the page follows. */
import { describe, expect, test } from 'vitest';
import { above, gauge, histogram, labelValues, share } from '../../generators/language/index.ts';
import type { Sli, Slo } from '../../generators/model/stack.ts';
import { compiledSlo, evaluator, requests, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import { firing, follow, spanOf, valueAt } from './timeline.ts';
import { counted, good, type Input, inTurn, type Phase, type Signal, webTraffic } from './traffic.ts';

const SCRAPED = { scrape: 15, phase: 5 };
const BEGIN = 4200;
const END = BEGIN + 1200;
const phases: readonly Phase[] = [
  { seconds: BEGIN, rate: 100 },
  { seconds: END - BEGIN, rate: 100, errors: 1 },
  { seconds: 3000, rate: 100 },
];

const labels = { region: labelValues('eu', 'us') };
const duration = histogram('http_request_duration_seconds', { help: 'Time.', labels, buckets: ['300ms', '1s', '2s'] });
const probe = gauge('probe_success', { help: 'Whether the probe answers.', unit: 'count', labels });
const imported = gauge('import_last_timestamp_seconds', { help: 'Last import.', unit: 'timestamp', labels });

const input = (series: string, signal: Signal): Input => ({ series, signal, ...SCRAPED });
const whole = counted(phases, ({ rate }) => rate);

/** Requests that take longer than a second while the incident lasts, its bound spelt as said. */
const timed = (le: string, region: string): readonly Input[] => [
  input(`http_request_duration_seconds_bucket{region="${region}",le="0.3"}`, () => 0),
  input(`http_request_duration_seconds_bucket{region="${region}",le="${le}"}`, counted(phases, good)),
  input(`http_request_duration_seconds_bucket{region="${region}",le="2${le.slice(1)}"}`, whole),
  input(`http_request_duration_seconds_bucket{region="${region}",le="+Inf"}`, whole),
  input(`http_request_duration_seconds_count{region="${region}"}`, whole),
];
const WITHIN = 300;
/** An import a minute, and none from the moment at which the last one is fresh until BEGIN. */
const lastImport: Signal = (at) => (at >= END ? at - (at % 60) : Math.min(at - (at % 60), BEGIN - WITHIN));

interface Case {
  readonly kind: string;
  readonly sli: Sli;
  readonly inputs: readonly Input[];
  readonly per?: readonly string[];
}

const latency: Sli = { kind: 'latency', metric: duration, withinSeconds: 1 };
const cases: readonly Case[] = [
  {
    kind: 'availability',
    sli: {
      kind: 'availability',
      total: requests,
      bad: [requests.where({ status: /4../ }), requests.where({ status: /5../ })],
    },
    inputs: webTraffic(phases, SCRAPED),
  },
  {
    kind: 'ratio',
    sli: { kind: 'ratio', total: requests, good: [requests.where({ status: /2../ })] },
    inputs: webTraffic(phases, SCRAPED),
  },
  { kind: 'latency, le="1" of Prometheus 2', sli: latency, inputs: timed('1', 'eu') },
  { kind: 'latency, le="1.0" of Prometheus 3', sli: latency, inputs: timed('1.0', 'eu') },
  { kind: 'latency, both in one fleet', sli: latency, inputs: [...timed('1', 'eu'), ...timed('1.0', 'us')] },
  {
    kind: 'uptime',
    sli: { kind: 'uptime', metric: probe },
    inputs: ['eu', 'us'].map((region) =>
      input(
        `probe_success{region="${region}"}`,
        inTurn(phases, ({ errors }) => (errors === 1 ? 0 : 1)),
      ),
    ),
  },
  {
    kind: 'freshness',
    sli: { kind: 'freshness', metric: imported, withinSeconds: WITHIN },
    inputs: [input('import_last_timestamp_seconds', lastImport)],
  },
  {
    kind: 'time-slice',
    sli: { kind: 'time-slice', badWhile: above(share(requests.where({ status: /5../ }), requests), '5%') },
    inputs: webTraffic(phases, SCRAPED),
  },
];

function observed(sli: Sli, inputs: readonly Input[], changes: Partial<Slo> = {}) {
  const { compiled } = compiledSlo(sloOf({ sli, ...changes }), evaluator(15, 30));
  const scenario = { rules: rulesText(compiled, ['page', 'rollups']), inputs, evaluation: 30 };
  const exprs = {
    page: firing('WebAvailabilityBurn'),
    short: 'slo:sli_error:ratio{window="5m"}',
    total: 'slo:sli_total:rate',
  };
  return follow(scenario, exprs, BEGIN - 600, END + 1800);
}

describe.each(cases)('$kind', ({ sli, inputs }) => {
  test('is 0 while good, 1 while bad, 0 again; pages within the bound and clears', () => {
    const of = observed(sli, inputs);
    expect([BEGIN - 60, END - 60, END + 600].map((at) => valueAt(of('short'), at))).toEqual([0, 1, 0]);
    const { first, last, unbroken } = spanOf(of('page'));
    expect(unbroken).toBe(true);
    expect(first).toBeGreaterThanOrEqual(BEGIN + 30);
    expect(first).toBeLessThanOrEqual(BEGIN + 135);
    // Five minutes of the short window, five of the bridge, and how late an edge is seen.
    expect(last).toBeGreaterThan(END);
    expect(last).toBeLessThanOrEqual(END + 600 + 83);
  });
});

test('only half of what is probed is down: half of it is bad', () => {
  const [eu, us] = ['eu', 'us'].map((region) => `probe_success{region="${region}"}`);
  const down = inTurn(phases, ({ errors }) => (errors === 1 ? 0 : 1));
  const of = observed({ kind: 'uptime', metric: probe }, [input(eu ?? '', down), input(us ?? '', () => 1)]);
  expect(valueAt(of('short'), END - 60)).toBe(0.5);
});

test('a slice without traffic is no slice, neither good nor bad', () => {
  const sli = cases.find(({ kind }) => kind === 'time-slice')?.sli ?? latency;
  const idle = phases.map((phase) => (phase.errors === 1 ? { ...phase, rate: 0 } : phase));
  const of = observed(sli, webTraffic(idle, SCRAPED));
  expect([BEGIN, END - 60, END + 600].map((at) => valueAt(of('total'), at))).toEqual([1, 0, 1]);
  expect(spanOf(of('page')).times).toEqual([]);
});

test('with a scope only the bad region’s alert fires, and carries its label', () => {
  const inputs = [
    ...webTraffic(phases, { ...SCRAPED, labels: 'region="eu"' }),
    ...webTraffic(
      phases.map(({ errors: _, ...phase }) => phase),
      { ...SCRAPED, labels: 'region="us"' },
    ),
  ];
  const sli = sloOf().sli;
  const of = observed(sli, inputs, { per: ['region'] });
  const { first, times } = spanOf(of('page'), { region: 'eu' });
  expect(first).toBeLessThanOrEqual(BEGIN + 135);
  expect(times.map((at) => of('page').get(at)?.length)).toEqual(times.map(() => 1));
  expect(valueAt(of('short'), END - 60, { region: 'us' })).toBe(0);
});
