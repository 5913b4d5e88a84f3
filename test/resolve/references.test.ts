import * as s from 'signalbox';
import { describe, expect, it } from 'vitest';
import { alert, feedTeam, listed, main, P1, P2, problemsOf, service, slow, stack } from './sample.ts';

describe('references', () => {
  const other = { ...P1, id: 'P9' };
  const elsewhere = s.prometheus({ ...main, id: 'other' });
  const twin = s.runbook({ id: 'slow', title: 'Another', firstSteps: ['Look.'] });
  const copy = s.runbook({ id: 'slow', title: 'Slow', firstSteps: ['Look at the dashboard.'] });
  const one = service({ id: 'one', alerts: { a: alert({}) } });
  const mail = { ...feedTeam, receivers: { email: s.email({ to: 'feed@example.com' }) } };
  const table: readonly (readonly [string, object, readonly string[]])[] = [
    [
      'a service that is not in the stack',
      { services: [service({ dependsOn: () => [one] })] },
      ['reference/unknown-service  prod › home › dependsOn'],
    ],
    [
      'a service with a mistake is still in the stack',
      { services: [service({ dependsOn: () => [one] }), { ...one, tier: 'x' }] },
      ['shape/wrong-value  prod › one › tier'],
    ],
    [
      'a severity of another organisation',
      { services: [service({ alerts: { a: alert({ severity: other }) } })] },
      ['reference/severity  prod › home › alerts.a.severity'],
    ],
    [
      'a burn severity of another organisation',
      { burn: { ...stack({}).burn, low: { page: other, ticket: P2 } } },
      ['reference/severity  prod › burn.low.page'],
    ],
    [
      'an evaluator of another stack',
      { services: [service({ evaluator: elsewhere })] },
      ['reference/evaluator  prod › home › evaluator'],
    ],
    ['two services of one id', { services: [one, service({ id: 'ONE' })] }, ['reference/duplicate-id  prod › ONE']],
    ['a service listed twice', { services: [service({}), service({})] }, ['reference/duplicate-id  prod › home']],
    [
      'a service that takes the place of the stack',
      { services: [service({ id: 'stack' })] },
      ['reference/duplicate-id  prod › stack'],
    ],
    ['two severities of one id', { severities: [P1, P2, { ...P2 }] }, ['reference/duplicate-id  prod › severity P2']],
    [
      'two evaluators of one id',
      { evaluators: [main, { ...main }] },
      ['reference/duplicate-id  prod › prometheus main'],
    ],
    [
      'two teams of one id',
      { services: [service({ team: { ...feedTeam, title: 'Other' } })] },
      ['reference/duplicate-id  prod › team feed'],
    ],
    ['one team written twice', { services: [service({ team: { ...feedTeam } })] }, []],
    [
      'two runbooks of one id',
      { services: [service({ alerts: { a: alert({}), b: alert({ runbook: twin }) } })] },
      ['reference/duplicate-id  prod › runbook slow'],
    ],
    [
      'one runbook written twice',
      { services: [service({ alerts: { a: alert({}), b: alert({ runbook: copy }) } })] },
      [],
    ],
    [
      'a runbook that takes the place of their list',
      { services: [service({ alerts: { a: alert({ runbook: { ...slow, id: 'readme' } }) } })] },
      ['reference/duplicate-id  prod › runbook readme'],
    ],
    [
      'two alerts of one name',
      { services: [one, service({ alerts: { b: alert({ name: 'OneA' }) } })] },
      ['reference/duplicate-id  prod › home › alerts.b'],
    ],
    [
      'an alert called like the heartbeat',
      { services: [service({ alerts: { b: alert({ name: 'Heartbeat' }) } })] },
      ['reference/duplicate-id  prod › home › alerts.b'],
    ],
    [
      'two dashboards of one uid',
      { services: [one, service({ dashboard: { uid: 'prod-one' } })] },
      ['reference/duplicate-id  prod › home › dashboard.uid'],
    ],
    [
      'a file that is not there',
      { alertmanager: { version: '0.25', ownership: 'none', existing: 'am.yaml' } },
      ['load/existing-file  prod › alertmanager.existing'],
    ],
    ['e-mail without a sender', { defaultTeam: mail }, ['shape/missing-field  prod › alertmanager.smtp']],
  ];
  it.each(table)('%s', (_, fields, want) => {
    expect(listed(problemsOf(stack({ ...fields })))).toEqual(want);
  });
});
