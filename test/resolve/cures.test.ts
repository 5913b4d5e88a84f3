import * as s from 'signalbox';
import { expect, it } from 'vitest';
import type { Diagnostic } from '../../generators/diagnostics/diagnostic.ts';
import { alert, depth, P1, P2, problemsOf, requests, service, serviceProblems, stack } from './sample.ts';

const speeds = { page: P1, ticket: P2 };
const misnamed = s.counter('payouts_seconds' as never, { help: 'Payouts.' });
const unitless = s.counter('payouts' as never, { help: 'Payouts.' });
const when = (value: unknown) => ({ alerts: { a: alert({ when: s.above(value as never, '5/s' as never) }) } });
const itself: s.Service = service({ dependsOn: () => [itself] });

const table: readonly (readonly [string, readonly Diagnostic[], string])[] = [
  ['an empty title', serviceProblems({ title: ' ' }), 'shape/wrong-value: the text is empty → Write it as a sentence.'],
  [
    'an endless title',
    serviceProblems({ title: 'x'.repeat(10_000) }),
    'shape/wrong-value: the text has 10000 characters, at most 120 fit → Write it as a sentence.',
  ],
  [
    'a title over two lines',
    serviceProblems({ title: 'a\nb' }),
    'shape/wrong-value: the text has several lines, and takes one → Write it as a sentence.',
  ],
  [
    'a tier without severities',
    problemsOf(stack({ burn: { critical: speeds, high: speeds, normal: speeds } })),
    'shape/missing-field: the field `low` is missing; it takes an object → Write low: { page: …, ticket: … }.',
  ],
  [
    'a counter compared',
    serviceProblems(when(requests)),
    'reference/kind: a counter is not a value → A counter is read as a rate: write rate(counter).',
  ],
  [
    'a gauge compared',
    serviceProblems(when(depth)),
    'reference/kind: a gauge is not a value → A gauge is read over its series: write for instance highest(gauge).',
  ],
  [
    'a severity by its id',
    serviceProblems({ alerts: { a: alert({ severity: 'P1' }) } }),
    'reference/kind: "P1" is not a severity → Import the severity and pass it without quotes.',
  ],
  [
    'a counter that says seconds',
    serviceProblems(when(s.rate(misnamed))),
    'metric/name: a counter\'s name ends in _total, and "payouts_seconds" does not → Write the name that is exposed, payouts_seconds_total; a value that also falls is a gauge. If an exporter exposes it so, declare it with unsuffixedCounter.',
  ],
  [
    'a counter that says nothing',
    serviceProblems(when(s.rate(unitless))),
    'metric/name: a counter\'s name ends in _total, and "payouts" does not → Write the name that is exposed, payouts_total; a value that also falls is a gauge. If an exporter exposes it so, declare it with unsuffixedCounter.',
  ],
  [
    'a service that depends on itself',
    problemsOf(stack({ services: [itself] })),
    'reference/self: the service depends on itself → Remove it from its own dependsOn, or name the service that was meant.',
  ],
  [
    'an address with a password',
    serviceProblems({ links: { Wiki: 'https://ada:s3cr3t/@x@wiki.example.com/a' } }),
    `shape/wrong-value: "https://…@wiki.example.com/a" is not an http(s) address without user name, password and spaces → Write for instance 'https://grafana.example.com'.`,
  ],
];

it.each(table)('%s', (_, found, want) => {
  expect(found.map(({ code, message, cure }) => `${code}: ${message} → ${cure}`)).toEqual([want]);
});
