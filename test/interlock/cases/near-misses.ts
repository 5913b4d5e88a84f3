import * as s from '../../../generators/language/index.ts';
import type { Compiled } from '../../../generators/model/observables.ts';
import {
  compiled,
  depth,
  duration,
  probe,
  requests,
  told,
  withAlert,
  withBoard,
  withRaw,
  withRecording,
} from '../fixture.ts';
import { kept } from './links.ts';
import { selectorMisses } from './selectors.ts';
import { type NearMiss, stackNearMisses } from './stack-near-misses.ts';

const raw = s.promql('count');
const native = s.nativeHistogram('native_seconds', { help: 'Native.' });
const cpu = s.gauge('cpu_usage_ratio', { help: 'CPU.' });
const shared = s.counter('shared_total', { help: 'Shared.', labels: { service: s.labelValues('web', 'mail') } });

const alert = (one: s.Alert): Compiled => compiled({ service: { alerts: { one } } });
const counted = (labels: s.LabelSpec): Compiled =>
  compiled({ service: { requests: s.counter('counted_total', { help: 'Counted.', labels }), errors: {}, slos: {} } });
const promise = { objective: '99.9%', window: '30d', noTraffic: 'good', runbook: told.runbook } as const;
const promised = (slo: s.Slo, peakRate: s.Rate): Compiled =>
  compiled({ service: { slos: { one: slo }, alerts: {}, expected: { peakRate } } });
const bad = requests.where({ status: /5../ });

