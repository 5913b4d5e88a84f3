/** What a file of rules that others write is read as, and what Prometheus would refuse it for. */
import { describe, expect, test } from 'vitest';
import { readRuleFile } from '../../generators/resolve/beside/rule-file.ts';
import { judge, withFiles } from '../judges/programs.ts';

const group = (...rules: readonly string[]) =>
  `groups:\n  - name: g\n    rules:\n${rules.map((rule) => `      - ${rule}\n`).join('')}`;

const sound = "{alert: A, expr: 'up == 0'}";

describe('is read', () => {
  test('labels as the texts that they are', () => {
    const { alerts, problems } = readRuleFile(
      group("{alert: 1, expr: 'up == 0', for: 5m, labels: {a: 1, b: yes, c: 1e3, d: 2027-01-01, e: ~, f: '~'}}"),
    );
    expect(problems).toEqual([]);
    expect(alerts).toMatchObject([{ alert: '1', group: 'g', line: 4, text: 'up == 0', for: '5m' }]);
    expect(alerts[0]?.labels).toEqual({ a: '1', b: 'yes', c: '1e3', d: '2027-01-01', f: '~' });
  });

  test('labels of a group, those of the rule before them', () => {
    const text =
      'groups:\n- name: g\n  labels: {team: a, tier: x}\n  rules:\n  - {alert: A, expr: up, labels: {team: b}}\n';
    expect(readRuleFile(text).alerts[0]?.labels).toEqual({ team: 'b', tier: 'x' });
  });

  test('anchors, aliases and merges; what an alias stands for has no line', () => {
    const text = group(
      "&first {alert: A, expr: 'up == 0', labels: &l {severity: critical}}",
      "{alert: B, expr: 'up == 0', labels: {<<: *l, team: x}}",
      '*first',
    );
    expect(readRuleFile(text).alerts.map(({ alert, line, labels }) => [alert, line, labels])).toEqual([
      ['A', 4, { severity: 'critical' }],
      ['B', 5, { severity: 'critical', team: 'x' }],
      ['A', undefined, { severity: 'critical' }],
    ]);
  });

  test('resources, several in a file and in lists, beside resources of other kinds', () => {
    const resource = (name: string) => ({
      kind: 'PrometheusRule',
      spec: { groups: [{ name, rules: [{ alert: name, expr: 'up' }] }] },
    });
    const text = [
      { kind: 'ConfigMap' },
      resource('one'),
      { kind: 'List', items: [resource('two'), { kind: 'Secret' }] },
      { kind: 'PrometheusRuleList', items: [resource('three')] },
    ]
      .map((one) => JSON.stringify(one))
      .join('\n---\n');
    const { alerts, problems } = readRuleFile(text);
    expect(problems).toEqual([]);
    expect(alerts.map(({ alert, line }) => [alert, line])).toEqual([
      ['one', 3],
      ['two', 5],
      ['three', 7],
    ]);
  });

  test('Windows line ends, a byte-order mark, and nothing where there is nothing', () => {
    const windows = `\ufeff# ours\r\n${group(sound).replaceAll('\n', '\r\n')}`;
    expect(readRuleFile(windows).alerts.map(({ line }) => line)).toEqual([5]);
    expect(readRuleFile('groups:\n')).toEqual({ alerts: [], recordings: [], problems: [] });
    expect(readRuleFile('groups:\n- name: g\n')).toEqual({ alerts: [], recordings: [], problems: [] });
  });

  test('names that JavaScript knows as well', () => {
    const text = group("{alert: __proto__, expr: 'up == 0', labels: {__proto__: x, constructor: y}}");
    const [alert] = readRuleFile(text).alerts;
    expect(Object.entries(alert?.labels ?? {})).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ]);
  });
});

/** The text, the lines with what is said of them, and whether promtool refuses it too. */
const refused: readonly (readonly [string, string, readonly string[], boolean])[] = [
  ['a tab', 'groups:\n\t- name: g\n', ['2: it is not YAML: tab characters must not be used in indentation'], true],
  ['a key twice', 'groups: []\ngroups: []\n', ['2: it is not YAML: duplicated mapping key'], true],
  ['an alias of nothing', 'groups: *x\n', ['1: it is not YAML: unidentified alias "x"'], true],
  ['another file', 'route: {receiver: x}\n', ['it is not a file of rules: there is neither a list `groups` nor'], true],
  ['a text', 'hello\n', ['it is not a file of rules'], true],
  ['groups that are none', 'groups: {a: 1}\n', ['1: `groups` is not a list'], true],
  ['a group without name', 'groups:\n- rules: []\n', ['2: a group has no name'], true],
  ['two groups of one name', 'groups:\n- name: g\n- name: g\n', ['3: two groups have the name "g"'], true],
  ['rules that are none', 'groups:\n- name: g\n  rules: 5\n', ['2: the `rules` of a group are not a list'], true],
  ['a rule that is a text', group('hello'), ['4: a rule is not a mapping'], true],
  ['a rule of neither kind', group("{expr: 'up'}"), ['4: a rule has neither `alert` nor `record`'], true],
  ['a rule of both kinds', group('{alert: A, record: b, expr: up}'), ['4: "A" has both `alert` and `record`'], true],
  ['no expression', group('{alert: A}'), ['4: "A" has no `expr`'], true],
  [
    'a wrong time',
    group('{alert: A, expr: up, for: 90}'),
    ['4: the `for` of "A" is "90", which is not a duration'],
    true,
  ],
  ['labels in a list', group('{alert: A, expr: up, labels: [a]}'), ['4: the labels of "A" are not a mapping'], true],
  [
    'a label in a list',
    group('{alert: A, expr: up, labels: {a: [b]}}'),
    ['4: the labels of "A" hold a "a" that is not a text'],
    true,
  ],
  ['a second document', `${group(sound)}---\ngroups: []\n`, ['a second YAML document begins'], false],
  [
    'several at once',
    group('{alert: A}', sound, '{expr: up}'),
    ['4: "A" has no `expr`', '6: a rule has neither `alert` nor `record`'],
    true,
  ],
];

describe('is refused', () => {
  test.each(refused)('%s', (_, text, want) => {
    const said = readRuleFile(text).problems.map(({ line, message }) =>
      line === undefined ? message : `${line}: ${message}`,
    );
    expect(said).toHaveLength(want.length);
    for (const [index, one] of want.entries()) expect(said[index]).toContain(one);
  });

  test('what promtool refuses, too', () => {
    const codes = refused.map(([, text]) =>
      withFiles({ 'a.yaml': text }, (directory) => judge('promtool', ['check', 'rules', `${directory}/a.yaml`]).code),
    );
    expect(codes.map((code) => code !== 0)).toEqual(refused.map(([, , , isRefused]) => isRefused));
  });

  test('and what is sound beside it is read', () => {
    expect(readRuleFile(group('{alert: A}', sound, '{expr: up}')).alerts).toHaveLength(1);
  });
});
