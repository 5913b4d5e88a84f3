/** What a time without traffic means is the author's choice; it is never NaN. */
import { expect, test } from 'vitest';
import type { Slo } from '../../generators/model/stack.ts';
import { type CompiledSlo, compiledSlo, evaluator, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import type { Scenario } from './scenario.ts';
import { firing, follow, spanOf, valueAt } from './timeline.ts';
import { lengthOf, type Phase, type Scraped, webTraffic } from './traffic.ts';

const HOUR = 3600;
const PAGE = firing('WebAvailabilityBurn');
const DUSK = 1.25 * HOUR;
/** Long enough for the hour's window to hold nothing but idleness. */
const DAWN = DUSK + 1.25 * HOUR;
const night: readonly Phase[] = [
  { seconds: DUSK, rate: 100 },
  { seconds: DAWN - DUSK, rate: 0 },
  { seconds: HOUR / 2, rate: 100 },
];

function scenarioOf(slo: Partial<Slo>, phases: readonly Phase[], scraped: Partial<Scraped> = {}) {
  const found = compiledSlo(sloOf(slo), evaluator(15, 30));
  const inputs = webTraffic(phases, { scrape: 15, phase: 5, ...scraped });
  const scenario: Scenario = { rules: rulesText(found.compiled, ['page', 'ticket', 'budget']), inputs, evaluation: 30 };
  return { ...found, scenario, end: lengthOf(phases) };
}

function recordingsOf({ compiled }: CompiledSlo): readonly string[] {
  const rules = compiled.observables.ruleFiles.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  const names = rules.flatMap((rule) => (rule.kind === 'recording' ? [rule.record] : []));
  return [...new Set(names)].filter((name) => name.startsWith('slo:'));
}

/** Only NaN differs from itself. */
const nans = (expr: string): string => `count(${expr} != ${expr})`;

const ASKED = {
  page: PAGE,
  hour: 'slo:sli_error:ratio{window="1h"}',
  short: 'slo:sli_error:ratio{window="5m"}',
  control: nans('(slo:sli_total:rate * 0 / 0)'),
};

/** The whole night, from the first scrape on; `nan` is there when any recording is NaN. */
function nightWhere(noTraffic: Slo['noTraffic'], gone = false) {
  const phases = night.map((phase) => (phase.rate === 0 ? { ...phase, gone } : phase));
  const { scenario, end, ...found } = scenarioOf({ noTraffic }, phases);
  const names = recordingsOf(found);
  const of = follow(scenario, { ...ASKED, nan: names.map(nans).join(' or ') }, 0, end);
  expect(names.length).toBeGreaterThanOrEqual(14);
  expect(spanOf(of('control')).times.length).toBeGreaterThan(100);
  expect(spanOf(of('nan')).times).toEqual([]);
  return of;
}

test('a good night has an error ratio of zero, never NaN, and pages nobody', () => {
  const of = nightWhere('good');
  expect(spanOf(of('page')).times).toEqual([]);
  for (const key of ['hour', 'short'] as const) {
    const timeline = of(key);
    const values = [...timeline.keys()].filter((at) => at >= DUSK).map((at) => valueAt(timeline, at));
    expect(new Set(values)).toEqual(new Set([0]));
  }
});

test('a night of which nothing is known has no error ratio, nor NaN, and pages nobody', () => {
  const of = nightWhere('unknown');
  expect(spanOf(of('page')).times).toEqual([]);
  expect([DUSK, DUSK + 600, DAWN + 600].map((at) => valueAt(of('short'), at))).toEqual([0, undefined, 0]);
  expect([DUSK + 600, DAWN - 600].map((at) => valueAt(of('hour'), at))).toEqual([0, undefined]);
});

test.each([
  { idle: 'no requests', gone: false },
  { idle: 'no series', gone: true },
])('a bad night ($idle) burns like an outage without NaN, pages all night, and clears', ({ gone }) => {
  const { first, last, unbroken } = spanOf(nightWhere('bad', gone)('page'));
  expect(unbroken).toBe(true);
  // A base window passes before it is idle, then it is a total outage: detected within 135 s.
  expect(first).toBeGreaterThan(DUSK + 52);
  expect(first).toBeLessThanOrEqual(DUSK + 75 + 135);
  expect(last).toBeGreaterThanOrEqual(DAWN);
  expect(last).toBeLessThan(DAWN + 12 * 60);
});

test('an error series that does not exist yet is no error, and one that appears counts', () => {
  const phases = [
    { seconds: DUSK, rate: 100 },
    { seconds: 600, rate: 100, errors: 1 },
    // The process restarts, and its error series are gone again.
    { seconds: HOUR / 2, rate: 100, restart: true },
  ];
  const { scenario, end } = scenarioOf({}, phases, { lateErrors: true });
  const of = follow(scenario, { page: PAGE, bad: 'slo:sli_bad:rate', short: ASKED.short }, DUSK - 600, end);
  expect(valueAt(of('bad'), DUSK)).toBe(0);
  expect(valueAt(of('short'), DUSK)).toBe(0);
  // The count with which a series is born is lost: it fires one scrape later at most.
  expect(spanOf(of('page')).first).toBeLessThanOrEqual(DUSK + 135 + 15);
  expect(valueAt(of('bad'), DUSK + 900)).toBe(0);
  expect(valueAt(of('short'), DUSK + 1200)).toBe(0);
});
