/** Resources and groups of KPIs are units like services: their keys, names and references are checked together. */
import * as s from 'signalbox';
import { describe, expect, it } from 'vitest';
import {
  alert,
  depth,
  duration,
  feedTeam,
  latency,
  listed,
  P1,
  P2,
  problemsOf,
  service,
  slow,
  stack,
} from './sample.ts';

type Loose = Readonly<Record<string, unknown>>;

const told = { for: '5m', severity: P2, impact: 'Slow.', runbook: slow } as const;
const measure = (fields: Loose = {}) => s.measure(s.total(depth), { title: 'Waiting', ...fields } as never);
const kpi = (fields: Loose = {}) =>
  s.kpi(s.total(depth), { title: 'Reach', better: 'up', importance: 'low', ...fields } as never);
const resource = (fields: Loose): s.Infrastructure =>
  s.infrastructure({ id: 'db', title: 'Database', team: feedTeam, tier: 'high', ...fields } as never);
const group = (fields: Loose): s.KpiGroup =>
  s.kpiGroup({ id: 'business', title: 'Business', team: feedTeam, kpis: {}, ...fields } as never);
const inStack = (...units: readonly (s.Service | s.Infrastructure | s.KpiGroup)[]) =>
  problemsOf(
    stack({
      services: units.filter(({ kind }) => kind === 'service'),
      infrastructure: units.filter(({ kind }) => kind === 'infrastructure'),
      kpis: units.filter(({ kind }) => kind === 'kpi-group'),
    }),
  );

describe('the key of a figure', () => {
  const said = (fields: Loose) =>
    inStack(resource(fields)).map(({ code, message, cure }) => `${code}: ${message} → ${cure}`);
  const twice = (key: string, by: string) => [
    `reference/duplicate-id: the key ${key} is taken by ${by} → Rename one of them.`,
  ];

  it.each<readonly [string, Loose, readonly string[]]>([
    ['one of each', { utilisation: { memory: measure() }, saturation: { queue: measure() } }, []],
    [
      'in two roles',
      { utilisation: { memory: measure() }, saturation: { memory: measure() } },
      twice('memory', 'utilisation.memory'),
    ],
    [
      'in another case, which a disk may not tell apart',
      { saturation: { queue: measure() }, errors: { Queue: measure() } },
      twice('Queue', 'saturation.queue'),
    ],
    [
      'in three roles',
      { utilisation: { a: measure() }, saturation: { a: measure() }, errors: { a: measure() } },
      [...twice('a', 'utilisation.a'), ...twice('a', 'utilisation.a')],
    ],
    [
      'of a figure that is broken',
      { utilisation: { a: measure({ title: '' }) }, errors: { a: measure() } },
      ['shape/wrong-value: the text is empty → Write it as a sentence.'],
    ],
  ])('%s', (_, fields, want) => expect(said(fields)).toEqual(want));

  it('is said where the second stands', () => {
    const [problem] = inStack(resource({ utilisation: { memory: measure() }, errors: { memory: measure() } }));
    expect(listed(problem === undefined ? [] : [problem])).toEqual([
      'reference/duplicate-id  prod › db › errors.memory',
    ]);
    expect(problem?.address.place?.stack).toContain('units.test.ts');
  });

  it('of two units may be the same', () => {
    const utilisation = { memory: measure() };
    expect(inStack(resource({ utilisation }), resource({ id: 'other', utilisation }))).toEqual([]);
  });
});

