import * as s from '../../../generators/language/index.ts';
import { compiled, proof, told, withAlert } from '../fixture.ts';
import { casesOf } from './case.ts';

const texts = (description: string) => () =>
  withAlert('web/slow', (one) => ({ ...one, rule: { ...one.rule, annotations: { description } } }));

const counting = (labels: s.LabelSpec) => () =>
  compiled({ service: { requests: s.counter('counted_total', { help: 'Counted.', labels }), errors: {}, slos: {} } });

const shared = s.counter('shared_total', { help: 'Shared.', labels: { service: s.labelValues('web', 'mail') } });
const alertOn = (when: s.Condition) => () =>
  compiled({ service: { alerts: { bad: s.alert({ ...told, when, for: '5m' }) } } });

/** The address of a metric is not inside a service. */
const atMetric = <T extends { readonly at: string }>(cases: readonly T[], metric: string): readonly T[] =>
  cases.map((one) => ({ ...one, at: `prod › metric ${metric}` }));

export const labelCases = [
  ...casesOf(
    'labels/template',
    {
      given: 'a label that was added up',
      compiled: texts('High in {{ $labels.status }}'),
      want: 'the description of WebSlow prints $labels.status, which the expression does not carry',
      at: 'alerts.slow',
    },
    {
      given: 'a label of the rule itself',
      compiled: texts('{{ $labels.severity }}: look'),
      want: 'prints $labels.severity, which only the rule adds',
      at: 'alerts.slow',
    },
    {
      given: 'a label of the server',
      compiled: texts('{{ $labels.cluster }}'),
      want: 'prints $labels.cluster',
      at: 'alerts.slow',
    },
    {
      given: 'an external label that the server does not have',
      compiled: texts('{{ $externalLabels.zone }}'),
      want: 'prints $externalLabels.zone, which main does not have',
      at: 'alerts.slow',
    },
    {
      given: 'a label inside a longer action',
      compiled: texts('{{ if eq $labels.status "500" }}x{{ end }}'),
      want: '$labels.status',
      at: 'alerts.slow',
    },
  ),
  ...atMetric(
    casesOf(
      'labels/unbounded',
      {
        given: 'a label for each user',
        compiled: counting({ user_id: s.upTo(500, 'a') }),
        want: 'the label `user_id` of counted_total has a value for each user id, which has no bound',
      },
      {
        given: 'a label for each trace',
        compiled: counting({ traceId: s.upTo(500, 'a') }),
        want: 'the label `traceId`',
      },
      {
        given: 'a label of 5,000 values',
        compiled: counting({ pod: s.upTo(5000, 'a') }),
        want: 'has up to 5000 values',
      },
    ),
    'counted_total',
  ),
  ...atMetric(
    [
      ...casesOf('labels/series-budget', {
        given: '50 × 500 series',
        compiled: counting({ a: s.upTo(50, 'x'), b: s.upTo(500, 'x') }),
        want: 'counted_total can have 25000 series on each target (50 a × 500 b), and 10000 are allowed',
      }),
      ...casesOf('labels/series-limit', {
        given: '1,000 × 1,000 × 2 series',
        compiled: counting({ a: s.upTo(1000, 'x'), b: s.upTo(1000, 'x'), c: s.upTo(2, 'x') }),
        want: 'counted_total can have 2000000 series on each target (1000 a × 1000 b × 2 c), and 1000000 are allowed',
      }),
    ],
    'counted_total',
  ),
  ...casesOf(
    'labels/reserved',
    {
      given: 'an alert for each service of a shared metric',
      compiled: alertOn(s.above(s.rate(shared, { by: ['service'] }), '5/s')),
      want: 'WebBad keeps series apart by `service`, a label that it sets to "web" itself',
      at: 'alerts.bad',
    },
    {
      given: 'raw PromQL that adds nothing up',
      compiled: alertOn(s.proved(s.promql('count')`rate(${shared}[5m]) > 1`, proof)),
      want: 'WebBad keeps series apart by `service`',
      at: 'alerts.bad',
    },
    {
      given: 'an SLO per service',
      compiled: () => compiled({ service: { slos: { all: perService() }, alerts: {} } }),
      want: 'slo:sli_bad:rate keeps series apart by `service`',
      at: 'slos.all',
    },
  ),
];

function perService(): s.Slo {
  const { runbook } = told;
  return s.availability(shared, {
    objective: '99%',
    window: '30d',
    noTraffic: 'good',
    runbook,
    bad: shared,
    per: ['service'],
  });
}
