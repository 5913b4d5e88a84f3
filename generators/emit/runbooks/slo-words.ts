import { judge } from '../../derive/conditions.ts';
import type { Evaluator, Metric, Service, Sli, Slo } from '../../model/stack.ts';
import { printDuration } from '../../promql/duration.ts';
import { quote } from '../../promql/quote.ts';
import { listing } from '../markdown/figures.ts';

/** The series of a metric as PromQL selects them. */
function selector({ name, matchers }: Pick<Metric, 'name' | 'matchers'>): string {
  const choice = matchers.map(({ label, op, value }) => `${label}${op}${quote(value)}`);
  return choice.length === 0 ? name : `${name}{${choice.join(', ')}}`;
}

/** What is promised of a share of all events or of the time, e.g. `of all requests succeed`. */
export function promiseWords(sli: Sli, evaluator: Evaluator): string {
  const seconds = (amount: number): string => printDuration(Math.round(amount * 1000));
  switch (sli.kind) {
    case 'availability':
      return 'of the events do not fail';
    case 'ratio':
      return 'of the events are good';
    case 'latency':
      return `of the events take no longer than ${seconds(sli.withinSeconds)}`;
    case 'uptime':
      return 'of the time the probe answers';
    case 'freshness':
      return `of the time the data is no older than ${seconds(sli.withinSeconds)}`;
    case 'time-slice': {
      const { subject, predicate } = judge(sli.badWhile, { evaluator });
      return `of the time it is not so that ${subject} ${predicate}`;
    }
  }
}

interface Measured {
  readonly what: string;
  readonly series: string;
}

/** The series that decide about the promise. */
export function measured(sli: Sli): readonly Measured[] {
  const named = (what: string, metrics: readonly Metric[]): readonly Measured[] =>
    metrics.map((metric) => ({ what, series: selector(metric) }));
  switch (sli.kind) {
    case 'availability':
      return [...named('All events', [sli.total]), ...named('Failed events', sli.bad)];
    case 'ratio':
      return [...named('All events', [sli.total]), ...named('Good events', sli.good)];
    case 'latency':
      return named('Times of all events', [sli.metric]);
    case 'uptime':
      return named('Probe', [sli.metric]);
    case 'freshness':
      return named('Time of the last update', [sli.metric]);
    case 'time-slice':
      return [];
  }
}

/**
 * Events per second at the expected peak, where the SLO is about all requests of the service; a part of them has a rate that
 * nobody wrote down.
 */
export function peakRate({ sli }: Slo, service: Service): number | undefined {
  const all: Metric | undefined = 'total' in sli ? sli.total : sli.kind === 'latency' ? sli.metric : undefined;
  const whole = [service.requests, service.duration].flatMap((metric) =>
    metric === undefined ? [] : [selector(metric)],
  );
  return all !== undefined && whole.includes(selector(all)) ? service.expected.peakRate : undefined;
}

const silences: Readonly<Record<Slo['noTraffic'], string>> = {
  good: 'A time without events spends no budget: it counts as kept.',
  unknown: 'A time without events has no figure: it neither spends budget nor counts as kept.',
  bad: 'A time without events spends budget as a total outage does.',
};

/** What a time without traffic means, and who notices that the figures themselves are gone. */
export function noTrafficWords({ noTraffic }: Slo): string {
  return `${silences[noTraffic]} Missing telemetry is another thing: it has an alert of its own, because a crashed service reports no errors.`;
}

/** For whom the promise is kept apart; empty for one promise to all. */
export function scopeWords({ per }: Slo): string {
  return per.length === 0 ? '' : `Each ${listing(per)} has a promise, a budget and alerts of its own.`;
}