/** Right next to a mistake, and none. */
export const nearMisses: readonly NearMiss[] = [
  ...stackNearMisses,
  {
    code: 'alert/cause-pages',
    given: 'a cause that files a ticket',
    of: () => alert(s.alert({ ...told, severity: ticket(), when: s.above(s.highest(cpu), '80%'), for: '5m' })),
  },
  {
    code: 'alert/cause-pages',
    given: 'a cause with its reason',
    of: () =>
      alert(
        s.alert({
          ...told,
          justification: 'The disk is full in an hour.',
          when: s.above(s.highest(cpu), '80%'),
          for: '5m',
        }),
      ),
  },
  {
    code: 'alert/cause-pages',
    given: 'a symptom on a gauge',
    of: () => alert(s.alert({ ...told, signal: 'latency', when: s.above(s.highest(cpu), '80%'), for: '5m' })),
  },
  { code: 'alert/no-for', given: 'an event', of: () => alert(s.alert({ ...told, when: s.failsTimes(probe, 3) })) },
  {
    code: 'promql/undeclared',
    given: 'labels of the target, the region and the server',
    of: () => withRaw(raw`sum by (job, cluster) (rate(http_requests_total{instance=~".+",region="eu-west"}[5m])) > 1`),
  },
  {
    code: 'promql/undeclared',
    given: 'an open value',
    of: () => withRaw(raw`sum(rate(http_requests_total{status="418"}[5m])) > 1`),
  },
  {
    code: 'promql/undeclared',
    given: 'our own alerts and recordings',
    of: () =>
      withRaw(raw`max by (window) (slo:burn_rate:ratio{service="web"}) > 1 unless on () ALERTS{alertstate="firing"}`),
  },
  {
    code: 'promql/undeclared',
    given: 'a label that label_replace makes',
    of: () => withRaw(raw`sum by (zone) (label_replace(rate(${requests}[5m]), "zone", "$1", "region", "(.+)")) > 1`),
  },
  { code: 'promql/rate-of-gauge', given: 'the slope of a gauge', of: () => withRaw(raw`max(deriv(${depth}[5m])) > 1`) },
  {
    code: 'promql/rate-of-sum',
    given: 'a sum of rates in a subquery',
    of: () => withRaw(raw`max_over_time(sum(rate(${requests}[5m]))[1h:1m]) > 1`),
  },
  { code: 'promql/short-range', given: 'exactly four scrapes', of: () => withRaw(raw`sum(rate(${requests}[1m])) > 1`) },
  {
    code: 'promql/short-range',
    given: 'a promise of one day',
    of: () => promised(s.availability(requests, { ...promise, window: '1d', bad }), '1000/s'),
  },
  {
    code: 'promql/short-range',
    given: 'an evaluation every two minutes',
    of: () =>
      compiled({
        service: { alerts: {}, signals: {}, slos: { one: s.availability(requests, { ...promise, bad }) } },
        evaluator: { evaluationInterval: '2m' },
      }),
  },
  {
    code: 'promql/counter-compared',
    given: 'how many series a counter has',
    of: () => withRaw(raw`count(${requests}) > 100`),
  },
  {
    code: 'promql/counter-compared',
    given: 'a counter that only has to be there',
    of: () => withRaw(raw`job_depth > 1 and on () ${requests}`),
  },
  {
    code: 'promql/quantile-without-le',
    given: 'a native histogram',
    of: () => alert(s.alert({ ...told, when: s.above(s.p99(native), '1s'), for: '5m' })),
  },
  {
    code: 'promql/unguarded-division',
    given: 'a denominator above zero',
    of: () =>
      withRecording(
        'web:x:ratio',
        'sum(rate(http_requests_total{result="failed"}[5m])) / (sum(rate(http_requests_total[5m])) > 0)',
      ),
  },
  {
    code: 'promql/unguarded-division',
    given: 'a denominator that is clamped',
    of: () => withRecording('web:x:ratio', 'vector(1) / on () clamp_min(sum(job_depth), 1)'),
  },
  {
    code: 'promql/unguarded-division',
    given: 'a count',
    of: () => withRecording('web:x:ratio', 'sum(job_depth) / count(job_depth)'),
  },
  {
    code: 'promql/unguarded-division',
    given: 'a ratio that is compared',
    of: () => withRaw(raw`sum(rate(${bad}[5m])) / sum(rate(${requests}[5m])) > 0.1`),
  },
  {
    code: 'promql/unguarded-division',
    given: 'a recorded series that is clamped where it is recorded',
    of: () => withRecording('web:x:ratio', 'vector(1) / on () slo:window_coverage:ratio{slo="up"}'),
  },
  {
    code: 'promql/too-new',
    given: 'keep_firing_for in 2.42',
    of: () => alert(s.alert({ ...told, keepFiringFor: '5m', when: s.above(s.p99(duration), '60ms'), for: '5m' })),
  },
  {
    code: 'promql/too-new',
    given: 'query_offset in 2.53',
    of: () => compiled({ evaluator: { version: '2.53', queryOffset: '30s' } }),
  },
  {
    code: 'labels/template',
    given: 'an external label',
    of: () => text('In {{ $externalLabels.cluster }}, {{ $labels.region }}'),
  },
  { code: 'labels/template', given: 'a label in words, outside an action', of: () => text('Look at $labels.gone') },
  {
    code: 'labels/unbounded',
    given: 'a complete list of users',
    of: () => counted({ user: s.labelValues('internal', 'external') }),
  },
  { code: 'labels/unbounded', given: 'kinds of requests', of: () => counted({ request_type: s.upTo(20, 'feed') }) },
  {
    code: 'labels/series-budget',
    given: 'exactly the budget',
    of: () => counted({ a: s.upTo(100, 'x'), b: s.upTo(100, 'x') }),
  },
  {
    code: 'labels/reserved',
    given: 'a shared metric, one service chosen',
    of: () =>
      alert(
        s.alert({
          ...told,
          for: '5m',
          when: s.above(s.rate(shared.where({ service: 'web' }), { by: ['service'] }), '5/s'),
        }),
      ),
  },
  ...selectorMisses,
  {
    code: 'labels/reserved',
    given: 'a shared metric, added up',
    of: () => alert(s.alert({ ...told, for: '5m', when: s.above(s.rate(shared), '5/s') })),
  },
  {
    code: 'slo/one-request-pages',
    given: 'a floor of bad events',
    of: () => promised(s.availability(requests, { ...promise, bad, minimumBadEvents: 5 }), '0.01/s'),
  },
  {
    code: 'slo/one-request-pages',
    given: 'probes, which come however little traffic there is',
    of: () => promised(s.uptime(probe, promise), '0.01/s'),
  },
  {
    code: 'slo/duplicate-promise',
    given: 'two objectives',
    of: () =>
      compiled({
        service: {
          alerts: {},
          slos: {
            a: s.availability(requests, { ...promise, bad }),
            b: s.availability(requests, { ...promise, bad, objective: '99%' }),
          },
        },
      }),
  },
  {
    code: 'slo/scope-label',
    given: 'a slice that keeps the label apart',
    of: () =>
      promised(
        s.timeSlice({ ...promise, per: ['region'], badWhile: s.above(s.total(depth, { by: ['region'] }), 5) }),
        '1/s',
      ),
  },
  {
    code: 'link/unknown-dashboard',
    given: 'another Grafana, and an address made from data',
    of: () => linked('https://other.example.org/d/gone', '/d/${__data.fields.dashboard}'),
  },
  {
    code: 'link/unknown-page',
    given: 'a page that exists beside ours',
    of: () => alert(s.alert({ ...told, runbook: kept, when: s.failsTimes(probe, 3) })),
  },
  {
    code: 'dashboard/undefined-variable',
    given: "a price, and Grafana's own variables",
    of: () => linked('/d/prod-web?from=${__from}&price=$5'),
  },
];

function ticket(): s.Severity {
  return s.severity({ id: 'P3', title: 'Low', responseWithin: '1d', notify: ['log'] });
}

function text(description: string): Compiled {
  return withAlert('web/slow', (one) => ({ ...one, rule: { ...one.rule, annotations: { description } } }));
}

function linked(...urls: readonly string[]): Compiled {
  return withBoard(() => ({ links: urls.map((url) => ({ title: 'There', url, keepTime: false })) }));
}
