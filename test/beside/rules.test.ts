/** What the interlock says of alerts and dashboards of others, and what it keeps to itself. */
import * as s from 'signalbox';
import { describe, expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import { rules } from '../../generators/interlock/index.ts';
import { exampleStack, shopTeam } from '../cases/example.ts';
import { besideBoard, boardText } from '../interlock/cases/existing.ts';
import { clean, compiled, requests } from '../interlock/fixture.ts';

const alertmanager = `route:
  receiver: mailbox
  routes:
    - {receiver: chat, matchers: [severity="warning"]}
    - {receiver: 'null', matchers: [severity="none"]}
    - {receiver: night, matchers: [namespace="shop"]}
receivers: [{name: mailbox, email_configs: [{to: a@example.org}]}, {name: chat, slack_configs: [{}]}, {name: 'null'}, {name: night, webhook_configs: [{}]}]
`;

/** What is said with one rule beside an Alertmanager of others, or beside none. */
function saidOf(rule: string, ownership: 'whole' | 'subtree' | 'none' = 'subtree') {
  const stack = exampleStack({
    services: [],
    alertmanager:
      ownership === 'whole' ? { version: '0.25', ownership } : { version: '0.25', ownership, existing: 'am.yaml' },
    beside: [s.externalAlerts('rules.yaml', { team: shopTeam })],
  });
  const files = new Map([
    ['am.yaml', alertmanager],
    ['rules.yaml', `groups:\n- name: g\n  rules:\n  - ${rule}\n`],
  ]);
  return compile([stack], files).diagnostics.filter(({ code }) => code.startsWith('route/external-'));
}

describe('an alert of others', () => {
  test.each([
    [
      'by no route',
      "{alert: A, expr: 'absent(up)', labels: {severity: info}}",
      'A in rules.yaml:4 matches no route and reaches only the default receiver mailbox',
    ],
    [
      'by a receiver that tells nobody',
      "{alert: A, expr: 'absent(up)', labels: {severity: none}}",
      'A in rules.yaml:4 reaches only null, which tells nobody',
    ],
    [
      'by a label of its expression',
      "{alert: A, expr: 'sum by (namespace) (x) > 0', labels: {severity: info}}",
      'A in rules.yaml:4 depends on the label namespace, known only when it fires: with another namespace than the routes name it reaches only mailbox',
    ],
    [
      'by a label that may be missing',
      "{alert: A, expr: 'x > 0', labels: {severity: info, namespace: '{{ $labels.ns }}'}}",
      'A in rules.yaml:4 depends on the label namespace, known only when it fires',
    ],
  ])('is named as lost %s', (_, rule, want) => {
    const said = saidOf(rule);
    expect(said.map(({ code, level }) => [code, level])).toEqual([['route/external-lost', 'warning']]);
    expect(said[0]?.message).toContain(want);
    expect(said[0]?.address.path).toEqual(['example', 'alerts rules', 'A']);
    expect(said[0]?.cure).toMatch(/in the existing Alertmanager file, or .*\.$/);
  });

  test('is not, where somebody hears', () => {
    expect(saidOf("{alert: A, expr: 'x > 0', labels: {severity: warning}}")).toEqual([]);
    expect(saidOf("{alert: A, expr: 'absent(x)', labels: {severity: info, namespace: shop}}")).toEqual([]);
  });

  test('is judged by our own tree where there is no other', () => {
    expect(
      saidOf("{alert: A, expr: 'absent(up)', labels: {severity: warning}}", 'whole').map(({ message }) => message),
    ).toEqual(['A in rules.yaml:4 matches no route and reaches only the default receiver shop/chat']);
    expect(
      saidOf("{alert: A, expr: 'absent(up)', labels: {environment: production, team: shop, severity: P1}}", 'whole'),
    ).toEqual([]);
  });

  test('is named where ours would take it from where it goes today', () => {
    const rule =
      "{alert: A, expr: 'absent(up)', labels: {environment: production, team: shop, severity: P1, namespace: shop}}";
    expect(saidOf(rule).map(({ code, message }) => [code, message])).toEqual([
      [
        'route/external-moved',
        'A in rules.yaml:4 reaches night today, and would reach signalbox/example/shop/page and signalbox/example/shop/chat',
      ],
    ]);
    expect(saidOf(rule, 'none')).toEqual([]);
    // Its expression may give the labels of ours; that it does nobody knows.
    expect(saidOf("{alert: A, expr: 'x > 0', labels: {severity: P1, namespace: shop}}")).toEqual([]);
  });

  test('has the labels that its Prometheus adds', () => {
    const away = s.prometheus({
      id: 'away',
      version: '2.42',
      scrapeInterval: '15s',
      evaluationInterval: '30s',
      retention: '45d',
      externalLabels: { namespace: 'shop' },
    });
    const stackOf = (evaluator?: s.Evaluator) =>
      exampleStack({
        services: [],
        evaluators: [away],
        alertmanager: { version: '0.25', ownership: 'subtree', existing: 'am.yaml' },
        beside: [s.externalAlerts('rules.yaml', evaluator === undefined ? {} : { evaluator })],
      });
    const files = new Map([
      ['am.yaml', alertmanager],
      ['rules.yaml', 'groups: [{name: g, rules: [{alert: A, expr: "x > 0", labels: {severity: info}}]}]'],
    ]);
    const lost = compile([stackOf(away)], files).diagnostics.filter(({ code }) => code === 'route/external-lost');
    expect(lost).toEqual([]);
  });
});

test('what others record is known: raw PromQL and panels may read it', () => {
  const read = s.promql('count')`sum by (cluster) (theirs:x:sum{cluster="a"}) > 1`;
  const proof = {
    given: { 'theirs:x:sum{cluster="a"}': '1x9' },
    quietAt: '1m',
    firesAt: '2m',
    clearsAt: '3m',
  } as const;
  const raw = s.alert({ ...told(), when: s.proved(read, proof), for: '5m' });
  const undeclared = (record: string) =>
    said('promql/undeclared', {
      service: { alerts: { raw } },
      stack: { beside: [s.externalAlerts('rules.yaml')] },
      files: { 'rules.yaml': `groups: [{name: g, rules: [{record: '${record}', expr: 'sum by (cluster) (x)'}]}]` },
    });
  expect(undeclared('theirs:x:sum')).toEqual([]);
  expect(undeclared('theirs:y:sum')).toEqual([
    'WebRaw selects theirs:x:sum, which nothing declares or records; did you mean `theirs:y:sum`?',
  ]);
});

function told() {
  const { alerts = {} } = clean;
  const { severity, impact, runbook } = Object.values(alerts)[0] ?? s.alert({} as never);
  return { severity, impact, runbook };
}

function said(code: string, changes: Parameters<typeof compiled>[0]): readonly string[] {
  const of = compiled(changes);
  return rules.filter((rule) => rule.code === code).flatMap(({ check }) => check(of).map(({ message }) => message));
}

test('our links may lead to a dashboard of others', () => {
  const files = { 'board.json': boardText({}) };
  const stack = { beside: [s.existingDashboard('board.json')] };
  const link = { do: 'Look at the hosts.', link: 'https://grafana.example.org/d/old/hosts' } as const;
  const runbook = s.runbook({ id: 'r', title: 'R', firstSteps: [link] });
  const slow = s.alert({ ...told(), when: s.silent(requests), for: '5m', runbook });
  const service = { alerts: { slow } };
  expect(said('link/unknown-dashboard', { service, files, stack })).toEqual([]);
  expect(said('link/unknown-dashboard', { service })).toEqual([expect.stringContaining('links to the dashboard old')]);
});

const existing = rules.filter(({ code }) => code.startsWith('existing/'));
const complaints = (text: string): readonly string[] => {
  const of = besideBoard(text);
  return existing.flatMap(({ check }) => check(of).map(({ message }) => message));
};
const variables = {
  templating: {
    list: [
      { name: 'source', type: 'datasource', query: 'prometheus' },
      {
        name: 'job',
        type: 'query',
        query: { query: 'label_values(up, job)' },
        datasource: { type: 'prometheus', uid: '$source' },
      },
      { name: 'step', type: 'custom', query: '1m,5m' },
      { name: 'n', type: 'textbox', query: '5' },
      { name: 'metric', type: 'custom', query: 'up,down' },
    ],
  },
};

describe('a dashboard of others is not complained of for', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['variables in matchers', { targets: [{ expr: 'up{job=~"$job"}' }, { expr: 'up{job=~"${job:regex}"}' }] }],
    [
      'variables in ranges',
      { targets: [{ expr: 'rate(http_requests_total[$step])' }, { expr: 'max_over_time(up[$__interval:${step}])' }] },
    ],
    ['variables as numbers', { targets: [{ expr: 'topk($n, up) > ${n}' }] }],
    [
      'variables as names',
      { targets: [{ expr: 'rate($metric[5m])' }, { expr: 'sum(node_$metric)' }, { expr: '${metric}{job="x"}' }] },
    ],
    [
      'queries of other sources',
      { datasource: { type: 'loki', uid: '$logs' }, targets: [{ expr: '{app="x"} |= "y"' }], title: 'Logs' },
    ],
    [
      'sources of Grafana’s own',
      { datasource: { type: 'datasource', uid: '-- Mixed --' }, targets: [{ datasource: '-- Dashboard --' }] },
    ],
    ['a text without unit', { type: 'text', fieldConfig: undefined }],
    ['a unit of an axis, as it was once', { type: 'graph', fieldConfig: undefined, yaxes: [{ format: 's' }, {}] }],
    ['a password that is filled in', { options: { password: '$password', token: '' } }],
    ['a link with variables of Grafana’s own', { links: [{ url: '/d/old?${__url_time_range}&var-job=${job}' }] }],
  ])('%s', (_, panel) => {
    const extra =
      panel.title === 'Logs'
        ? { list: [...variables.templating.list, { name: 'logs', type: 'datasource', query: 'loki' }] }
        : variables.templating;
    expect(complaints(boardText({ templating: extra }, panel))).toEqual([]);
  });
});

test('a dashboard may be anything, and no rule stumbles over it', () => {
  const odd = [null, 5, 'x', [], [null], [5], {}, { list: 5 }, { list: [null, { query: 5 }] }];
  const fields = ['panels', 'rows', 'templating', 'annotations', 'links'];
  const texts = fields.flatMap((field) =>
    odd.map((value) => JSON.stringify({ uid: 'old', title: 'Old', [field]: value })),
  );
  const panels = ['targets', 'datasource', 'fieldConfig', 'links', 'repeat', 'title', 'id', 'type'].flatMap((field) =>
    odd.map((value) => boardText({}, { [field]: value })),
  );
  for (const text of [...texts, ...panels]) expect(() => complaints(text), text).not.toThrow();
});
