/** Burn tiers and base windows by given and want: the arithmetic of https://sre.google/workbook/alerting-on-slos/, table 5-8. */
import { describe, expect, test } from 'vitest';
import { baseWindow, planSlo, rangeOf } from '../../generators/derive/slo/plan.ts';
import type { SloPlan } from '../../generators/model/slo-plan.ts';
import { printDuration } from '../../generators/promql/index.ts';
import { evaluator, sloOf } from './fixture.ts';

const DAY_MS = 24 * 3600_000;
const at = evaluator(15, 30);

/** `fast 1h/5m x14.4 >0.0144`: windows, factor and threshold of each tier. */
function tiersOf({ page, ticket }: SloPlan): readonly string[] {
  return [...page, ...ticket].map(
    ({ name, longMs, shortMs, factor, threshold }) =>
      `${name} ${printDuration(longMs)}/${printDuration(shortMs)} x${factor} >${threshold}`,
  );
}

const objectiveOf = (objective: string, days: number) => {
  const budget = Number(((100 - Number(objective)) / 100).toPrecision(12));
  return sloOf({ objective: 1 - budget, objectiveText: `${objective}%`, budget, windowMs: days * DAY_MS });
};

describe('the tiers of a window', () => {
  test.each([
    {
      days: 30,
      want: ['fast 1h/5m x14.4 >0.0144', 'medium 6h/30m x6 >0.006', 'slow 1d/2h x3 >0.003', 'long 3d/6h x1 >0.001'],
    },
    {
      days: 28,
      want: [
        'fast 56m/4m40s x14.4 >0.0144',
        'medium 5h36m/28m x6 >0.006',
        'slow 22h24m/1h52m x3 >0.003',
        'long 2d19h12m/5h36m x1 >0.001',
      ],
    },
    {
      days: 7,
      want: [
        // A twelfth of 14 minutes is 70 s; the base window and one evaluation need 105 s.
        'fast 14m/1m45s x14.4 >0.0144',
        'medium 1h24m/7m x6 >0.006',
        'slow 5h36m/28m x3 >0.003',
        'long 16h48m/1h24m x1 >0.001',
      ],
    },
    {
      days: 90,
      want: [
        'fast 3h/15m x14.4 >0.0144',
        'medium 18h/1h30m x6 >0.006',
        'slow 3d/6h x3 >0.003',
        'long 9d/18h x1 >0.001',
      ],
    },
    {
      days: 1,
      want: ['medium 12m/1m45s x6 >0.006', 'slow 48m/4m x3 >0.003', 'long 2h24m/12m x1 >0.001'],
    },
  ])('of $days days', ({ days, want }) => {
    expect(tiersOf(planSlo(objectiveOf('99.9', days), at).plan)).toEqual(want);
  });

  test('the budget consumed when a tier fires is the policy’s, whatever the window', () => {
    for (const days of [30, 28, 7, 90]) {
      const { page, ticket } = planSlo(objectiveOf('99.9', days), at).plan;
      expect([...page, ...ticket].map(({ consumed }) => consumed)).toEqual([0.02, 0.05, 0.1, 0.1]);
    }
  });
});

describe('a tier that nothing can reach is dropped, and said so', () => {
  test.each([
    { objective: '99.9', want: [], codes: [] },
    { objective: '99', want: [], codes: [] },
    { objective: '95', want: [], codes: [] },
    { objective: '93.1', want: [], codes: [] },
    { objective: '93', want: ['fast'], codes: ['slo/tier-dropped'] },
    { objective: '90', want: ['fast'], codes: ['slo/tier-dropped'] },
    { objective: '80', want: ['fast', 'medium'], codes: ['slo/no-page-tier'] },
  ])('$objective %: $want', ({ objective, want, codes }) => {
    const { plan, diagnostics } = planSlo(objectiveOf(objective, 30), at);
    expect(plan.dropped.map(({ name }) => name)).toEqual(want);
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });

  test('the reason has the figures', () => {
    expect(planSlo(objectiveOf('93', 30), at).plan.dropped).toEqual([
      { name: 'fast', reason: '14.4 times the budget is an error ratio of 100.8 %, which nothing can reach' },
    ]);
    expect(planSlo(objectiveOf('99.9', 1), at).plan.dropped).toEqual([
      { name: 'fast', reason: 'its long window of 120 s leaves no room for a short one of at least 105 s' },
    ]);
  });

  test('an SLO that cannot page is an error at its place', () => {
    const slo = objectiveOf('80', 30);
    expect(planSlo(slo, at).diagnostics).toMatchObject([
      { code: 'slo/no-page-tier', level: 'error', address: slo.address },
    ]);
  });
});

describe('retention', () => {
  test.each([
    { kept: 30, codes: ['slo/retention'] },
    { kept: 30.9, codes: ['slo/retention'] },
    { kept: 31, codes: [] },
  ])('$kept days for a window of 30', ({ kept, codes }) => {
    const { diagnostics } = planSlo(objectiveOf('99.9', 30), { ...at, retentionMs: kept * DAY_MS });
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});

describe('the base window is a scrape and whole evaluations, and at least four scrapes', () => {
  test.each([
    { scrape: 15, evaluation: 30, window: 75 },
    { scrape: 15, evaluation: 15, window: 60 },
    { scrape: 15, evaluation: 60, window: 75 },
    { scrape: 30, evaluation: 30, window: 120 },
    { scrape: 30, evaluation: 60, window: 150 },
    { scrape: 60, evaluation: 60, window: 240 },
    { scrape: 10, evaluation: 10, window: 40 },
    { scrape: 60, evaluation: 15, window: 240 },
  ])('$scrape s and $evaluation s: $window s', ({ scrape, evaluation, window }) => {
    const base = baseWindow(evaluator(scrape, evaluation));
    expect(base).toEqual({
      scrapeMs: scrape * 1000,
      intervalMs: evaluation * 1000,
      windowMs: window * 1000,
      queryOffsetMs: 0,
    });
    expect((base.windowMs - base.scrapeMs) % base.intervalMs).toBe(0);
    expect(base.windowMs).toBeGreaterThanOrEqual(4 * base.scrapeMs);
  });

  test.each([
    { scrape: 15, evaluation: 30, window: 300, range: 255 },
    { scrape: 30, evaluation: 30, window: 300, range: 210 },
    { scrape: 60, evaluation: 60, window: 300, range: 120 },
    { scrape: 15, evaluation: 30, window: 105, range: 60 },
  ])('$window s of raw series are $range s of recordings at $scrape s and $evaluation s', (row) => {
    expect(rangeOf(row.window * 1000, baseWindow(evaluator(row.scrape, row.evaluation)))).toBe(row.range * 1000);
  });
});
