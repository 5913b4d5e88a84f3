import { secondsIn } from '../../language/quantities.ts';
import type { Panel, Query } from '../../model/dashboard.ts';
import type { Service } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { eventRate, partRate } from '../selectors.ts';
import { shifted, valueExpr } from '../values.ts';
import { expectedSteps, grafanaUnit, query, timeseries, wordsLegend } from './panels.ts';

const FIVE_MINUTES = 300_000;
const WEEK = 7 * 24 * 3600_000;

/** Rate, errors, duration (https://grafana.com/blog/the-red-method-how-to-instrument-your-services/), beside what is expected. */
export function requestPanels(service: Service): readonly Panel[] {
  return [...ratePanel(service), ...errorPanel(service), ...latencyPanel(service)];
}

function ratePanel({ requests, expected }: Service): readonly Panel[] {
  if (requests === undefined) return [];
  const rate = eventRate(requests, FIVE_MINUTES, []);
  return [
    timeseries({
      key: 'rate',
      title: 'Request rate',
      description: expected.peakRate === undefined ? undefined : 'The line is the peak that it is built for.',
      unit: 'reqps',
      queries: [query('now', rate, 'now'), query('week', shifted(rate, WEEK), 'last week', { style: 'comparison' })],
      thresholds: expectedSteps(expected.peakRate),
    }),
  ];
}

function errorPanel({ requests, errors, expected }: Service): readonly Panel[] {
  if (requests === undefined || errors.length === 0) return [];
  const whole = eventRate(requests, FIVE_MINUTES, []);
  const shareOf = (...counters: (typeof requests)[]) => q.div(partRate(counters, whole, FIVE_MINUTES, []), whole);
  const each = errors.map(({ name, counter }, i) => query(`error${i}`, shareOf(counter), wordsLegend(name)));
  const all = query('total', shareOf(...errors.map(({ counter }) => counter)), 'all errors');
  const [first = all, ...rest] = errors.length === 1 ? each : [...each, all];
  return [
    timeseries({
      key: 'errors',
      title: 'Error ratio',
      description: expected.errorRatio === undefined ? undefined : 'The line is the error ratio that is expected.',
      unit: 'percentunit',
      queries: [first, ...rest],
      thresholds: expectedSteps(expected.errorRatio),
    }),
  ];
}

function latencyPanel({ duration, expected }: Service): readonly Panel[] {
  if (duration === undefined) return [];
  const quantile = (share: number): Query => {
    const reading = { kind: 'quantile', unit: duration.unit, over: '5m', by: [], q: share, metric: duration } as const;
    return query(`p${share * 100}`, valueExpr(reading), `p${share * 100}`, { exemplars: true });
  };
  return [
    timeseries({
      key: 'latency',
      title: 'Latency',
      description: expected.p99 === undefined ? undefined : `Expected: ${latencyWords(expected)}. The line is the p99.`,
      unit: grafanaUnit(duration.unit),
      queries: [quantile(0.5), quantile(0.9), quantile(0.99)],
      thresholds: expectedSteps(expected.p99 === undefined ? undefined : secondsIn(duration.unit, expected.p99)),
    }),
  ];
}

function latencyWords({ p50, p99 }: Service['expected']): string {
  const words = (name: string, seconds: number | undefined) =>
    seconds === undefined ? [] : [`${name} ${q.printDuration(Math.round(seconds * 1000))}`];
  return [...words('p50', p50), ...words('p99', p99)].join(', ');
}
