import { exact } from '../../language/quantities.ts';
import type { Panel, Query } from '../../model/dashboard.ts';
import type { Service } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { eventRate, partRate } from '../selectors.ts';
import { bars, expectedSteps, query, timeseries, wordsLegend } from './panels.ts';

const FIVE_MINUTES = 300_000;

/** What fails: each kind's share of all requests and their sum, now and over time. */
export function errorPanels(service: Service): readonly Panel[] {
  const { errorRatio } = service.expected;
  const [first, ...rest] = errorQueries(service);
  if (first === undefined) return [];
  const words = errorRatio === undefined ? undefined : `${q.printNumber(exact(errorRatio * 100))}%`;
  return [
    bars({
      key: 'error-breakdown',
      title: 'Error breakdown',
      description: `Shares of all requests of the last five minutes.${words === undefined ? '' : ` Orange is more than the ${words} that is expected.`}`,
      unit: 'percentunit',
      queries: [first, ...rest],
      ...(errorRatio === undefined ? {} : { thresholds: [{ colour: 'blue' }, { from: errorRatio, colour: 'orange' }] }),
      noValue: 'no requests',
    }),
    timeseries({
      key: 'errors',
      title: 'Error ratio',
      description: errorRatio === undefined ? undefined : 'The line is the error ratio that is expected.',
      unit: 'percentunit',
      queries: [first, ...rest],
      thresholds: expectedSteps(errorRatio),
    }),
  ];
}

/** Each kind, and where there are several, all of them. */
function errorQueries({ requests, errors }: Service): readonly Query[] {
  if (requests === undefined || errors.length === 0) return [];
  const whole = eventRate(requests, FIVE_MINUTES, []);
  const shareOf = (...counters: (typeof requests)[]) => q.div(partRate(counters, whole, FIVE_MINUTES, []), whole);
  const each = errors.map(({ name, counter }, i) => query(`error${i}`, shareOf(counter), wordsLegend(name)));
  const all = query('total', shareOf(...errors.map(({ counter }) => counter)), 'all errors');
  return errors.length === 1 ? each : [...each, all];
}
