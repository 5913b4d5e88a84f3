import * as s from 'signalbox';
import { describe, expect, it } from 'vitest';
import { alert, feedTeam, latency, listed, P1, problemsOf, service, serviceProblems, stack } from './sample.ts';

it('a stack without mistakes has no problems, and an empty one neither', () => {
  const dependsOn = () => [s.external({ id: 'search', title: 'Search' })];
  expect(serviceProblems({ slos: { latency: latency({}) }, alerts: { slow: alert({}) }, dependsOn })).toEqual([]);
  expect(problemsOf(stack({ services: [] }))).toEqual([]);
});

describe('every mistake has a code and a path, and is said once', () => {
  const table: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    ['a misspelt field', { onwer: 1 }, ['shape/unknown-field  prod › home']],
    [
      'two misspelt fields',
      { onwer: 1, tiers: 1 },
      ['shape/unknown-field  prod › home', 'shape/unknown-field  prod › home'],
    ],
    ['a misspelt field inside', { expected: { p9: '1s' } }, ['shape/unknown-field  prod › home › expected']],
    ['a forgotten field', { title: undefined }, ['shape/missing-field  prod › home › title']],
    ['a text for a team', { team: 'feed' }, ['reference/kind  prod › home › team']],
    ['a severity for a team', { team: P1 }, ['reference/kind  prod › home › team']],
    ['a tier that there is not', { tier: 'urgent' }, ['shape/wrong-value  prod › home › tier']],
    ['an array of dependencies', { dependsOn: [service({})] }, ['shape/wrong-value  prod › home › dependsOn']],
    ['dependencies that fail', { dependsOn: () => fail() }, ['shape/wrong-value  prod › home › dependsOn']],
    ['dependencies that are no list', { dependsOn: () => 7 }, ['shape/wrong-value  prod › home › dependsOn']],
    ['a dependency that is no service', { dependsOn: () => ['a'] }, ['reference/kind  prod › home › dependsOn']],
    ['an undefined dependency', { dependsOn: () => [undefined] }, ['reference/kind  prod › home › dependsOn']],
    ['an id with a space', { id: 'my home' }, ['shape/name  prod › my home › id']],
    ['an id that is no text', { id: 7 }, ['shape/name  prod › services[0] › id']],
    ['an SLO among the alerts', { alerts: { a: latency({}) } }, ['reference/kind  prod › home › alerts.a']],
    ['a key with a dash', { alerts: { 'a-b': alert({}) } }, ['shape/name  prod › home › alerts']],
    ['a list of alerts', { alerts: [alert({})] }, ['shape/wrong-value  prod › home › alerts']],
    [
      'an alert without runbook',
      { alerts: { a: alert({ runbook: undefined }) } },
      ['shape/missing-field  prod › home › alerts.a.runbook'],
    ],
    ['a number as a duration', { alerts: { a: alert({ for: 5 }) } }, ['shape/wrong-value  prod › home › alerts.a.for']],
    [
      'a negative duration',
      { alerts: { a: alert({ for: '-5m' }) } },
      ['shape/wrong-value  prod › home › alerts.a.for'],
    ],
    [
      'an impact over two lines',
      { alerts: { a: alert({ impact: 'a\nb' }) } },
      ['shape/wrong-value  prod › home › alerts.a.impact'],
    ],
    [
      'an alert name with a space',
      { alerts: { a: alert({ name: 'A B' }) } },
      ['shape/name  prod › home › alerts.a.name'],
    ],
    [
      'noTraffic forgotten',
      { slos: { a: latency({ noTraffic: undefined }) } },
      ['shape/missing-field  prod › home › slos.a.noTraffic'],
    ],
    [
      'an objective as a number',
      { slos: { a: latency({ objective: 99 }) } },
      ['shape/wrong-value  prod › home › slos.a.objective'],
    ],
    [
      'an address with a password',
      { links: { Wiki: 'https://me:secret@wiki.example.com' } },
      ['shape/wrong-value  prod › home › links.Wiki'],
    ],
  ];
  it.each(table)('%s', (_, fields, want) => {
    expect(listed(serviceProblems(fields))).toEqual(want);
  });
});

