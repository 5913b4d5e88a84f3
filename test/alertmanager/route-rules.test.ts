import { describe, expect, test } from 'vitest';
import { routeRules } from '../../generators/interlock/routes/index.ts';
import type { AlertEntry, Compiled } from '../../generators/model/observables.ts';
import type { Inhibition, Route, Routing } from '../../generators/model/routing.ts';
import type { BurnTier, SloPlan } from '../../generators/model/slo-plan.ts';
import type { Service, Severity } from '../../generators/model/stack.ts';
import { count, selector } from '../../generators/promql/index.ts';
import { sloOf } from '../slo/fixture.ts';
import { found, messages } from './findings.ts';
import { alertOf, compiledOf, heartbeatOf, labelled, P1, P2, serviceOf, shop, stackOf, teamOf } from './fixture.ts';

const web = teamOf('web');
const cart = serviceOf('cart', web);

function withAlert(alert: AlertEntry, change?: (routing: Routing) => Routing): Compiled {
  const stack = stackOf([web], { services: [cart] });
  return compiledOf(stack, [alert, heartbeatOf(stack)], change);
}

const withRoot = (change: (root: Route) => Route) => (routing: Routing) => ({ ...routing, root: change(routing.root) });

test('a sound stack breaks no rule, and every rule looked at it', () => {
  expect(routeRules).toHaveLength(14);
  expect(routeRules.flatMap((rule) => rule.check(shop()))).toEqual([]);
});

test('codes are unique, and each is explained', () => {
  expect(new Set(routeRules.map(({ code }) => code)).size).toBe(routeRules.length);
  for (const { code, explanation } of routeRules) {
    expect(code).toMatch(/^route\/[a-z-]+$/);
    expect(Object.values(explanation).every((text) => text !== '')).toBe(true);
  }
});

describe('route/default-only and route/unreached', () => {
  test('an alert that no route takes', () => {
    const stray = labelled(alertOf(cart, P1), { team: undefined });
    expect(messages('route/default-only', withAlert(stray))).toEqual([
      'cartP1 matches no route and reaches only the default receiver web/chat.',
    ]);
    expect(found('route/default-only', withAlert(stray))[0]?.address.path).toEqual(['shop', 'cart', 'alerts.P1']);
  });

  test('a heartbeat that its route does not take', () => {
    const dropped = withAlert(
      alertOf(cart, P1),
      withRoot((root) => ({ ...root, routes: root.routes.slice(1) })),
    );
    expect(messages('route/default-only', dropped)).toEqual([expect.stringContaining('Heartbeat matches no route')]);
    expect(messages('route/unreached', dropped)).toEqual(['Heartbeat does not reach heartbeat.']);
  });

  test('a page whose severity label is lost ends in the chat', () => {
    const quiet = labelled(alertOf(cart, P1), { severity: undefined });
    expect(messages('route/default-only', withAlert(quiet))).toEqual([]);
    expect(messages('route/unreached', withAlert(quiet))).toEqual(['cartP1 does not reach web/page.']);
  });

  test('in an Alertmanager of others only the default is asked for', () => {
    const existing =
      'route:\n  receiver: ops\n  routes: [{receiver: a, matchers: [severity="P1"]}]\nreceivers: [{name: ops}, {name: a}]\n';
    const stack = stackOf([web], { alertmanager: { version: '0.25', ownership: 'none', existing } });
    const compiled = compiledOf(stack, [alertOf(cart, P1), alertOf(cart, P2)]);
    expect(messages('route/default-only', compiled)).toEqual([
      'cartP2 matches no route and reaches only the default receiver ops.',
    ]);
    expect(messages('route/unreached', compiled)).toEqual([]);
  });
});

describe('route/unused', () => {
  const extra = (matchers: Route['matchers']): Route => ({
    receiver: 'extra',
    matchers,
    groupBy: [],
    continue: false,
    routes: [],
  });
  const added = (route: Route, first: boolean) =>
    withAlert(alertOf(cart, P1), (routing) => ({
      ...routing,
      root: { ...routing.root, routes: first ? [route, ...routing.root.routes] : [...routing.root.routes, route] },
      receivers: [...routing.receivers, { name: 'extra', origin: 'ours', sendResolved: true }],
    }));

  test('a route behind one that takes its alerts, and its receiver', () => {
    const late = extra([{ label: 'team', op: '=', value: 'web' }]);
    expect(messages('route/unused', added(late, false))).toEqual([
      'Nothing reaches the route {team="web"} to extra.',
      'Nothing reaches the receiver extra.',
    ]);
  });

  test('a route without matchers before all others', () => {
    expect(messages('route/unused', added(extra([]), true))).toContain('Nothing reaches the receiver web/page.');
  });
});

