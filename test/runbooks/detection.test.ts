/** Detection and reset of burn tiers: https://sre.google/workbook/alerting-on-slos/, chapter 5, by given and want. */
import { expect, test } from 'vitest';
import { detectionRows } from '../../generators/emit/runbooks/slo-figures.ts';
import {
  budgetEvents,
  budgetMinutes,
  detectionBoundMs,
  detectionMs,
  resetMs,
} from '../../generators/model/slo-detection.ts';
import type { BurnTier } from '../../generators/model/slo-plan.ts';
import { availability, planOf } from './sample-definitions.ts';

const plan = planOf(availability);

function tier(name: string): BurnTier {
  const found = [...plan.page, ...plan.ticket].find((one) => one.name === name);
  if (found === undefined) throw new Error(`no tier ${name}`);
  return found;
}

const s = 1000;
const m = 60 * s;
const h = 60 * m;

// 99.9 % over 30 days.
test.each([
  { name: 'fast', errorRatio: 1, detection: 51.84 * s, reset: 4 * m + 55.68 * s },
  { name: 'medium', errorRatio: 1, detection: 2 * m + 9.6 * s, reset: 29 * m + 49.2 * s },
  { name: 'slow', errorRatio: 1, detection: 4 * m + 19.2 * s, reset: h + 59 * m + 38.4 * s },
  { name: 'long', errorRatio: 1, detection: 4 * m + 19.2 * s, reset: 5 * h + 59 * m + 38.4 * s },
  // 2 % against 1.44 %: slow to fire, quick to clear.
  { name: 'fast', errorRatio: 0.02, detection: 43.2 * m, reset: 1.4 * m },
  { name: 'medium', errorRatio: 0.008, detection: 4.5 * h, reset: 7.5 * m },
  { name: 'slow', errorRatio: 0.01, detection: 7.2 * h, reset: 84 * m },
])('$name at an error ratio of $errorRatio', ({ name, errorRatio, detection, reset }) => {
  expect(detectionMs(tier(name), plan, errorRatio)).toBe(detection);
  expect(resetMs(tier(name), plan, errorRatio)).toBe(reset);
});

test.each([
  { name: 'fast', errorRatio: 0.0144 },
  { name: 'medium', errorRatio: 0.006 },
  { name: 'long', errorRatio: 0.001 },
  { name: 'long', errorRatio: 0 },
])('$name does not fire at its threshold or below: $errorRatio', ({ name, errorRatio }) => {
  expect(detectionMs(tier(name), plan, errorRatio)).toBeUndefined();
  expect(detectionBoundMs(tier(name), plan, errorRatio)).toBeUndefined();
  expect(resetMs(tier(name), plan, errorRatio)).toBeUndefined();
});

// Scrapes every 15 s, evaluations every 30 s: w = 75 s. Tickets are evaluated every 150 s.
test.each([
  { name: 'fast', queryOffsetMs: 0, bound: (51.84 + 37.5 + 15 + 30) * s },
  { name: 'long', queryOffsetMs: 0, bound: (259.2 + 37.5 + 15 + 150) * s },
  { name: 'fast', queryOffsetMs: 60 * s, bound: (51.84 + 37.5 + 15 + 30 + 60) * s },
])('$name fires at the latest, query offset $queryOffsetMs', ({ name, queryOffsetMs, bound }) => {
  const delayed = { ...plan, base: { ...plan.base, queryOffsetMs } };
  expect(detectionBoundMs(tier(name), delayed, 1)).toBe(bound);
});

// 99.5 % over 30 days: the page fires above 3 %, the ticket above 0.5 %.
test.each([
  {
    title: '10% errors',
    rows: [
      ['fast', '43m12s', '44m35s', '1m24s'],
      ['medium', '1h48m', '1h49m23s', '21m'],
    ],
  },
  { title: '1% errors', rows: [['long', '1d12h', '1d12h3m23s', '3h']] },
])('a ticket has times only where nothing pages: $title', ({ title, rows }) => {
  const got = detectionRows(planOf({ ...availability, budget: 0.005 })).filter((row) => row.title === title);
  expect(got.map(({ name, fires, bound, clears }) => [name, fires, bound, clears])).toEqual(rows);
});

test.each([
  { budget: 0.001, windowMs: 30 * 24 * h, minutes: 43.2 },
  { budget: 0.0001, windowMs: 30 * 24 * h, minutes: 4.32 },
  { budget: 0.1, windowMs: h, minutes: 6 },
])('a budget of $budget over $windowMs ms is $minutes minutes', ({ budget, windowMs, minutes }) => {
  expect(budgetMinutes({ ...plan, slo: { ...plan.slo, budget } }, windowMs)).toBe(minutes);
});

test('a budget in events rounds down: half an event may not fail', () => {
  expect(budgetEvents(plan, 1.5, h)).toBe(5);
  expect(budgetEvents(plan, 150_000)).toBe(388_800_000);
});