describe('stacks, people and runbooks', () => {
  const runbook = (fields: object) =>
    s.runbook({ id: 'down', title: 'Down', firstSteps: ['Look.'], ...fields } as never);
  const withRunbook = (fields: object) => [service({ alerts: { a: alert({ runbook: runbook(fields) }) } })];
  const withReceiver = (receiver: unknown) => ({ ...feedTeam, receivers: { page: receiver } });
  const table: readonly (readonly [string, Readonly<Record<string, unknown>>, readonly string[]])[] = [
    ['a number for services', { services: 5 }, ['shape/wrong-value  prod › services']],
    ['a text for a service', { services: ['feed'] }, ['reference/kind  prod › services[0]']],
    ['no evaluator', { evaluators: [] }, ['shape/wrong-value  prod › evaluators']],
    ['a stack title forgotten', { title: undefined }, ['shape/missing-field  prod › title']],
    [
      'a tier without severities',
      { burn: { critical: {} } },
      [
        'shape/missing-field  prod › burn.critical.page',
        'shape/missing-field  prod › burn.critical.ticket',
        'shape/missing-field  prod › burn.high',
        'shape/missing-field  prod › burn.low',
        'shape/missing-field  prod › burn.normal',
      ],
    ],
    ['a way that there is not', { deliver: { pager: 'chat' } }, ['shape/unknown-field  prod › deliver']],
    [
      'beside an Alertmanager without its file',
      { alertmanager: { version: '0.25', ownership: 'none' } },
      ['shape/missing-field  prod › alertmanager.existing'],
    ],
    [
      'a waiver without an end',
      { waivers: [{ code: 'a', of: 'b', reason: 'c', owner: 'd', until: 'never' }] },
      ['shape/wrong-value  prod › waivers[0].until'],
    ],
    [
      'a webhook without address',
      { defaultTeam: withReceiver(s.webhook({})) },
      ['shape/missing-field  prod › team feed › receivers.page'],
    ],
    [
      'a webhook with two',
      { defaultTeam: withReceiver(s.webhook({ url: 'https://a.example.com', urlFile: '/a' })) },
      ['shape/wrong-value  prod › team feed › receivers.page'],
    ],
    [
      'a channel without #',
      { defaultTeam: withReceiver(s.slack({ channel: 'feed' as never, apiUrlFile: '/a' })) },
      ['shape/name  prod › team feed › receivers.page.channel'],
    ],
    [
      'a runbook without steps',
      { services: withRunbook({ firstSteps: [] }) },
      ['shape/wrong-value  prod › runbook down › firstSteps'],
    ],
    [
      'a misspelt field in a step',
      { services: withRunbook({ firstSteps: [{ do: 'Look.', comand: 'ls' }] }) },
      ['shape/unknown-field  prod › runbook down › firstSteps[0]'],
    ],
    [
      'a severity without a way',
      { severities: [{ ...P1, notify: [] }] },
      ['shape/wrong-value  prod › severity P1 › notify'],
    ],
  ];
  it.each(table)('%s', (_, fields, want) => {
    expect(listed(problemsOf(stack(fields)))).toEqual(want);
  });
});

it('says what is meant, and what to do', () => {
  const said = (fields: Readonly<Record<string, unknown>>) =>
    serviceProblems(fields).map(({ message, cure }) => `${message} → ${cure}`);
  expect(said({ titel: 'Home' })).toEqual([
    'unknown field `titel`; did you mean `title`? → Correct the spelling, or remove it.',
  ]);
  expect(said({ team: 'feed' })).toEqual(['"feed" is not a team → Import the team and pass it without quotes.']);
  expect(said({ tier: undefined })).toEqual([
    'the field `tier` is missing; it takes one of critical, high, normal, low → Write one of critical, high, normal, low.',
  ]);
  expect(said({ alerts: { a: 5 } })).toEqual(['5 is not an alert → Write alert({…}).']);
});

it('a thing that many share is complained about once, in the place where it was written', () => {
  const broken = s.team({ id: 'feed', title: '', receivers: {} });
  const services = ['a', 'b', 'c'].map((id) => service({ id, team: broken }));
  const both = [stack({ services }), stack({ id: 'staging', services })];
  const diagnostics = problemsOf(...both);
  expect(listed(diagnostics)).toEqual(['shape/wrong-value  prod › team feed › title']);
  expect(diagnostics[0]?.address.place?.stack).toContain('shapes.test.ts');
});

it('what is no stack, and two stacks of one id, are refused', () => {
  expect(listed(problemsOf('prod', undefined, service({})))).toEqual([
    'load/no-stacks  stacks[0]',
    'load/no-stacks  stacks[1]',
    'load/no-stacks  stacks[2]',
  ]);
  expect(listed(problemsOf(stack({}), stack({ id: 'PROD' })))).toEqual(['reference/duplicate-id  PROD']);
});

function fail(): never {
  throw new Error('no');
}
