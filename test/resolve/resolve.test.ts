import * as s from 'signalbox';
import { describe, expect, it } from 'vitest';
import type { Stack } from '../../generators/model/stack.ts';
import { dashboardUid } from '../../generators/resolve/dashboard-uid.ts';
import { resolveStack } from '../../generators/resolve/resolve.ts';
import { checkShapes } from '../../generators/resolve/shapes.ts';
import {
  alert,
  depth,
  duration,
  feedTeam,
  latency,
  main,
  P1,
  P2,
  promise,
  requests,
  service,
  stack,
} from './sample.ts';

function modelOf(fields: object, files: ReadonlyMap<string, string> = new Map()): Stack {
  const definition = stack({ ...fields });
  const { stack: model } = resolveStack(definition, checkShapes([definition]).sound, files);
  if (model === undefined) throw new Error('the stack did not resolve');
  return model;
}

const serviceOf = (fields: Readonly<Record<string, unknown>>) => {
  const [only] = modelOf({ services: [service(fields)] }).services;
  if (only === undefined) throw new Error('the service did not resolve');
  return only;
};

describe('defaults', () => {
  it('a severity', () => {
    const [first] = modelOf({}).severities;
    expect(first).toMatchObject({
      id: 'P1',
      responseMs: 300_000,
      groupWaitMs: 30_000,
      groupIntervalMs: 300_000,
      repeatMs: 14_400_000,
    });
  });

  it('a stack', () => {
    const { annotations, grafana, runbooksUrl, levels, notes } = modelOf({});
    expect({ annotations, url: grafana.url, runbooksUrl, levels, notes }).toEqual({
      annotations: { runbook: 'runbook_url', dashboard: 'dashboard_url' },
      url: 'https://grafana.example.com',
      runbooksUrl: 'https://runbooks.example.com',
      levels: {},
      notes: [],
    });
  });

  it('an alert', () => {
    const [found] = serviceOf({ id: 'fyp-service', title: 'For You feed', alerts: { latencyHigh: alert({}) } }).alerts;
    expect(found).toMatchObject({
      id: 'fyp-service/latencyHigh',
      name: 'FypServiceLatencyHigh',
      title: 'For You feed: latency high',
      forMs: 300_000,
      keepFiringForMs: 0,
      address: { path: ['prod', 'fyp-service', 'alerts.latencyHigh'] },
    });
  });

  it('an SLO', () => {
    const [found] = serviceOf({ title: 'Feed', slos: { latencyAsia: latency({ objective: '99.9%' }) } }).slos;
    expect(found).toMatchObject({
      title: 'Feed latency asia',
      objective: 0.999,
      objectiveText: '99.9%',
      budget: 0.001,
      windowMs: 2_592_000_000,
      sli: { kind: 'latency', withinSeconds: 0.05 },
      impact: 'Feed answers slowly.',
      minimumBadEvents: 0,
      page: { id: 'P1' },
      ticket: { id: 'P2' },
      address: { path: ['prod', 'home', 'slos.latencyAsia'] },
    });
  });

  it.each([
    ['a quantile', s.above(s.p99(duration), '60ms'), 'latency'],
    ['a mean', s.above(s.mean(duration), '60ms'), 'latency'],
    [
      'a quantile of something else',
      s.above(s.p99(s.histogram('size_bytes', { help: 'Size.', buckets: ['1MiB'] })), '1MiB'),
      'quality',
    ],
    ['a share', s.above(s.share(requests, requests), '1%'), 'errors'],
    ['silence', s.silent(requests), 'traffic'],
    ['a level', s.above(s.total(depth), 5), 'quality'],
    ['any event', s.any(requests), 'errors'],
    ['a failing probe', s.failsTimes(depth, 3), 'down'],
  ])('%s speaks of its signal', (_, when, want) => {
    expect(serviceOf({ alerts: { a: alert({ when }) } }).alerts[0]?.signal).toBe(want);
  });
});

