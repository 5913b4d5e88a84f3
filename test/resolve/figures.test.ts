import * as s from 'signalbox';
import { describe, expect, it } from 'vitest';
import {
  alert,
  clock,
  depth,
  duration,
  latency,
  listed,
  promise,
  region,
  requests,
  serviceProblems,
} from './sample.ts';

const counter = (name: string, input: object = {}) => s.counter(name as never, { help: 'Help.', ...input } as never);
const histogram = (input: object) => s.histogram('size_bytes', { help: 'Help.', ...input } as never);
const when = (condition: unknown) => ({ alerts: { a: alert({ when: condition }) } });
const slo = (one: unknown) => ({ slos: { a: one } });
const bad = (where: object) =>
  slo(s.availability(requests, { ...promise, bad: requests.where(where as never) } as never));
const loose = (value: object, fields: object) => Object.freeze({ ...value, ...fields });

type Row = readonly [string, Readonly<Record<string, unknown>>, readonly string[]];

describe('values and conditions', () => {
  const at = 'prod › home › alerts.a.when';
  const raw = s.promql('count')`max_over_time(${depth}[10m]) > 500`;
  const given = { 'queue_depth{region="us-east"}': '0x10 600x20 0x20' };
  const times = { quietAt: '5m', firesAt: '20m', clearsAt: '45m' } as const;
  const share = (by: readonly string[]) =>
    s.share(counter('lost_total', { labels: { region } }), requests, { by } as never);
  const table: readonly Row[] = [
    ['a threshold without unit', when(s.above(s.p99(duration), 60 as never)), [`condition/unit  ${at}.threshold`]],
    ['a threshold of another unit', when(s.above(s.p99(duration), '1%' as never)), [`condition/unit  ${at}.threshold`]],
    ['no threshold', when(s.above(s.p99(duration), undefined as never)), [`condition/unit  ${at}.threshold`]],
    ['a count', when(s.below(s.total(depth), 30)), []],
    ['a count that is no number', when(s.below(s.total(depth), Number.NaN)), [`condition/unit  ${at}.threshold`]],
    ['a band', when(s.outside(s.total(depth), 1, 30)), []],
    ['a band upside down', when(s.outside(s.total(depth), 30, 1)), [`condition/limits  ${at}`]],
    ['a band without width', when(s.outside(s.total(depth), 5, 5)), [`condition/limits  ${at}`]],
    [
      'a band of other units',
      when(s.outside(s.total(depth), '1%' as never, 'x' as never)),
      [`condition/unit  ${at}.high`, `condition/unit  ${at}.low`],
    ],
    ['a quantile over 1', when(s.above(s.quantile(99, duration), '60ms')), [`shape/wrong-value  ${at}.value.q`]],
    [
      'a quantile that is not computed',
      when(
        s.above(
          s.clientQuantile('0.9' as never, s.summary('rpc_seconds', { help: 'Time.', quantiles: { '0.5': true } })),
          '1s' as never,
        ),
      ),
      [`shape/wrong-value  ${at}.value.q`],
    ],
    [
      'a value made by hand',
      when(s.above(loose(s.p99(duration), { unit: 'ratio' }) as never, '60ms' as never)),
      [`shape/wrong-value  ${at}.value.unit`],
    ],
    [
      'a label that is not there',
      when(s.above(s.p99(duration, { by: ['status' as never] }), '60ms')),
      [`metric/label  ${at}.value.by`],
    ],
    ['a label that both sides have', when(s.above(share(['region']), '1%')), []],
    [
      'a label that the part lacks',
      when(s.above(share(['status']), '1%')),
      [`condition/part-of-whole  ${at}.value.by`],
    ],
    ['a rate of a gauge', when(s.above(s.rate(depth as never), '1/s')), [`reference/kind  ${at}.value.metric`]],
    [
      'a probe by a label that is not there',
      when(s.failsTimes(depth, 3, { by: ['zone' as never] })),
      [`metric/label  ${at}.by`],
    ],
    ['failing no times', when(s.failsTimes(depth, 0)), [`shape/wrong-value  ${at}.times`]],
    ['rising by more than all', when(s.rising(s.total(depth), { over: '1h', by: '150%' })), []],
    ['rising by nothing', when(s.rising(s.total(depth), { over: '1h', by: '0%' })), [`shape/wrong-value  ${at}.share`]],
    ['raw PromQL', when(raw), [`condition/unproved  ${at}`]],
    ['raw PromQL that claims its proof', when(loose(raw, { proof: 'proved' })), [`condition/unproved  ${at}`]],
    ['raw PromQL with its proof', when(s.proved(raw, { given, ...times })), []],
    ['a proof without series', when(s.proved(raw, { given: {}, ...times })), [`shape/wrong-value  ${at}.test.given`]],
    [
      'a proof that clears before it fires',
      when(s.proved(raw, { given, ...times, clearsAt: '10m' })),
      [`shape/wrong-value  ${at}.test`],
    ],
    ['a value for a condition', when(s.p99(duration)), [`reference/kind  ${at}`]],
    [
      'a condition for a value',
      { signals: { Slow: s.above(s.p99(duration), '60ms') } },
      ['reference/kind  prod › home › signals.Slow'],
    ],
  ];
  it.each(table)('%s', (_, fields, want) => {
    expect(listed(serviceProblems(fields))).toEqual(want);
  });
});

