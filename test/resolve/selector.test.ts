/** One metric for many services: a selector says once which series are a service's own, and every handle obeys. */
import * as s from 'signalbox';
import { describe, expect, it } from 'vitest';
import { pathText } from '../../generators/diagnostics/diagnostic.ts';
import type { Metric, Service, Stack } from '../../generators/model/stack.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';
import { alert, listed, problemsOf, promise, service, serviceProblems, stack } from './sample.ts';

type Loose = Readonly<Record<string, unknown>>;

const app = s.labelValues('cart', 'pay');
const labels = { app, status: s.httpStatus };
const requests = s.counter('shared_requests_total', { help: 'Requests.', labels });
const duration = s.histogram('shared_seconds', { help: 'Time.', labels, buckets: ['10ms', '50ms'] });
const depth = s.gauge('shared_depth', { help: 'Waiting.', unit: 'count', labels });
const open = s.counter('open_total', { help: 'Events.', labels: { app: s.upTo(9, 'cart') } });
const failed = requests.where({ status: /5../ });
const own = s.gauge('own_depth', { help: 'Waiting.', unit: 'count', labels: {} });
const selector = { app: 'cart' };
const loop: Record<string, unknown> = {};
loop.a = loop;

describe('a selector that cannot be obeyed', () => {
  const table: readonly (readonly [string, Loose, readonly string[]])[] = [
    ['chosen by every form', { requests, selector: { app: ['cart', 'pay'], status: s.not('404') } }, []],
    ['by a regular expression', { requests, selector: { app: /c.*/ } }, []],
    ['of a service without handles', { selector }, []],
    [
      'a label that a metric lacks',
      { requests: open, signals: { a: s.total(own) }, selector },
      ['metric/label  prod › home › signals.a.metric'],
    ],
    [
      'said once for each metric',
      { signals: { a: s.total(own), b: s.highest(own) }, selector },
      ['metric/label  prod › home › signals.a.metric'],
    ],
    [
      'a value that the label does not have',
      { requests, selector: { app: 'crat' } },
      ['metric/label-value  prod › home › selector.app'],
    ],
    [
      'a pattern that meets no value',
      { requests, selector: { app: /x.*/ } },
      ['metric/label-value  prod › home › selector.app'],
    ],
    [
      'another choice in `.where`',
      { requests: requests.where({ app: 'pay' }), selector },
      ['metric/label-value  prod › home › requests'],
    ],
    [
      'another choice of an open label',
      { requests: open.where({ app: 'pay' }), selector },
      ['metric/label-value  prod › home › requests'],
    ],
    [
      'a pattern that excludes it',
      { requests: open.where({ app: /p.*/ }), selector },
      ['metric/label-value  prod › home › requests'],
    ],
    [
      'another choice deep in an alert',
      {
        alerts: { a: alert({ when: s.above(s.share(failed, requests.where({ app: 'pay' })), '1%') }) },
        selector,
      },
      ['metric/label-value  prod › home › alerts.a.when.value.whole'],
    ],
    ['the same choice in `.where`', { requests: requests.where({ app: 'cart' }), selector }, []],
    ['a wider choice in `.where`', { requests: open.where({ app: /c.*/ }), selector }, []],
    ['a flag', { requests, selector: { app: /cart/i } }, ['metric/regexp  prod › home › selector.app']],
    [
      'a handle that is broken itself',
      { requests: requests.where({ app: /c/i }), selector },
      ['metric/regexp  prod › home › requests'],
    ],
    ['a look-around', { requests, selector: { app: /(?=c)art/ } }, ['metric/regexp  prod › home › selector.app']],
    ['an empty value', { requests, selector: { app: '' } }, ['shape/wrong-value  prod › home › selector.app']],
    ['an empty list', { requests, selector: { app: [] } }, ['shape/wrong-value  prod › home › selector.app']],
    ['a number', { requests, selector: { app: 1 } }, ['shape/wrong-value  prod › home › selector.app']],
    ['no label name', { requests, selector: { 'a-b': 'x' } }, ['metric/name  prod › home › selector']],
    ['a job, which no metric declares', { requests, signals: { a: s.total(own) }, selector: { job: 'home' } }, []],
    [
      'a job chosen otherwise in `.where`',
      { requests: requests.where({ job: 'pay' }), selector: { job: 'home' } },
      ['metric/label-value  prod › home › requests'],
    ],
    ['figures that hold themselves', { signals: loop, selector }, ['reference/kind  prod › home › signals.a']],
    ['a text', { requests, selector: 'cart' }, ['shape/wrong-value  prod › home › selector']],
  ];

  it.each(table)('%s', (_, fields, want) => {
    expect(listed(serviceProblems(fields))).toEqual(want);
  });

  it('is refused for all its reasons at once, with places and cures', () => {
    const found = serviceProblems({
      requests: requests.where({ app: 'pay' }),
      signals: { a: s.total(own) },
      selector: { app: 'cart', status: /5/i },
    });
    expect(found.map(({ address, message, cure }) => `${pathText(address)}: ${message} → ${cure}`).sort()).toEqual([
      'prod › home › requests: shared_requests_total is chosen with `app` = "pay", and the selector chooses = "cart": no series is both → Leave `app` to the selector; what others measure belongs to their own definition.',
      'prod › home › selector.status: the expression for `status` has the flags "i", which Prometheus does not know → Remove them; to ignore case, write both letters: [Uu]s.*.',
      'prod › home › signals.a.metric: own_depth has no label "app", and the selector chooses by it → Declare `app` at the metric, if the series carry it; otherwise take it out of the selector and narrow the shared handles with .where(…).',
    ]);
    expect(found.map(({ address }) => address.place)).not.toContain(undefined);
  });
});