describe('names that units share', () => {
  const limits = { high: { ...told, above: 5 } };
  const table: readonly (readonly [string, ReturnType<typeof inStack>, readonly string[]])[] = [
    [
      'a service and a resource',
      inStack(service({}), resource({ id: 'HOME' })),
      ['reference/duplicate-id  prod › HOME'],
    ],
    ['a service and a group', inStack(service({}), group({ id: 'home' })), ['reference/duplicate-id  prod › home']],
    [
      'a resource called like the files of the stack',
      inStack(resource({ id: 'stack' })),
      ['reference/duplicate-id  prod › stack'],
    ],
    [
      'an alert and a limit',
      inStack(resource({ saturation: { queue: measure({ limits }) }, alerts: { queueHigh: alert({}) } })),
      ['reference/duplicate-id  prod › db › saturation.queue.limits.high'],
    ],
    [
      'a limit that is named like the alert of a service',
      inStack(
        service({ alerts: { a: alert({}) } }),
        group({ kpis: { reach: kpi({ limits: { low: { ...told, name: 'HomeA', below: 5 } } }) } }),
      ),
      ['reference/duplicate-id  prod › business › kpis.reach.limits.low'],
    ],
    [
      'the dashboard of another',
      inStack(service({}), resource({ dashboard: { uid: 'prod-home' } })),
      ['reference/duplicate-id  prod › db › dashboard.uid'],
    ],
    [
      'a team that says something else',
      inStack(service({}), group({ team: { ...feedTeam, title: 'Other' } })),
      ['reference/duplicate-id  prod › team feed'],
    ],
    [
      'a runbook that says something else',
      inStack(
        service({ slos: { latency: latency({}) } }),
        resource({
          saturation: { queue: measure({ limits: { high: { ...limits.high, runbook: { ...slow, title: 'X' } } } }) },
        }),
      ),
      ['reference/duplicate-id  prod › runbook slow'],
    ],
  ];
  it.each(table)('%s', (_, found, want) => expect(listed(found)).toEqual(want));
});

describe('references of units', () => {
  const other = { ...P1, id: 'P9' };
  const strange = (fields: Loose) => inStack(resource(fields));
  const table: readonly (readonly [string, ReturnType<typeof inStack>, readonly string[]])[] = [
    ['a resource that a service stands on', inStack(service({ dependsOn: () => [resource({})] }), resource({})), []],
    [
      'a resource that is not in the stack',
      inStack(service({ dependsOn: () => [resource({})] })),
      ['reference/unknown-service  prod › home › dependsOn'],
    ],
    ['a resource on itself', strange({ dependsOn: () => [resource({})] }), ['reference/self  prod › db › dependsOn']],
    ['figures of the business', strange({ dependsOn: () => [group({})] }), ['reference/kind  prod › db › dependsOn']],
    [
      'a severity of another organisation in a limit',
      strange({ errors: { a: measure({ limits: { high: { ...told, severity: other, above: 5 } } }) } }),
      ['reference/severity  prod › db › errors.a.limits.high.severity'],
    ],
    [
      'a severity of another organisation in a comparison',
      inStack(group({ kpis: { a: kpi({ versus: { '7d': { low: { ...told, severity: other, below: '90%' } } } }) } })),
      ['reference/severity  prod › business › kpis.a.versus.7d.low.severity'],
    ],
    [
      'an evaluator of another stack',
      inStack(
        group({
          evaluator: s.prometheus({
            ...{ id: 'other', version: '2.42', scrapeInterval: '15s', evaluationInterval: '30s', retention: '40d' },
          }),
        }),
      ),
      ['reference/evaluator  prod › business › evaluator'],
    ],
    ['a KPI of a resource', strange({ errors: { a: kpi() } }), ['reference/kind  prod › db › errors.a']],
    ['a measure among KPIs', inStack(group({ kpis: { a: measure() } })), ['reference/kind  prod › business › kpis.a']],
    ['a value without a title', strange({ errors: { a: s.p99(duration) } }), ['reference/kind  prod › db › errors.a']],
    [
      'a service among the resources',
      problemsOf(stack({ infrastructure: [service({})] })),
      ['reference/kind  prod › infrastructure[0]'],
    ],
  ];
  it.each(table)('%s', (_, found, want) => expect(listed(found)).toEqual(want));
});