describe('SLOs', () => {
  const at = 'prod › home › slos.a';
  const lost = counter('lost_total');
  const table: readonly Row[] = [
    ['a threshold that is not a bucket', slo(latency({ within: '55ms' })), [`slo/not-a-bucket  ${at}.within`]],
    ['a bucket in other words', slo(latency({ within: '0.05s' })), []],
    ['a threshold above all buckets', slo(latency({ within: '1s' })), [`slo/not-a-bucket  ${at}.within`]],
    ['no budget', slo(latency({ objective: '100%' })), [`slo/objective  ${at}.objective`]],
    ['no promise', slo(latency({ objective: '0%' })), [`slo/objective  ${at}.objective`]],
    [
      'everything wrong at once',
      slo(latency({ objective: '100%', within: '55ms', titel: 'x', runbook: undefined })),
      [
        `shape/unknown-field  ${at}`,
        `slo/objective  ${at}.objective`,
        `shape/missing-field  ${at}.runbook`,
        `slo/not-a-bucket  ${at}.within`,
      ],
    ],
    ['a scope that is not there', slo(latency({ per: ['zone'] })), [`metric/label  ${at}.per`]],
    [
      'a scope that the bad events lack',
      slo(s.availability(requests, { ...promise, bad: lost, per: ['region'] })),
      [`condition/part-of-whole  ${at}.per`],
    ],
    [
      'a gauge for the bad events',
      slo(s.availability(requests, { ...promise, bad: depth as never })),
      [`reference/kind  ${at}.bad`],
    ],
    [
      'a gauge among the bad events',
      slo(s.availability(requests, { ...promise, bad: [requests, depth as never] })),
      [`reference/kind  ${at}.bad[1]`],
    ],
    ['bad events that cannot be', bad({ status: '' }), [`metric/label-value  ${at}.bad`]],
    ['freshness of a clock', slo(s.freshness(clock, { ...promise, within: '1h' })), []],
    [
      'freshness of a queue',
      slo(s.freshness(depth as never, { ...promise, within: '1h' })),
      [`shape/wrong-value  ${at}.metric`],
    ],
    ['uptime of a clock', slo(s.uptime(clock as never, promise)), [`shape/wrong-value  ${at}.metric`]],
    [
      'latency of sizes',
      slo(s.latency(histogram({ buckets: ['1MiB'] }) as never, { ...promise, within: '1s' })),
      [`shape/wrong-value  ${at}.metric`],
    ],
    ['bad minutes by a level', slo(s.timeSlice({ ...promise, badWhile: s.above(s.p99(duration), '60ms') })), []],
    [
      'bad minutes by silence',
      slo(s.timeSlice({ ...promise, badWhile: s.silent(requests) })),
      [`shape/wrong-value  ${at}.badWhile`],
    ],
  ];
  it.each(table)('%s', (_, fields, want) => {
    expect(listed(serviceProblems(fields))).toEqual(want);
  });

  it('the neighbours of a threshold are named', () => {
    const said = (within: string) => serviceProblems(slo(latency({ within })))[0]?.message;
    expect(said('55ms')).toBe('55ms is not a bucket of http_request_duration_seconds; nearest are 50ms and 60ms');
    expect(said('5ms')).toBe('5ms is not a bucket of http_request_duration_seconds; nearest is 10ms');
    expect(said('1s')).toBe('1s is not a bucket of http_request_duration_seconds; nearest is 100ms');
  });
});