function modelOf(...services: readonly s.Service[]): Stack {
  const definition = stack({ services });
  const { stack: model } = resolveStack(definition, checkShapes([definition]).sound, new Map());
  if (model === undefined) throw new Error('the stack did not resolve');
  expect(problemsOf(definition)).toEqual([]);
  return model;
}

/** Every metric handle in a model, as text. */
function handlesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('matchers' in value && 'name' in value) return [textOf(value as Metric)];
  return Object.values(value).flatMap(handlesIn);
}

const textOf = ({ name, matchers }: Metric): string =>
  `${name}{${matchers.map(({ label, op, value }) => `${label}${op}${value}`).join(',')}}`;

const raw = s.promql('count')`sum(${s.part(duration, '_count')}) > 5`;
const proof = { given: { up: '1x9' }, quietAt: '1m', firesAt: '2m', clearsAt: '3m' } as const;
const told = (when: s.Condition, runbook: s.Runbook = promise.runbook) => alert({ when, runbook });

const everything = {
  requests,
  duration,
  errors: { failed },
  signals: { depth: s.total(depth) },
  stages: { rank: s.mean(duration) },
  caches: { hits: s.oneMinus(s.share(failed, requests)) },
  sections: { more: { ratio: s.ratioOf(s.total(depth), s.before(s.highest(depth), '1d')) } },
  deployment: { instances: s.info('shared_info', { help: 'Builds.', labels: { app, version: s.upTo(5, '1') } }) },
  capacity: { queue: s.ratioOf(s.total(depth), s.total(depth.where({ status: '200' }))) },
  slos: {
    a: s.availability(requests, { ...promise, bad: [failed, requests.where({ app: 'cart', status: '404' })] }),
    b: s.ratio(duration, { ...promise, good: duration.where({ status: '200' }) }),
    c: s.latency(duration, { ...promise, within: '50ms' }),
    d: s.uptime(depth, promise),
    e: s.timeSlice({ ...promise, badWhile: s.above(s.share(failed, requests), '1%') }),
  },
  alerts: {
    a: told(s.outside(s.rate(requests, { by: ['app'] }), '1/s', '2/s')),
    b: told(s.any(failed)),
    c: told(s.failsTimes(depth, 3)),
    d: told(s.rising(s.mean(duration), { over: '1d', by: '5%' })),
    e: told(s.silent(requests)),
    f: told(s.proved(raw, proof)),
  },
};

describe('a selector', () => {
  const [narrow] = modelOf(service({ ...everything, selector })).services;
  const [wide] = modelOf(service(everything)).services;

  it('narrows every handle of the service, however deep, once', () => {
    const [before, after] = [wide, narrow].map((one) => handlesIn({ ...one, team: 0 }));
    expect(before?.length).toBeGreaterThan(25);
    expect(after).toHaveLength(before?.length ?? 0);
    expect(after?.filter((one) => one.split('app=cart').length !== 2)).toEqual([]);
    expect(after?.map((one) => one.replace(/app=cart,?/, '').replace(',}', '}')).sort()).toEqual(
      before?.map((one) => one.replace(/app=cart,?/, '').replace(',}', '}')).sort(),
    );
  });

  it('is in the model for what is asked by name', () => {
    expect(narrow?.selector).toEqual([{ label: 'app', op: '=', value: 'cart' }]);
    expect(wide && 'selector' in wide).toBe(false);
  });

  it('leaves the handles that others share as they were', () => {
    const services = modelOf(
      service({ requests, selector }),
      service({ id: 'pay', requests, selector: { app: 'pay' } }),
      service({ id: 'zoo', requests: requests.where({ status: '200' }) }),
    ).services;
    expect(services.map((one) => one.requests && textOf(one.requests))).toEqual([
      'shared_requests_total{app=cart}',
      'shared_requests_total{app=pay}',
      'shared_requests_total{status=200}',
    ]);
    expect(requests.matchers).toEqual([]);
  });
});

describe('what a runbook looks at', () => {
  const page = s.runbook({
    id: 'page',
    title: 'Page',
    firstSteps: [{ do: 'All.', look: s.rate(requests) }, 'Look.'],
    diagnosis: [{ do: 'Theirs.', look: s.rate(requests.where({ app: 'pay' })) }],
    causes: [{ cause: 'Queue.', signs: 'It is long.', fix: [{ do: 'See.', look: s.total(depth) }] }],
    aftercare: [{ do: 'Another.', look: s.total(own) }],
  });
  const user = (fields: Loose = {}): s.Service =>
    service({ requests, alerts: { a: told(s.any(failed), page) }, selector, ...fields });
  const looks = ({ runbooks }: Stack) => handlesIn(runbooks.find(({ id }) => id === 'page'));

  it('is narrowed where the runbook is one service’s, but what it chose itself or cannot be', () => {
    const model = modelOf(user());
    expect(looks(model)).toEqual([
      'shared_requests_total{app=cart}',
      'shared_requests_total{app=pay}',
      'shared_depth{app=cart}',
      'own_depth{}',
    ]);
    const alerts = model.services.flatMap((one: Service) => one.alerts);
    expect(alerts.map(({ runbook }) => model.runbooks.includes(runbook))).toEqual([true]);
  });

  it('stays as it is written where two services share the runbook', () => {
    const other = user({
      id: 'pay',
      requests: undefined,
      selector: { app: 'pay' },
      alerts: { b: told(s.any(failed), page) },
    });
    expect(looks(modelOf(user(), other))).toEqual([
      'shared_requests_total{}',
      'shared_requests_total{app=pay}',
      'shared_depth{}',
      'own_depth{}',
    ]);
  });
});
