import { secondsIn } from '../../language/quantities.ts';
import type { Panel, Query, ThresholdStep } from '../../model/dashboard.ts';
import type { Service } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { valueExpr } from '../values.ts';
import { bars, expectedSteps, grafanaUnit, query, timeseries } from './panels.ts';

type Duration = NonNullable<Service['duration']>;

/** How fast requests are answered: the distribution now, and its quantiles over time. */
export function latencyPanels({ duration, expected }: Service): readonly Panel[] {
  if (duration === undefined) return [];
  const unit = grafanaUnit(duration.unit);
  return [
    bars({
      key: 'latency-distribution',
      title: 'Latency distribution',
      description: `Of the last five minutes.${slowestWords(duration)}${expectedWords(expected, 'Orange is slower than expected.')}`,
      unit,
      queries: [
        query('p50', quantileExpr(duration, 0.5), 'p50', slowerThan(duration, expected.p50)),
        query('p90', quantileExpr(duration, 0.9), 'p90'),
        query('p99', quantileExpr(duration, 0.99), 'p99', slowerThan(duration, expected.p99)),
        query('max', quantileExpr(duration, 1), 'max'),
      ],
      noValue: 'no requests',
    }),
    timeseries({
      key: 'latency',
      title: 'Latency',
      description: expected.p99 === undefined ? undefined : expectedWords(expected, 'The line is the p99.').trim(),
      unit,
      queries: [overTime(duration, 0.5), overTime(duration, 0.9), overTime(duration, 0.99)],
      thresholds: expectedSteps(inUnitOf(duration, expected.p99)),
    }),
  ];
}

function quantileExpr(duration: Duration, share: number): q.Instant {
  return valueExpr({ kind: 'quantile', unit: duration.unit, over: '5m', by: [], q: share, metric: duration });
}

function overTime(duration: Duration, share: number): Query {
  const name = `p${share * 100}`;
  return query(name, quantileExpr(duration, share), name, { exemplars: true });
}

const inUnitOf = ({ unit }: Duration, seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : secondsIn(unit, seconds);

/** Each quantile has an expectation of its own. */
function slowerThan(
  duration: Duration,
  seconds: number | undefined,
): { readonly thresholds?: readonly ThresholdStep[] } {
  const from = inUnitOf(duration, seconds);
  return from === undefined ? {} : { thresholds: [{ colour: 'blue' }, { from, colour: 'orange' }] };
}

/** What a histogram knows of its slowest request is the bucket that it fell into. */
function slowestWords(duration: Duration): string {
  const last = duration.kind === 'histogram' ? duration.buckets.at(-1) : undefined;
  const beyond = last === undefined ? '' : `; what is slower than ${last} counts as ${last}`;
  return ` The max is the upper bound of the slowest request's bucket${beyond}.`;
}

/** ` Expected: p50 20ms, p99 50ms. The line is the p99.` */
function expectedWords({ p50, p99 }: Service['expected'], more: string): string {
  const words = (name: string, seconds: number | undefined) =>
    seconds === undefined ? [] : [`${name} ${q.printDuration(Math.round(seconds * 1000))}`];
  const all = [...words('p50', p50), ...words('p99', p99)];
  return all.length === 0 ? '' : ` Expected: ${all.join(', ')}. ${more}`;
}
