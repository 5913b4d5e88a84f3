/** `any`: the first failure of a series that was born with it fires; an old counter in a new Prometheus does not. */
import { expect, test } from 'vitest';
import { judge } from '../../generators/derive/conditions.ts';
import { any, counter, labelValues } from '../../generators/language/index.ts';
import { print } from '../../generators/promql/index.ts';
import { evaluator } from './fixture.ts';
import { ask } from './scenario.ts';
import type { Input, Signal } from './traffic.ts';

const gifts = counter('gifts_total', { help: 'Gifts.', labels: { result: labelValues('succeeded', 'failed') } });
const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Whether any failed gift is told at each of these seconds. */
function told(failed: Signal, up: Signal, seconds: readonly number[], job: string | undefined = 'gifts'): boolean[] {
  const condition = any(gifts.where({ result: 'failed' }));
  const { expr } = judge(condition, { evaluator: evaluator(15, 30), ...(job === undefined ? {} : { job }) });
  const scraped = { scrape: 15, phase: 5 };
  const inputs: readonly Input[] = [
    { series: 'gifts_total{job="gifts",result="failed"}', signal: failed, ...scraped },
    { series: 'up{job="gifts"}', signal: up, ...scraped },
  ];
  const answers = ask(
    { rules: 'groups: []', inputs, evaluation: 30 },
    seconds.map((at) => [print(expr), at] as const),
  );
  return answers.map((samples) => samples.length > 0);
}

const always: Signal = () => 1;

test('a counter born with its first failure', () => {
  const born: Signal = (at) => (at < 2 * HOUR ? undefined : 1);
  expect(told(born, always, [2 * HOUR - 30, 2 * HOUR + 30, 2 * HOUR + 4 * MINUTE, 2 * HOUR + 6 * MINUTE])).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('a counter that grows by one', () => {
  const grows: Signal = (at) => (at < 2 * HOUR ? 12 : 13);
  expect(told(grows, always, [2 * HOUR - 30, 2 * HOUR + 30, 2 * HOUR + 6 * MINUTE])).toEqual([false, true, false]);
});

test('an old counter in a Prometheus that was just started', () => {
  expect(told(() => 12_345, always, [30, 4 * MINUTE, 6 * MINUTE, 30 * MINUTE])).toEqual([false, false, false, false]);
});

test('an old counter after nothing was scraped for 72 minutes', () => {
  const gap =
    (value: number): Signal =>
    (at) =>
      at > 2 * HOUR && at < 2 * HOUR + 72 * MINUTE ? undefined : value;
  const back = 2 * HOUR + 72 * MINUTE;
  const asked = [back + 30, back + 4 * MINUTE, back + 6 * MINUTE, back + 30 * MINUTE];
  expect(told(gap(12_345), gap(1), asked)).toEqual([false, false, false, false]);
});
