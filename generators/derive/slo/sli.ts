import { quantity, secondsIn } from '../../language/quantities.ts';
import { series, sloLabels } from '../../model/names.ts';
import type { BaseWindow } from '../../model/slo-plan.ts';
import type { Condition, Sli, Slo } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { boundMatcher, eventRate, partRate, recorded, seriesOf } from '../selectors.ts';
import { valueExpr } from '../values.ts';

/** Bad and all events per second over the base window, one series for each combination of the scope's labels. */
export interface EventRates {
  readonly bad: q.Instant;
  readonly total: q.Instant;
}

/** The base recordings of an SLO: the only expressions that read raw series. */
export function baseRates(slo: Slo, base: BaseWindow): EventRates {
  const rates = sliRates(slo.sli, base.windowMs, slo.per);
  return slo.noTraffic === 'bad' ? idleIsBad(rates, slo) : rates;
}

function sliRates(sli: Sli, rangeMs: number, by: readonly string[]): EventRates {
  switch (sli.kind) {
    case 'availability': {
      const total = eventRate(sli.total, rangeMs, by);
      return { bad: partRate(sli.bad, total, rangeMs, by), total };
    }
    case 'ratio': {
      const total = eventRate(sli.total, rangeMs, by);
      return { bad: notNegative(q.sub(total, partRate(sli.good, total, rangeMs, by))), total };
    }
    case 'latency':
      return latencyRates(sli, rangeMs, by);
    case 'uptime': {
      const up = q.avgOverTime(q.range(seriesOf(sli.metric), rangeMs));
      return { bad: q.sum(q.sub(1, up), { by }), total: q.count(up, { by }) };
    }
    case 'freshness': {
      const age = q.sub(q.time(), seriesOf(sli.metric));
      return { bad: q.sum(q.gt(age, sli.withinSeconds, { bool: true }), { by }), total: q.count(age, { by }) };
    }
    case 'time-slice':
      return sliceRates(sli.badWhile, rangeMs);
  }
}

/** Two counters are not read at one instant: the good one may be ahead by a scrape, and less than no event is none. */
const notNegative = (expr: q.Instant): q.Instant => q.clampMin(expr, 0);

function latencyRates(sli: Extract<Sli, { kind: 'latency' }>, rangeMs: number, by: readonly string[]): EventRates {
  const { metric } = sli;
  const bound = secondsIn(metric.unit, sli.withinSeconds);
  if (metric.kind === 'native-histogram') {
    const rate = q.sum(q.rate(q.range(seriesOf(metric), rangeMs)), { by });
    const total = q.histogramCount(rate);
    // Without traffic the fraction is NaN, which would poison every sum over time.
    const slow = q.mul(q.sub(1, q.histogramFraction(0, bound, rate)), q.gt(total, 0));
    return { bad: q.or(slow, q.mul(0, total)), total };
  }
  const total = eventRate(metric, rangeMs, by);
  const within = seriesOf(metric, '_bucket', [boundMatcher('le', bound)]);
  return { bad: notNegative(q.sub(total, q.sum(q.rate(q.range(within, rangeMs)), { by }))), total };
}

/** One slice an evaluation. A value that is NaN (no traffic) compares false both ways, and the slice does not count. */
function sliceRates(condition: Condition, rangeMs: number): EventRates {
  if (condition.kind !== 'above' && condition.kind !== 'below') return { bad: q.vector(0), total: q.vector(0) };
  const value = valueExpr(condition.value, { rangeMs });
  const at = quantity(condition.value.unit, condition.threshold) ?? 0;
  const over = q.gt(value, at, { bool: true });
  const under = q.lt(value, at, { bool: true });
  const equal = q.eq(value, at, { bool: true });
  return { bad: condition.kind === 'above' ? over : under, total: q.add(q.add(over, under), equal) };
}

/** How much traffic an idle time would have had: the mean of the last hour, substituted time included, so that it lasts. */
const USUAL_TRAFFIC_MS = 3600_000;

/** Any rate above zero will do: it is all the traffic that there is, and all of it is bad. */
const TOKEN_RATE = 1e-6;

/** Idle counts as failing: where nothing was asked, the usual traffic is taken as asked and failed. */
function idleIsBad(rates: EventRates, slo: Slo): EventRates {
  const usual = q.avgOverTime(q.range(recorded(series.totalRate, sloLabels(slo)), USUAL_TRAFFIC_MS));
  const busy = q.gt(rates.total, 0);
  const on = { on: slo.per };
  // A service that was never asked anything has no usual traffic; a token of it fails, so that it is not silent for ever.
  const token = q.add(q.mul(0, rates.total), TOKEN_RATE);
  const idle = q.or(usual, token, on);
  return { bad: q.or(q.and(rates.bad, busy), idle, on), total: q.or(busy, idle, on) };
}
