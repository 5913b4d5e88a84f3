import * as s from '../../../generators/language/index.ts';
import { compiled, depth, duration, requests, told } from '../fixture.ts';
import { casesOf } from './case.ts';

const promise = { objective: '99.9%', window: '30d', noTraffic: 'good', runbook: told.runbook } as const;
const failed = requests.where({ status: /5../ });
const slos =
  (of: Readonly<Record<string, s.Slo>>, peakRate: s.Rate = '1000/s') =>
  () =>
    compiled({ service: { slos: of, alerts: {}, expected: { peakRate } } });

const byRegion = { ...promise, per: ['region'] } as const;

export const sloCases = [
  ...casesOf(
    'slo/one-request-pages',
    {
      given: 'one request in 100 s',
      compiled: slos({ low: s.availability(requests, { ...promise, bad: failed }) }, '0.01/s'),
      want: 'at its peak it serves 36 requests in 1h, and 1.44% of them page: one failed request is enough',
      at: 'slos.low',
    },
    {
      given: 'enough for all, and little for each region',
      compiled: slos({ low: s.latency(duration, { ...byRegion, within: '50ms' }) }, '0.03/s'),
      want: 'one failed request is enough',
      at: 'slos.low',
    },
  ),
  ...casesOf(
    'slo/scope-label',
    {
      given: 'a slice of a value that keeps nothing apart',
      compiled: slos({ bad: s.timeSlice({ ...byRegion, badWhile: s.above(s.total(depth), 5) }) }),
      want: 'it is promised per `region`, which its value does not keep apart',
      at: 'slos.bad',
    },
    {
      given: 'a slice per a label that nobody declares',
      compiled: slos({ bad: s.timeSlice({ ...promise, per: ['regoin'], badWhile: s.above(s.total(depth), 5) }) }),
      want: 'it is promised per `regoin`, which job_depth does not declare; did you mean `region`?',
      at: 'slos.bad',
    },
  ),
  ...casesOf('slo/duplicate-promise', {
    given: 'one promise under two names',
    compiled: slos({
      first: s.availability(requests, { ...promise, bad: failed }),
      second: s.availability(requests, { ...promise, bad: requests.where({ status: /5../ }), title: 'Again' }),
    }),
    want: 'it promises the same as first: 99.9% of the same events',
    at: 'slos.second',
  }),
];
