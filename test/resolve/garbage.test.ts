import fc from 'fast-check';
import * as s from 'signalbox';
import { expect, it } from 'vitest';
import { printDiagnostics } from '../../generators/diagnostics/print.ts';
import { schemas } from '../../generators/language/schemas.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';
import {
  alert,
  clock,
  depth,
  duration,
  feedTeam,
  latency,
  P1,
  region,
  requests,
  service,
  slow,
  stack,
} from './sample.ts';

/** One of everything that can be wrong in a definition, as whole as the author's functions make it. */
const raw = s.promql('count')`${depth} > 5`;
const seconds = s.counter('cpu_busy_seconds_total', { help: 'Busy.' });
const money = s.counter('cost_usd_total', { help: 'Cost.' });
const told = { for: '5m', severity: P1, impact: 'Slow.', runbook: slow } as const;
const proof = { given: { up: '1' }, quietAt: '1m', firesAt: '5m', clearsAt: '9m' } as const;
const promised = latency({ per: ['region'] });
const whole = {
  service: service({
    requests,
    duration,
    slos: {
      latency: promised,
      fresh: s.freshness(clock, { objective: '99%', window: '30d', noTraffic: 'bad', runbook: slow, within: '1h' }),
      errors: s.availability(requests, {
        objective: '99%',
        window: '30d',
        noTraffic: 'good',
        runbook: slow,
        bad: requests,
      }),
    },
    alerts: {
      high: alert({}),
      raw: alert({ when: s.proved(raw, proof) }),
      band: alert({ when: s.outside(s.total(depth), 1, 2) }),
    },
    dependsOn: () => [s.external({ id: 'x', title: 'X' })],
    stages: { All: s.p99(duration) },
    sections: { Row: { Rate: s.rate(requests), 'Oldest import': s.age(clock) } },
    capacity: { Pods: s.ratioOf(s.total(depth), s.highest(depth)) },
  }),
  resource: s.infrastructure({
    id: 'db',
    title: 'Database',
    team: feedTeam,
    tier: 'high',
    utilisation: { cpu: s.measure(s.busiest(seconds), { title: 'CPU', limits: { high: { ...told, above: '80%' } } }) },
    saturation: {
      left: s.measure(s.oneMinus(s.ratioOf(s.total(depth), s.before(s.total(depth), '1d'))), { title: 'Left' }),
    },
    errors: { more: s.measure(s.lift(s.total(depth), s.lowest(depth)), { title: 'More' }) },
  }),
  group: s.kpiGroup({
    id: 'business',
    title: 'Business',
    team: feedTeam,
    kpis: {
      spent: s.kpi(s.spentOf(money, { budget: '$500', per: 'day' }), {
        ...{ title: 'Spent', better: 'down', importance: 'high', target: '90%' },
        limits: { odd: { ...told, outside: ['10%', '120%'] } },
        versus: { '7d': { more: { ...told, above: '150%' } } },
      }),
      perRequest: s.kpi(s.per(money, requests), {
        ...{ title: 'Cost', better: 'down', importance: 'low', baseline: s.increase(money), target: s.increase(money) },
      }),
      asked: s.displayedKpi({
        ...{ title: 'Asked', better: 'up', importance: 'low', unit: 'percent', target: '80%' },
        from: { datasource: { type: 'sql', uid: 'warehouse' }, query: { rawSql: 'SELECT 1' } },
      }),
    },
  }),
  executive: s.executive({
    title: 'All',
    tiles: { Slow: { value: s.p99(duration), versus: '7d', promise: promised } },
    trend: { title: 'Day', values: { Rate: s.rate(requests) } },
    regions: s.lowest(depth, { by: ['region'] }),
  }),
};

const cyclic: Record<string, unknown> = { kind: 'team', id: 'loop' };
cyclic.receivers = { page: cyclic, cyclic };

const rubbish = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true, withSparseArray: true }),
  fc.constantFrom(
    cyclic,
    [cyclic],
    Symbol('x'),
    10n,
    () => cyclic,
    () => fail(),
    () => 5,
    Object.create(null),
    new Map(),
    /a/g,
    Number.NaN,
    '__proto__',
    '\ud800',
    requests.where({ region: /(?=x)/ }),
    s.p99(duration),
    feedTeam,
    P1,
    region,
    raw,
  ),
  fc.record({
    kind: fc.constantFrom(...Object.keys(schemas), 'label-values'),
    id: fc.anything(),
    matchers: fc.anything(),
  }),
);

/** Every place in a definition, at any depth. */
function pathsIn(value: unknown, seen = new Set<unknown>()): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return [];
  seen.add(value);
  return Object.entries(value).flatMap(([key, child]) => [
    [key],
    ...pathsIn(child, seen).map((path) => [key, ...path]),
  ]);
}

function replaced(value: unknown, [key, ...rest]: readonly string[], by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((child, index) => (String(index) === key ? replaced(child, rest, by) : child));
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(Object.getPrototypeOf(value));
  return Object.assign(copy, value, { [key]: replaced(Reflect.get(value, key), rest, by) });
}

/** Everything that a build does to a definition before it derives from it. */
function survives(value: unknown): number {
  const { diagnostics, sound } = checkShapes([value]);
  const resolved = resolveStack(value, sound, new Map());
  const all = [...diagnostics, ...resolved.diagnostics];
  const text = printDiagnostics(all, { cwd: '/', color: false });
  expect(text.split('\n').filter((line) => line.startsWith('error ')).length).toBe(all.length);
  return all.length;
}

it('rubbish in any place of a stack is complained about or harmless, and never thrown at the author', () => {
  const { service, resource, group, executive } = whole;
  const good = stack({ services: [service], infrastructure: [resource], kpis: [group], executive });
  const paths = pathsIn(good);
  expect(paths.length).toBeGreaterThan(400);
  expect(survives(good)).toBe(0);
  let complaints = 0;
  fc.assert(
    fc.property(fc.constantFrom(...paths), rubbish, (path, junk) => {
      complaints += survives(replaced(good, path, junk));
    }),
    { numRuns: 1200 },
  );
  expect(complaints).toBeGreaterThan(600);
}, 120_000);

it('rubbish for a stack, a service or a definition of any kind is never thrown at the author', () => {
  fc.assert(
    fc.property(rubbish, (junk) => {
      expect(survives(junk)).toBeGreaterThan(0);
      survives(stack({ services: junk }));
      survives(stack({ services: [junk] }));
      survives(stack({ infrastructure: junk, kpis: [junk], executive: junk }));
      survives(stack({ infrastructure: [junk], kpis: junk }));
    }),
    { numRuns: 300 },
  );
}, 120_000);

it('every kind of definition with nothing in it', () => {
  for (const kind of Object.keys(schemas)) {
    expect(
      survives(stack({ defaultTeam: { kind }, services: [service({ alerts: { a: { kind } } })] })),
    ).toBeGreaterThan(0);
  }
});

function fail(): never {
  throw new Error('no');
}
