import * as s from '../../../generators/language/index.ts';
import { compiled, depth, duration, requests, told, withRaw, withRecording } from '../fixture.ts';
import { casesOf } from './case.ts';

const raw = s.promql('count');
const summary = s.summary('rpc_seconds', { help: 'RPC.', quantiles: { '0.99': true } });
const native = s.nativeHistogram('native_seconds', { help: 'Native.' });
const slow = (evaluator: Parameters<typeof compiled>[0]) => () => compiled(evaluator);

export const promqlCases = [
  ...casesOf(
    'promql/invalid',
    {
      given: 'a bracket too few',
      compiled: () => withRaw(raw`sum(rate(${requests}[5m]) > 0`),
      want: 'the PromQL of WebRaw is not valid',
      at: 'alerts.raw',
    },
    {
      given: 'the rate of an instant vector',
      compiled: () => withRaw(raw`rate(${requests}) > 0`),
      want: 'range vector',
      at: 'alerts.raw',
    },
    {
      given: 'a matcher that is not RE2',
      compiled: () => withRaw(raw`sum(rate(http_requests_total{status=~"(?!5)"}[5m])) > 0`),
      want: 'not an RE2 expression',
      at: 'alerts.raw',
    },
    {
      given: 'a recording with two grouping errors',
      compiled: () => withRecording('web:x:sum', 'sum by (region) (vector(1)) and on (region) group_left () vector(1)'),
      want: 'the PromQL of web:x:sum is not valid',
    },
  ),
  ...casesOf(
    'promql/undeclared',
    {
      given: 'a misspelt metric',
      compiled: () => withRaw(raw`sum(rate(http_request_total[5m])) > 0`),
      want: 'WebRaw selects http_request_total, which nothing declares or records; did you mean `http_requests_total`?',
      at: 'alerts.raw',
    },
    {
      given: 'a histogram without suffix',
      compiled: () => withRaw(raw`sum(rate(http_request_duration_seconds[5m])) > 0`),
      want: 'a histogram, whose series are',
      at: 'alerts.raw',
    },
    {
      given: 'a misspelt label',
      compiled: () => withRaw(raw`sum(rate(http_requests_total{regoin="eu-west"}[5m])) > 0`),
      want: 'matches `regoin`, which http_requests_total does not declare; did you mean `region`?',
      at: 'alerts.raw',
    },
    {
      given: 'a value that a label does not have',
      compiled: () => withRaw(raw`sum(rate(http_requests_total{region="eu-wset"}[5m])) > 0`),
      want: 'matches region="eu-wset", a value that http_requests_total does not declare; did you mean `eu-west`?',
      at: 'alerts.raw',
    },
    {
      given: 'a pattern that no value meets',
      compiled: () => withRaw(raw`sum(rate(http_requests_total{region=~"ap-.*"}[5m])) > 0`),
      want: 'matches region=~"ap-.*"',
      at: 'alerts.raw',
    },
    {
      given: 'grouping by a label that is not there',
      compiled: () => withRaw(raw`sum by (zone) (rate(${requests}[5m])) > 0`),
      want: 'groups by `zone`, which no series there carries',
      at: 'alerts.raw',
    },
    {
      given: 'grouping by a label that was added up',
      compiled: () => withRaw(raw`max by (region) (sum(rate(${requests}[5m]))) > 0`),
      want: 'groups by `region`',
      at: 'alerts.raw',
    },
    {
      given: 'an SLO that is not recorded',
      compiled: () => withRaw(raw`slo:burn_rate:ratio{service="web",slo="availabilty",window="1h"} > 1`),
      want: 'which no rule records',
      at: 'alerts.raw',
    },
    {
      given: 'a recorded series with another label',
      compiled: () => withRaw(raw`slo:burn_rate:ratio{service="web",zone="a"} > 1`),
      want: 'matches `zone`, which slo:burn_rate:ratio is not recorded with',
      at: 'alerts.raw',
    },
    {
      given: 'a selector without a name',
      compiled: () => withRaw(raw`count({job="web"}) > 1`),
      want: 'without a name',
      at: 'alerts.raw',
    },
  ),
  ...casesOf(
    'promql/rate-of-gauge',
    {
      given: 'the increase of a gauge',
      compiled: () => withRaw(raw`sum(increase(${depth}[5m])) > 5`),
      want: 'WebRaw takes increase of job_depth, which is a gauge',
      at: 'alerts.raw',
    },
    {
      given: "the rate of a summary's quantile",
      compiled: () => withRaw(raw`max(rate(${summary}[5m])) > 5`),
      want: 'a quantile of a summary',
      at: 'alerts.raw',
    },
  ),
  ...casesOf(
    'promql/rate-of-sum',
    {
      given: 'the rate of a sum in a subquery',
      compiled: () => withRaw(raw`rate(sum(${requests})[5m:1m]) > 5`),
      want: 'WebRaw takes rate of an aggregation',
      at: 'alerts.raw',
    },
    {
      given: 'the rate of a recorded series',
      compiled: () => withRaw(raw`rate(slo:sli_total:rate{service="web"}[5m]) > 5`),
      want: 'takes rate of slo:sli_total:rate, which a rule records',
      at: 'alerts.raw',
    },
  ),
  ...casesOf(
    'promql/short-range',
    {
      given: 'a rate over two scrapes',
      compiled: () => withRaw(raw`sum(rate(${requests}[30s])) > 5`),
      want: 'WebRaw reads http_requests_total over 30s, and rate needs four scrapes, 1m',
      at: 'alerts.raw',
    },
    {
      given: 'a maximum over less than a scrape',
      compiled: () => withRaw(raw`max(max_over_time(${depth}[10s])) > 5`),
      want: 'one scrape is 15s',
      at: 'alerts.raw',
    },
    {
      given: 'an average over one evaluation of a recording',
      compiled: () => withRaw(raw`max(avg_over_time(slo:burn_rate:ratio{window="1h"}[40s])) > 5`),
      want: 'slo:burn_rate:ratio is recorded every 30s',
      at: 'alerts.raw',
    },
    {
      given: 'a value over two scrapes of a slower Prometheus',
      compiled: slow({ evaluator: { scrapeInterval: '2m', evaluationInterval: '2m' } }),
      want: 'rate needs four scrapes, 8m',
      at: 'alerts.slow',
    },
  ),
  ...casesOf(
    'promql/counter-compared',
    {
      given: 'a counter against a limit',
      compiled: () => withRaw(raw`sum(${requests}) > 1000`),
      want: 'WebRaw compares http_requests_total, which counts since its last restart',
      at: 'alerts.raw',
    },
    {
      given: 'the buckets of all time',
      compiled: () => withRaw(raw`histogram_quantile(0.9, sum by (le) (http_request_duration_seconds_bucket)) > 1`),
      want: 'compares http_request_duration_seconds_bucket',
      at: 'alerts.raw',
    },
    {
      given: 'the highest count of an hour',
      compiled: () => withRaw(raw`max(max_over_time(${requests}[1h])) > 1`),
      want: 'compares http_requests_total',
      at: 'alerts.raw',
    },
  ),
  ...casesOf('promql/quantile-without-le', {
    given: 'buckets added up',
    compiled: () =>
      withRaw(raw`histogram_quantile(0.9, sum by (region) (rate(${s.part(duration, '_bucket')}[5m]))) > 1`),
    want: 'WebRaw takes histogram_quantile of series that have no label `le`',
    at: 'alerts.raw',
  }),
  ...casesOf(
    'promql/unguarded-division',
    {
      given: 'a recorded ratio of rates',
      compiled: () =>
        withRecording(
          'web:errors:ratio',
          'sum(rate(http_requests_total{result="failed"}[5m])) / sum(rate(http_requests_total[5m]))',
        ),
      want: 'web:errors:ratio divides by `sum(rate(http_requests_total[5m]))`, which can be zero, inside a recording',
    },
    {
      given: 'a mean of ratios',
      compiled: () => withRaw(raw`avg(job_depth / job_depth) > 1`),
      want: 'inside an aggregation',
      at: 'alerts.raw',
    },
    {
      given: 'a division by a recorded rate',
      compiled: () => withRecording('web:x:ratio', 'vector(1) / on () slo:sli_total:rate{slo="availability"}'),
      want: 'divides by `slo:sli_total:rate',
    },
  ),
  ...casesOf(
    'promql/too-new',
    {
      given: 'keep_firing_for before 2.42',
      compiled: () => compiledAt('2.41', true),
      want: 'uses keep_firing_for, which needs Prometheus 2.42; main is 2.41',
      at: 'alerts.kept',
    },
    {
      given: 'query_offset before 2.53',
      compiled: slow({ evaluator: { version: '2.52', queryOffset: '30s' } }),
      want: 'uses query_offset, which needs Prometheus 2.53; main is 2.52',
    },
    {
      given: 'a native histogram before 2.40',
      compiled: () => compiledAt('2.39', false),
      want: 'uses a native histogram, which needs Prometheus 2.40; main is 2.39',
      at: 'alerts.native',
    },
    {
      given: 'a function of 3.5',
      compiled: () => withRaw(raw`ts_of_max_over_time(${depth}[5m]) > 1`),
      want: 'ts_of_max_over_time needs Prometheus 3.5',
      at: 'alerts.raw',
    },
  ),
];

function compiledAt(version: `${number}.${number}`, keeps: boolean) {
  const condition = s.above(s.p99(native), '1s');
  const alert = s.alert({ ...told, when: condition, for: '5m', ...(keeps ? { keepFiringFor: '5m' } : {}) });
  return compiled({ service: { alerts: { [keeps ? 'kept' : 'native']: alert } }, evaluator: { version } });
}
