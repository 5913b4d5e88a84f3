/** Lines and colours of limits and targets: red is where somebody is told, whichever side that is. */
import { describe, expect, test } from 'vitest';
import { judgedSteps } from '../../generators/derive/dashboards/judged-steps.ts';
import { limitSteps } from '../../generators/derive/dashboards/panels.ts';
import type { ThresholdStep } from '../../generators/model/dashboard.ts';

const above = (at: number) => ({ at, bad: 'above' }) as const;
const below = (at: number) => ({ at, bad: 'below' }) as const;
const words = (steps: readonly ThresholdStep[] | undefined) =>
  (steps ?? []).map(({ from, colour }) => (from === undefined ? colour : `${from} ${colour}`)).join(', ');

describe('lines', () => {
  test.each([
    ['an upper limit', [above(8)], undefined, 'green, 8 red'],
    ['two upper limits', [above(9), above(8)], undefined, 'green, 8 red, 9 red'],
    ['one that two severities share', [above(8), above(8)], undefined, 'green, 8 red'],
    ['a lower limit, whose line has the colour below it', [below(2)], undefined, 'red, 2 transparent'],
    ['two lower limits', [below(2), below(3)], undefined, 'red, 2 red, 3 transparent'],
    ['a band', [below(2), above(8)], undefined, 'red, 2 transparent, 8 red'],
    ['limits that leave no room', [below(8), above(2)], undefined, 'red, 2 red, 8 red'],
    ['a target', [], 5, 'green, 5 green'],
    ['a target above a lower limit', [below(2)], 5, 'red, 2 transparent, 5 green'],
    ['a target below an upper limit', [above(8)], 5, 'green, 5 green, 8 red'],
    ['a target where somebody is told is no line', [below(2)], 1, 'red, 2 transparent'],
  ])('%s', (_, limits, target, want) => {
    expect(words(limitSteps(limits, target))).toBe(want);
  });
});

describe('colours of a figure', () => {
  test.each([
    ['nothing judges it', [], undefined, 'up', ''],
    ['a target for more', [], 5, 'up', 'yellow, 5 green'],
    ['a target for less', [], 5, 'down', 'green, 5 yellow'],
    ['a target of what has its place', [], 5, 'band', 'green'],
    ['a lower limit', [below(2)], undefined, 'up', 'red, 2 green'],
    ['a lower limit and a target', [below(2)], 5, 'up', 'red, 2 yellow, 5 green'],
    ['an upper limit and a target', [above(8)], 5, 'down', 'green, 5 yellow, 8 red'],
    ['two lower limits', [below(2), below(3)], undefined, 'up', 'red, 3 green'],
    ['a band', [below(2), above(8)], undefined, 'band', 'red, 2 green, 8 red'],
    ['a target that is told of', [below(5)], 5, 'up', 'red, 5 green'],
  ] as const)('%s', (_, limits, target, better, want) => {
    expect(words(judgedSteps(limits, target, better))).toBe(want);
  });
});
