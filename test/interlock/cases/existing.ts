import * as s from '../../../generators/language/index.ts';
import type { Compiled } from '../../../generators/model/observables.ts';
import { compiled } from '../fixture.ts';
import { type Case, casesOf } from './case.ts';

/** The clean stack beside a file of alerts that others write. */
const besideRules = (...rules: readonly string[]): Compiled =>
  compiled({
    stack: { beside: [s.externalAlerts('old/rules.yaml')] },
    files: {
      'old/rules.yaml': `groups:\n  - name: old\n    rules:\n${rules.map((one) => `      - ${one}\n`).join('')}`,
    },
  });

type Json = Readonly<Record<string, unknown>>;

const sound: Json = { id: 1, type: 'timeseries', title: 'Old', fieldConfig: { defaults: { unit: 's' } } };

/** A dashboard of others with these panels, which are sound but for what is said. */
export const boardText = (board: Json, ...panels: readonly Json[]): string =>
  JSON.stringify({ uid: 'old', title: 'Old', panels: panels.map((one) => ({ ...sound, ...one })), ...board });

/** The clean stack beside a dashboard of others. */
export const besideBoard = (text: string): Compiled =>
  compiled({ stack: { beside: [s.existingDashboard('old/board.json')] }, files: { 'old/board.json': text } });

const asking = (expr: string, board: Json = {}) => besideBoard(boardText(board, { targets: [{ refId: 'A', expr }] }));

const onBoard = (code: string, ...cases: readonly Omit<Case, 'at' | 'code'>[]): readonly Case[] =>
  cases.map((one) => ({ ...one, code, at: 'prod › dashboard board' }));

