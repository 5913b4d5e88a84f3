import * as s from 'signalbox';
import { describe, expect, it } from 'vitest';
import { listed, region, requests, serviceProblems } from './sample.ts';

const counter = (name: string, input: object = {}) => s.counter(name as never, { help: 'Help.', ...input } as never);
const histogram = (input: object) => s.histogram('size_bytes', { help: 'Help.', ...input } as never);
const narrowed = (where: object) => ({ requests: requests.where(where as never) });

type Row = readonly [string, Readonly<Record<string, unknown>>, readonly string[]];

describe('metrics', () => {
  const table: readonly Row[] = [
    ['a name with a dash', { requests: counter('a-b_total') }, ['metric/name  prod › metric a-b_total › name']],
    ['a counter without _total', { requests: counter('a') }, ['metric/name  prod › metric a › name']],
    ['a counter that an exporter exposes without', { requests: s.unsuffixedCounter('a', { help: 'Help.' }) }, []],
    [
      'a type that no exposition has',
      { requests: counter('a_total', { exposedAs: 'number' }) },
      ['shape/wrong-value  prod › metric a_total › exposedAs'],
    ],
    [
      'a label that starts with __',
      { requests: counter('a_total', { labels: { __x: region } }) },
      ['metric/name  prod › metric a_total › labels'],
    ],
    [
      'labels that are a list',
      { requests: counter('a_total', { labels: { region: ['us-east'] } }) },
      ['shape/wrong-value  prod › metric a_total › labels.region'],
    ],
    [
      'more examples than values',
      { requests: counter('a_total', { labels: { region: s.upTo(1, 'a', 'b') } }) },
      ['shape/wrong-value  prod › metric a_total › labels.region'],
    ],
    [
      'a misspelt field',
      { requests: counter('a_total', { lables: {} }) },
      ['shape/unknown-field  prod › metric a_total'],
    ],
    [
      'no unit',
      { signals: { Depth: s.total(s.gauge('depth', { help: 'Help.' } as never)) } },
      ['metric/unit  prod › metric depth › unit'],
    ],
    [
      'buckets that fall',
      { duration: histogram({ buckets: ['2MiB', '1MiB'] }) },
      ['metric/buckets  prod › metric size_bytes › buckets'],
    ],
    [
      'a bucket twice',
      { duration: histogram({ buckets: ['1MiB', '1024KiB'] }) },
      ['metric/buckets  prod › metric size_bytes › buckets'],
    ],
    [
      'a bucket of another unit',
      { duration: histogram({ buckets: ['1MiB', '10ms'] }) },
      ['metric/buckets  prod › metric size_bytes › buckets'],
    ],
    ['no buckets', { duration: histogram({ buckets: [] }) }, ['shape/wrong-value  prod › metric size_bytes › buckets']],
    [
      'le among the labels',
      { duration: histogram({ buckets: ['1MiB'], labels: { le: region } }) },
      ['metric/name  prod › metric size_bytes › labels'],
    ],
    [
      'declared twice, differently',
      { requests, errors: { a: counter('http_requests_total') } },
      ['metric/conflict  prod › metric http_requests_total'],
    ],
    ['declared twice, alike', { requests: counter('a_total'), errors: { a: counter('a_total') } }, []],
  ];
  it.each(table)('%s', (_, fields, want) => {
    expect(listed(serviceProblems(fields))).toEqual(want);
  });
});

describe('choices of series', () => {
  const at = 'prod › home › requests';
  const table: readonly Row[] = [
    ['values that there are', narrowed({ region: ['us-east', 'us-west'], status: /5../ }), []],
    ['an open label with a value of its own', narrowed({ status: '418' }), []],
    ['everything but a value', narrowed({ region: s.not('us-east') }), []],
    ['both letters', narrowed({ region: /[Uu]s-.*/ }), []],
    ['a job and an instance, which every series has', narrowed({ job: 'shop', instance: /10\..*/ }), []],
    ['several jobs, or all but one', narrowed({ job: ['shop', 'till'], instance: s.not('a:9090') }), []],
    ['no job', narrowed({ job: '' }), [`metric/label-value  ${at}`]],
    ['no instance among others', narrowed({ instance: ['a:9090', ''] }), [`metric/label-value  ${at}`]],
    ['an empty list of jobs', narrowed({ job: [] }), [`metric/label-value  ${at}`]],
    ['a job with flags', narrowed({ job: /shop/i }), [`metric/regexp  ${at}`]],
    ['a misspelt job', narrowed({ jobs: 'shop' }), [`metric/label  ${at}`]],
    ['a misspelt label', narrowed({ regoin: 'us-east' }), [`metric/label  ${at}`]],
    ['a label of Object.prototype', narrowed({ constructor: 'a' }), [`metric/label  ${at}`]],
    ['a misspelt value', narrowed({ region: 'us-eats' }), [`metric/label-value  ${at}`]],
    ['a misspelt value among others', narrowed({ region: ['us-east', 'us-wets'] }), [`metric/label-value  ${at}`]],
    ['a misspelt value left out', narrowed({ region: s.not('us-eats') }), [`metric/label-value  ${at}`]],
    ['an empty list', narrowed({ region: [] }), [`metric/label-value  ${at}`]],
    ['an expression that matches nothing', narrowed({ region: /eu-.*/ }), [`metric/label-value  ${at}`]],
    ['an expression that matches a part only', narrowed({ region: /us/ }), [`metric/label-value  ${at}`]],
    ['flags', narrowed({ region: /us-.*/i }), [`metric/regexp  ${at}`]],
    ['a look-ahead', narrowed({ region: /us(?!x).*/ }), [`metric/regexp  ${at}`]],
    ['a back reference', narrowed({ status: /(5)\1./ }), [`metric/regexp  ${at}`]],
    [
      'two choices that exclude each other',
      { requests: requests.where({ region: 'us-east' }).where({ region: 'us-west' }) },
      [`metric/label-value  ${at}`],
    ],
  ];
  it.each(table)('%s', (_, fields, want) => {
    expect(listed(serviceProblems(fields))).toEqual(want);
  });
});