describe('route/inhibition', () => {
  const sound: Inhibition = {
    name: 'x',
    origin: 'ours',
    source: [{ label: 'signal', op: '=', value: 'down' }],
    target: [{ label: 'signal', op: '=', value: 'latency' }],
    equal: ['service'],
  };
  const is = (label: string, value: string) => [{ label, op: '=' as const, value }];
  const slow = labelled({ ...alertOf(cart, P2), signal: 'latency' }, { signal: 'latency' });
  const counted = { ...slow, rule: { ...slow.rule, expr: count(selector('errors')) } };
  const alone = labelled(counted, { service: undefined });
  const judged = (change: Partial<Inhibition>, alert = slow) =>
    messages(
      'route/inhibition',
      withAlert(alert, (routing) => ({ ...routing, inhibitions: [{ ...sound, ...change }] })),
    );

  test.each<[string, Partial<Inhibition>, AlertEntry, string | undefined]>([
    ['sound', {}, slow, undefined],
    ['no such signal', { source: is('signal', 'dwon') }, slow, 'never applies: no alert has signal="dwon"'],
    [
      'contradicts itself',
      { source: [...sound.source, ...is('signal', 'errors')] },
      slow,
      'never applies: no alert has signal="down"',
    ],
    [
      'wants two services to be one',
      { source: is('service', 'a'), target: is('service', 'b') },
      slow,
      'never applies: its source and its target want different values of service',
    ],
    ['source that always fires', { source: is('alertname', 'Heartbeat') }, slow, 'always applies: the heartbeat'],
    ['no source', { source: [] }, slow, 'always applies: the heartbeat'],
    ['can silence the heartbeat', { target: is('environment', 'production') }, slow, 'can silence the heartbeat'],
    ['compares what is not there', {}, alone, 'compares service, which cartP2 does not have'],
    ['others’ may be about others’ alerts', { origin: 'existing', source: is('signal', 'their own') }, slow, undefined],
  ])('%s', (_, change, alert, want) => {
    const got = judged(change, alert);
    if (want === undefined) expect(got).toEqual([]);
    else expect(got.join()).toContain(`The inhibition “x” ${want}`);
  });

  test('ours does not apply to an alert without service', () => {
    expect(messages('route/inhibition', withAlert(alone))).toEqual([]);
  });
});

describe('route/response-time', () => {
  const held = (forMs: number, severity: Severity): AlertEntry => {
    const alert = alertOf(cart, severity);
    return { ...alert, rule: { ...alert.rule, forMs } };
  };

  // P2: 15m to respond, 5m group wait; the rules run every 30s.
  test.each<[number, readonly string[]]>([
    [9.5 * 60_000, []],
    [9.5 * 60_000 + 1, ['cartP2 takes 10m1s to fire and 5m to be sent; P2 promises a response within 15m.']],
  ])('an alert held for %d ms', (forMs, want) => {
    expect(messages('route/response-time', withAlert(held(forMs, P2)))).toEqual(want);
  });

  const tier: BurnTier = {
    name: 'fast',
    longMs: 3_600_000,
    shortMs: 300_000,
    factor: 14.4,
    threshold: 0.144,
    consumed: 0.02,
    intervalMs: 30_000,
  };
  const base = { scrapeMs: 15_000, intervalMs: 30_000, windowMs: 75_000, queryOffsetMs: 0 };

  test('an SLO of 99%: 8m38s of a total outage, and what sampling adds', () => {
    const plan: SloPlan = { slo: sloOf(), page: [tier], ticket: [], dropped: [], base };
    const { rule, ...rest } = alertOf(cart, P1);
    const alert: AlertEntry = { ...rest, source: 'slo-page', slo: plan, rule: { ...rule, alert: 'cartBurn' } };
    expect(messages('route/response-time', withAlert(alert))).toEqual([
      'cartBurn takes 10m1s to fire and 10s to be sent; P1 promises a response within 5m.',
    ]);
    expect(messages('route/response-time', withAlert({ ...alert, source: 'slo-ticket' }))).toEqual([]);
  });

  test('an alert of several rules is heard of when the first of them fires', () => {
    const { rule, ...rest } = alertOf(cart, P1);
    const held = (forMs: number): AlertEntry => ({
      ...rest,
      source: 'telemetry',
      rule: { ...rule, alert: 'cartSilent', forMs },
    });
    const both = (...alerts: readonly AlertEntry[]) =>
      messages('route/response-time', compiledOf(stackOf([web]), alerts));
    expect(both(held(600_000))).toHaveLength(1);
    expect(both(held(600_000), held(60_000))).toEqual([]);
  });
});

describe('route/grouping', () => {
  const services: readonly Service[] = [cart, serviceOf('search', web)];
  const counted = services.map((service) => {
    const alert = alertOf(service, P1);
    return { ...alert, rule: { ...alert.rule, expr: count(selector('errors')) } };
  });
  const grouped = (groupBy: readonly string[], alerts: readonly AlertEntry[]) => {
    const existing = `route:\n  receiver: ops\n  group_by: ${JSON.stringify(groupBy)}\nreceivers: [{name: ops}]\n`;
    return messages(
      'route/grouping',
      compiledOf(stackOf([web], { alertmanager: { version: '0.25', ownership: 'none', existing } }), alerts),
    );
  };

  test.each<[string, readonly string[], readonly AlertEntry[], number]>([
    ['by a label that they lack', ['job'], counted, 1],
    ['by one that they lack and one that tells them apart', ['job', 'service'], counted, 0],
    ['by every label', ['...'], counted, 0],
    ['by a label that their series may carry', ['job'], services.map((service) => alertOf(service, P1)), 0],
    ['by a label that they share', ['team'], counted, 0],
  ])('%s', (_, groupBy, alerts, want) => {
    const got = grouped(groupBy, alerts);
    expect(got).toHaveLength(want);
    if (want > 0)
      expect(got).toEqual([
        'cartP1 and searchP1 come in one notification of ops: it groups by job, which they do not have.',
      ]);
  });
});

test('route/existing-file says what deriving found', () => {
  const compiled = compiledOf(
    stackOf([web], { alertmanager: { version: '0.25', ownership: 'subtree', existing: 'route: [' } }),
    [],
  );
  expect(messages('route/existing-file', compiled)).toEqual([
    expect.stringContaining('The existing Alertmanager file is not YAML'),
  ]);
});