/** What others wrote and keep. */
export const existingCases: readonly Case[] = [
  ...casesOf('alert/name-taken', {
    given: 'an alert of others under a name of ours',
    compiled: () => besideRules("{alert: WebSlow, expr: 'up == 0'}"),
    want: 'the name WebSlow is taken by an alert in old/rules.yaml:4',
    at: 'alerts.slow',
  }),
  ...[
    {
      code: 'existing/rule-file',
      given: 'a rule that is nothing',
      compiled: () => besideRules("{expr: 'up == 0'}"),
      want: 'old/rules.yaml:4: a rule has neither `alert` nor `record`',
      at: 'prod › alerts rules',
    },
    {
      code: 'existing/promql',
      given: 'an expression that does not parse',
      compiled: () => besideRules("{alert: A, expr: 'sum by (job (up)'}"),
      want: 'the PromQL of A in old/rules.yaml:4 is not valid in Prometheus 2.42',
      at: 'prod › alerts rules › A',
    },
    {
      code: 'existing/promql',
      given: 'an expression of the wrong type, the second of its shape',
      compiled: () => besideRules("{record: 'a:b', expr: 'rate(up_total)'}", "{alert: B, expr: 'rate(down_total)'}"),
      want: 'the PromQL of B in old/rules.yaml:5 is not valid',
      at: 'prod › alerts rules › B',
    },
    {
      code: 'existing/promql',
      given: 'a function that the evaluator does not have yet',
      compiled: () => besideRules("{alert: A, expr: 'mad_over_time(up[5m]) > 0'}"),
      want: 'is not valid in Prometheus 2.42',
      at: 'prod › alerts rules › A',
    },
  ],
  ...onBoard(
    'existing/dashboard',
    {
      given: 'no JSON',
      compiled: () => besideBoard('{"uid": '),
      want: 'old/board.json cannot be carried along: it is not JSON',
    },
    { given: 'no uid', compiled: () => besideBoard(boardText({ uid: null })), want: 'it has no uid' },
    {
      given: '41 characters',
      compiled: () => besideBoard(boardText({ uid: 'u'.repeat(41) })),
      want: 'has 41 characters',
    },
    { given: 'a path as uid', compiled: () => besideBoard(boardText({ uid: '../x' })), want: 'characters other than' },
    { given: 'no title', compiled: () => besideBoard(boardText({ title: ' ' })), want: 'it has no title' },
    { given: 'a list', compiled: () => besideBoard('[]'), want: 'it is not a dashboard' },
    { given: 'what the API answers', compiled: () => besideBoard('{"dashboard": {"uid": "a"}}'), want: 'wrapped' },
    { given: 'a resource', compiled: () => besideBoard('{"kind": "Dashboard", "spec": {}}'), want: 'with a `spec`' },
    { given: 'a broken encoding', compiled: () => besideBoard(boardText({ title: 'a\ufffd' })), want: 'not UTF-8' },
  ),
  ...onBoard('existing/dashboard-uid', {
    given: 'the uid of a dashboard of ours, in capitals',
    compiled: () => besideBoard(boardText({ uid: 'PROD-web' })),
    want: 'the uid PROD-web of old/board.json is the uid of a dashboard of this stack too',
  }),
  ...onBoard(
    'existing/data-source',
    {
      given: 'a uid of another Grafana',
      compiled: () => besideBoard(boardText({}, { datasource: { type: 'prometheus', uid: 'P1809F7CD0C75ACF3' } })),
      want: 'the panel "Old" of old/board.json asks the data source P1809F7CD0C75ACF3, and the stack has prometheus',
    },
    {
      given: 'a name, of a query alone',
      compiled: () => besideBoard(boardText({}, { targets: [{ datasource: 'Thanos', expr: 'up' }] })),
      want: 'asks the data source Thanos',
    },
  ),
  ...onBoard(
    'existing/duplicate-panel',
    {
      given: 'two panels of one id',
      compiled: () => besideBoard(boardText({}, { title: 'A' }, { title: 'B' })),
      want: 'the panel "A" and the panel "B" have one id in old/board.json',
    },
    {
      given: 'one of them in a collapsed row',
      compiled: () =>
        besideBoard(boardText({}, { title: 'A' }, { id: 9, type: 'row', panels: [{ id: 1, title: 'B' }] })),
      want: 'the panel "A" and the panel "B" have one id',
    },
  ),
  ...onBoard('existing/panel-unit', {
    given: 'a panel without unit',
    compiled: () => besideBoard(boardText({}, { type: 'stat', fieldConfig: { defaults: { unit: '' } } })),
    want: 'the panel "Old" of old/board.json has no unit',
  }),
  ...onBoard(
    'existing/query',
    {
      given: 'a query that does not parse',
      compiled: () => asking('sum(rate(x[5m])'),
      want: 'the panel "Old" of old/board.json asks what is not valid in Prometheus 2.42',
    },
    {
      given: 'a query in an annotation',
      compiled: () => besideBoard(boardText({ annotations: { list: [{ name: 'Deploys', expr: 'up ==' }] } })),
      want: 'the annotation "Deploys" of old/board.json',
    },
  ),
  ...onBoard(
    'existing/secret',
    {
      given: 'a token in a field',
      compiled: () => besideBoard(boardText({}, { options: { apiKey: 'hunter2' } })),
      want: 'old/board.json contains a value of apiKey (at panels.0.options.apiKey)',
    },
    {
      given: 'a password in a link',
      compiled: () => besideBoard(boardText({ links: [{ url: 'https://me:hunter2@wiki.example.org' }] })),
      want: 'an address with a user name or password (at links.0.url)',
    },
    {
      given: 'a key in a text',
      compiled: () => besideBoard(boardText({}, { options: { content: 'curl -H "Authorization: glsa_abcdef"' } })),
      want: 'what looks like a key (at panels.0.options.content)',
    },
    {
      given: 'a key in a query of an address',
      compiled: () => besideBoard(boardText({ links: [{ url: 'https://x.example.org/?token=abc' }] })),
      want: 'an address with the parameter token',
    },
  ),
  ...onBoard(
    'existing/undefined-variable',
    {
      given: 'a variable in a query',
      compiled: () => asking('up{job=~"$job"}'),
      want: 'the panel "Old" of old/board.json uses $job, which the dashboard does not define',
    },
    {
      given: 'what an export for sharing leaves',
      compiled: () => besideBoard(boardText({}, { datasource: { type: 'prometheus', uid: '${DS_PROMETHEUS}' } })),
      want: 'uses $DS_PROMETHEUS',
    },
    {
      given: 'a panel that is repeated for nothing',
      compiled: () => besideBoard(boardText({}, { repeat: 'node' })),
      want: 'uses $node',
    },
  ),
  ...onBoard(
    'existing/unknown-series',
    {
      given: 'a metric that nobody declares',
      compiled: () => asking('sum(rate(gone_total[$__rate_interval]))'),
      want: 'the panel "Old" of old/board.json selects gone_total, which nothing declares or records',
    },
    {
      given: 'the list of a variable',
      compiled: () =>
        besideBoard(
          boardText({ templating: { list: [{ name: 'v', type: 'query', query: 'label_values(gone, job)' }] } }),
        ),
      want: 'the variable v of old/board.json selects gone',
    },
  ),
];