it('lists are sorted by id, whatever the order of the definitions', () => {
  const team = s.team({ id: 'aaa', title: 'A', receivers: {} });
  const services = ['b', 'a', 'C'].map((id) => service({ id, team, alerts: { z: alert({}), a: alert({}) } }));
  const there = modelOf({ services });
  const back = modelOf({ services: services.toReversed() });
  expect(there.services.map(({ id }) => id)).toEqual(['C', 'a', 'b']);
  expect(there.teams.map(({ id }) => id)).toEqual(['aaa', 'feed']);
  expect(there.services[0]?.alerts.map(({ key }) => key)).toEqual(['a', 'z']);
  expect(JSON.stringify(back)).toBe(JSON.stringify(there));
});

it('the stack remaps notifications, each told once', () => {
  const { severities } = modelOf({ deliver: { page: 'chat' } });
  expect(severities.map(({ notify }) => notify)).toEqual([['chat'], ['ticket']]);
});

describe('dependencies', () => {
  it("the stack's own version of a service wins over the one referred to", () => {
    const feed = service({ id: 'feed', title: 'Feed', slos: { a: latency({ objective: '99.9%' }) } });
    const relaxed = { ...feed, title: 'Relaxed feed' };
    const home = service({ id: 'home', dependsOn: () => [feed] });
    const [, resolved] = modelOf({ services: [home, relaxed] }).services;
    expect(resolved?.dependsOn).toEqual([
      { id: 'feed', title: 'Relaxed feed', url: 'https://grafana.example.com/d/prod-feed' },
    ]);
  });

  it('two services may depend on each other, and on what lives elsewhere', () => {
    const a: s.Service = service({ id: 'a', dependsOn: () => [b, s.external({ id: 'maps', title: 'Maps' })] });
    const b: s.Service = service({ id: 'b', dependsOn: () => [a] });
    const model = modelOf({ services: [a, b] });
    expect(model.services.map(({ dependsOn }) => dependsOn.map(({ id }) => id))).toEqual([['b', 'maps'], ['a']]);
  });
});

describe('what is broken is left out, and the rest is resolved', () => {
  const broken = alert({ impact: '' });
  it('an alert', () => {
    expect(serviceOf({ alerts: { a: alert({}), b: broken } }).alerts.map(({ key }) => key)).toEqual(['a']);
  });
  it('an SLO whose metric is broken', () => {
    const bad = requests.where({ region: 'eu' as never });
    expect(
      serviceOf({ slos: { a: latency({}), b: s.availability(requests, { ...promise, bad }) } }).slos.map(
        ({ key }) => key,
      ),
    ).toEqual(['a']);
  });
  it('a service whose team is broken', () => {
    const team = s.team({ id: 'x', title: '', receivers: {} });
    expect(modelOf({ services: [service({}), service({ id: 'other', team })] }).services.map(({ id }) => id)).toEqual([
      'home',
    ]);
  });
  it.each([
    ['its title', { title: '' }],
    ['an evaluator', { evaluators: [{ ...main, version: '2' }] }],
    ['a severity', { severities: [P1, { ...P2, title: '' }] }],
    ['its default team', { defaultTeam: { ...feedTeam, title: '' } }],
    ['the receiver of its heartbeat', { heartbeat: s.heartbeat({ receiver: s.webhook({}), every: '1m' }) }],
  ])('the whole stack for %s', (_, fields) => {
    const definition = stack(fields);
    expect(resolveStack(definition, checkShapes([definition]).sound, new Map()).stack).toBeUndefined();
  });
});

it('an existing Alertmanager configuration arrives as its text', () => {
  const alertmanager = { version: '0.25', ownership: 'subtree', existing: 'am.yaml' };
  expect(modelOf({ alertmanager }, new Map([['am.yaml', 'route: {}\n']])).alertmanager.existing).toBe('route: {}\n');
});

it('a uid that is too long is cut, and stays the only one of its kind', () => {
  const long = 'a-service-with-a-very-long-name-indeed';
  const uids = [
    dashboardUid('prod', 'feed'),
    dashboardUid('production', `${long}-1`),
    dashboardUid('production', `${long}-2`),
  ];
  expect(uids[0]).toBe('prod-feed');
  expect(new Set(uids).size).toBe(3);
  expect(uids.every((uid) => /^[A-Za-z0-9-]{1,40}$/.test(uid))).toBe(true);
  expect(uids[1]).toMatch(/^production-a-service-with-a-ver-[0-9a-f]{8}$/);
});
