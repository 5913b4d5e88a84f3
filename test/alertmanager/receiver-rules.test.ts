import { describe, expect, test } from 'vitest';
import type { Compiled } from '../../generators/model/observables.ts';
import type { Alertmanager, Receiver, Severity, Team } from '../../generators/model/stack.ts';
import { found, messages } from './findings.ts';
import {
  alertOf,
  channel,
  compiledOf,
  heartbeatOf,
  P1,
  P2,
  P5,
  pager,
  serviceOf,
  severityOf,
  stackOf,
  teamOf,
} from './fixture.ts';

const web = teamOf('web');
const whole: Alertmanager = {
  version: '0.25',
  ownership: 'whole',
  smtp: { from: 'a@example.org', smarthost: 'mail:25' },
};

function withTeam(team: Team, severity: Severity, alertmanager: Alertmanager = whole): Compiled {
  const stack = stackOf([team], { alertmanager });
  return compiledOf(stack, [alertOf(serviceOf('cart', team), severity), heartbeatOf(stack)]);
}

describe('route/no-receiver', () => {
  test('said once for a severity and kind, with the first alert', () => {
    const team = teamOf('web', { chat: channel('web') });
    const services = [serviceOf('cart', team), serviceOf('search', team)];
    const compiled = compiledOf(
      stackOf([team]),
      services.map((service) => alertOf(service, P1)),
    );
    expect(messages('route/no-receiver', compiled)).toEqual([
      'web has no receiver for page, and cartP1 has severity P1.',
    ]);
  });

  test('a severity that nobody uses needs no receiver, and `log` none at all', () => {
    expect(messages('route/no-receiver', withTeam(teamOf('web', { chat: channel('web') }), P5))).toEqual([]);
  });

  test('a default team that cannot be told', () => {
    expect(messages('route/no-receiver', withTeam(teamOf('web', {}), P5))).toEqual([
      'The default team web has no receiver, so nobody hears of an alert that no route takes.',
    ]);
  });
});

describe('route/page-without-escalation', () => {
  test.each<[string, Receiver, Severity, readonly string[]]>([
    ['a pager with a policy', pager('web'), P2, []],
    ['a channel', channel('web'), P2, ['cartP2 pages web through slack, which has no escalation policy.']],
    [
      'a pager without',
      { kind: 'pagerduty', routingKeyFile: '/k', escalationPolicy: ' ' },
      P1,
      ['cartP1 pages web through pagerduty, which has no escalation policy.'],
    ],
    ['remapped to chat', channel('web'), severityOf('P2', { notify: ['chat'] }), []],
  ])('%s', (_, page, severity, want) => {
    expect(
      messages('route/page-without-escalation', withTeam(teamOf('web', { page, chat: channel('web') }), severity)),
    ).toEqual(want);
  });
});

describe('receivers', () => {
  const hook = (url: string): Receiver => ({ kind: 'webhook', url });
  const ticketed = (ticket: Receiver, alertmanager?: Alertmanager) =>
    withTeam(teamOf('web', { chat: channel('web'), ticket }), P5, alertmanager);

  test('route/receiver-version: `url_file` needs 0.26', () => {
    const file: Receiver = { kind: 'webhook', urlFile: '/etc/url' };
    expect(messages('route/receiver-version', ticketed(file))).toEqual([
      'webhook_configs.url_file needs Alertmanager 0.26; the stack has 0.25.',
    ]);
    expect(found('route/receiver-version', ticketed(file))[0]?.address.path.at(-1)).toMatch(/receivers\.ticket$/);
    expect(messages('route/receiver-version', ticketed(file, { ...whole, version: '0.26' }))).toEqual([]);
  });

  test.each<[string, Receiver, Alertmanager, readonly string[]]>([
    ['no address', { kind: 'webhook' }, whole, ['The webhook has no address: neither `url` nor `urlFile`.']],
    [
      'two addresses',
      { kind: 'webhook', url: 'http://a', urlFile: '/b' },
      whole,
      ['The webhook has two addresses: `url` and `urlFile`.'],
    ],
    [
      'no sender',
      { kind: 'email', to: 'a@example.org' },
      { version: '0.25', ownership: 'whole' },
      ['E-mail needs a sender and a mail server, and the stack names none.'],
    ],
    ['a sender', { kind: 'email', to: 'a@example.org' }, whole, []],
  ])('route/incomplete-receiver: %s', (_, receiver, alertmanager, want) => {
    expect(messages('route/incomplete-receiver', ticketed(receiver, alertmanager))).toEqual(want);
  });

  test.each<[string, Receiver, string | undefined]>([
    ['a plain address', hook('http://ticket-bridge.internal:8080/api/v2/alertmanager-production-2'), undefined],
    ['Slack', hook('https://hooks.slack.com/services/T0/B0/x'), 'addresses at hooks.slack.com are keys'],
    ['a password', hook('https://user:hunter2@example.org/'), 'a user name or password'],
    ['a long token', hook('https://example.org/hook/dG9rZW4xMjM0NTY3ODkw'), 'a key in its path'],
    ['a UUID', hook('https://example.org/0f8fad5b-d9cb-469f-a165-70867728950e'), 'a key in its path'],
    ['a parameter', hook('https://example.org/?api_key=abc'), 'the parameter api_key'],
    [
      'an address for a file',
      { kind: 'slack', channel: '#a', apiUrlFile: 'https://example.org/x' },
      'where the path of a file belongs',
    ],
    [
      'a key for a file',
      { ...pager('web'), kind: 'pagerduty', routingKeyFile: 'R0123456789ABCDEF0123456789ABCDE', escalationPolicy: 'x' },
      'where the path of a file belongs',
    ],
    ['a file', pager('web'), undefined],
  ])('route/secret: %s', (_, receiver, want) => {
    const got = messages('route/secret', ticketed(receiver));
    expect(got).toHaveLength(want === undefined ? 0 : 1);
    if (want !== undefined) expect(got[0]).toContain(want);
    expect(got.join()).not.toMatch(/hunter2|dG9rZW4|R0123|0f8fad5b/);
  });

  test('the heartbeat’s receiver is looked at too', () => {
    const receiver = hook('https://hc-ping.com/0f8fad5b-d9cb-469f-a165-70867728950e');
    const stack = stackOf([web], {
      heartbeat: { everyMs: 60_000, receiver, address: { path: ['shop', 'heartbeat'] } },
    });
    expect(found('route/secret', compiledOf(stack, [])).map(({ address }) => address.path)).toEqual([
      ['shop', 'heartbeat', 'receiver'],
    ]);
  });
});
