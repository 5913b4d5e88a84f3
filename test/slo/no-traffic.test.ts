/** What a time without traffic means is the author's choice; it is never NaN. */
import { describe, expect, test } from 'vitest';
import type { Slo } from '../../generators/model/stack.ts';
import { type CompiledSlo, compiledSlo, evaluator, sloOf } from './fixture.ts';
import { rulesText } from './rule-parts.ts';
import { ask, type Scenario } from './scenario.ts';
import { firing, follow, spanOf, valueAt } from './timeline.ts';
import { lengthOf, type Phase, type Scraped, webTraffic } from './traffic.ts';

const HOUR = 3600;
const PAGE = firing('WebAvailabilityBurn');
const DUSK = 1.25 * HOUR;
const DAWN = DUSK + 2 * HOUR;
const night: readonly Phase[] = [
  { seconds: DUSK, rate: 100 },
  { seconds: DAWN - DUSK, rate: 0 },
  { seconds: HOUR, rate: 100 },
];

function scenarioOf(slo: Partial<Slo>, phases: readonly Phase[], scraped: Partial<Scraped> = {}) {
  const found = compiledSlo(sloOf(slo), evaluator(15, 30));
  const inputs = webTraffic(phases, { scrape: 15, phase: 5, ...scraped });
  const scenario: Scenario = { rules: rulesText(found.compiled, ['page', 'ticket', 'budget']), inputs, evaluation: 30 };
  return { ...found, scenario, end: lengthOf(phases) };
}

const recordings = ({ compiled }: CompiledSlo): readonly string[] => [
  ...new Set(
    compiled.observables.ruleFiles.flatMap(({ groups }) =>
      groups.flatMap(({ rules }) => rules.flatMap((rule) => (rule.kind === 'recording' ? [rule.record] : []))),
    ),
  ),
];

/** How often a series was NaN at an evaluation: only NaN differs from itself. */
const nanCount = (expr: string, seconds: number): string =>
  `sum(count_over_time((${expr} != ${expr})[${seconds}s:30s]))`;

describe.each(['good', 'unknown', 'bad'] as const)('where no traffic is %s', (noTraffic) => {
  test('nothing recorded is ever NaN', () => {
    const { scenario, end, ...found } = scenarioOf({ noTraffic }, night);
    const names = recordings(found).filter((name) => name.startsWith('slo:'));
    expect(names.length).toBeGreaterThanOrEqual(14);
    const control = '(slo:sli_total:rate * 0 / 0)';
    const answers = ask(
      scenario,
      [control, ...names].map((expr) => [nanCount(expr, end), end] as const),
    );
    const [caught = [], ...nans] = answers;
    expect(caught[0]?.value).toBeGreaterThan(100);
    expect(nans).toEqual(names.map(() => []));
  });
});

const NIGHT_QUESTIONS = {
  page: PAGE,
  hour: 'slo:sli_error:ratio{window="1h"}',
  short: 'slo:sli_error:ratio{window="5m"}',
};

test('a good night has an error ratio of zero and pages nobody', () => {
  const { scenario, end } = scenarioOf({ noTraffic: 'good' }, night);
  const of = follow(scenario, NIGHT_QUESTIONS, DUSK, end);
  expect(spanOf(of('page')).times).toEqual([]);
  for (const key of ['hour', 'short'] as const) {
    const values = [...of(key).keys()].map((at) => valueAt(of(key), at));
    expect(new Set(values)).toEqual(new Set([0]));
  }
});

test('a night of which nothing is known has no error ratio, and pages nobody', () => {
  const { scenario, end } = scenarioOf({ noTraffic: 'unknown' }, night);
  const of = follow(scenario, NIGHT_QUESTIONS, DUSK, end);
  expect(spanOf(of('page')).times).toEqual([]);
  expect(valueAt(of('short'), DUSK)).toBe(0);
  expect(valueAt(of('short'), DUSK + 600)).toBeUndefined();
  expect(valueAt(of('hour'), DUSK + 600)).toBe(0);
  expect(valueAt(of('hour'), DAWN - 600)).toBeUndefined();
  expect(valueAt(of('short'), DAWN + 600)).toBe(0);
});

test.each([
  { idle: 'no requests', gone: false },
  { idle: 'no series', gone: true },
])('a bad night ($idle) burns like an outage, pages all night, and clears', ({ gone }) => {
  const phases = night.map((phase) => (phase.rate === 0 ? { ...phase, gone } : phase));
  const { scenario, end } = scenarioOf({ noTraffic: 'bad' }, phases);
  const { first, last, unbroken } = spanOf(follow(scenario, { page: PAGE }, DUSK, end)('page'));
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
    { seconds: HOUR, rate: 100, restart: true },
  ];
  const { scenario, end } = scenarioOf({}, phases, { lateErrors: true });
  const of = follow(scenario, { page: PAGE, bad: 'slo:sli_bad:rate', short: NIGHT_QUESTIONS.short }, DUSK - 600, end);
  expect(valueAt(of('bad'), DUSK)).toBe(0);
  expect(valueAt(of('short'), DUSK)).toBe(0);
  // The count with which a series is born is lost: it fires one scrape later at most.
  expect(spanOf(of('page')).first).toBeLessThanOrEqual(DUSK + 135 + 15);
  expect(valueAt(of('bad'), DUSK + 900)).toBe(0);
  expect(valueAt(of('short'), DUSK + 1200)).toBe(0);
});
