/** What may be said of files that exist, and what is said to mistakes. */
import * as s from 'signalbox';
import { describe, expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import { pathText } from '../../generators/diagnostics/diagnostic.ts';
import { exampleStack, main, shopTeam } from '../cases/example.ts';

const files = new Map([
  ['rules.yaml', "groups: [{name: g, rules: [{alert: A, expr: 'up == 0', labels: {team: shop}}]}]"],
  ['other/rules.yaml', 'groups: []'],
  ['board.json', '{"uid": "old", "title": "Old", "panels": []}'],
]);

/** Anything may be passed where types were bypassed. */
const anything = (value: unknown): never => value as never;

/** What the stack around the files is told. */
const unasked = ['stack/no-services', 'stack/unwatched', 'route/external-lost'];

function compiledWith(beside: readonly s.Beside[], services: readonly s.Service[] = []) {
  const stack = exampleStack({ services, beside, levels: { 'stack/no-services': 'off' } });
  const { diagnostics, artifacts } = compile([stack], files);
  const said = diagnostics
    .filter(({ code }) => !unasked.includes(code))
    .map(({ code, address, message }) => `${code} ${pathText(address)}: ${message}`);
  return { said, paths: artifacts.map(({ path }) => path) };
}

const stranger = s.prometheus({ ...main, id: 'stranger' });

describe('a mistake has a place and a cure', () => {
  test.each<[string, readonly s.Beside[], readonly string[]]>([
    [
      'a file that is not there',
      [s.externalAlerts('gone.yaml')],
      ['load/existing-file example › alerts gone › file: the file gone.yaml cannot be read'],
    ],
    [
      'a dashboard that is not there',
      [s.existingDashboard('gone.json')],
      ['load/existing-file example › dashboard gone › file: the file gone.json cannot be read'],
    ],
    [
      'no file',
      [s.externalAlerts(anything(5))],
      ['shape/wrong-value example › alerts alerts › file: 5 is not the path of a file'],
    ],
    [
      'an option that there is not',
      [s.externalAlerts('rules.yaml', anything({ teem: shopTeam }))],
      ['shape/unknown-field example › alerts rules: unknown field `teem`; did you mean `team`?'],
    ],
    [
      'a team in quotes',
      [s.externalAlerts('rules.yaml', anything({ team: 'shop' }))],
      ['reference/kind example › alerts rules › team: "shop" is not a team'],
    ],
    [
      'a Prometheus of another stack',
      [s.externalAlerts('rules.yaml', { evaluator: stranger })],
      ["reference/evaluator example › alerts rules › evaluator: the evaluator stranger is not one of the stack's"],
    ],
    [
      'a folder of Grafana’s own',
      [s.existingDashboard('board.json', { folder: 'provisioning' })],
      ['shape/name example › dashboard board › folder: "provisioning" is not the name of a folder'],
    ],
    [
      'a path instead of a definition',
      [anything('rules.yaml')],
      ['reference/kind example › beside[0]: "rules.yaml" is not a file that exists'],
    ],
    [
      'two files of one name',
      [s.externalAlerts('rules.yaml'), s.externalAlerts('other/rules.yaml')],
      ['reference/duplicate-id example › alerts rules: two rule files have the id rules'],
    ],
  ])('%s', (_, beside, want) => {
    const { said } = compiledWith(beside);
    expect(said).toHaveLength(want.length);
    for (const [index, one] of want.entries()) expect(said[index]).toContain(one);
  });

  test('a service under the name of their pages', () => {
    const named = (id: string) => s.service({ id, title: id, team: shopTeam, tier: 'low', job: id });
    const { said } = compiledWith([s.externalAlerts('rules.yaml')], [named('external'), named('external-rules')]);
    expect(said).toEqual([
      'reference/duplicate-id example › external: the id external is taken by the files of the stack itself',
      'reference/duplicate-id example › external-rules: the id external-rules is taken by the files of the stack itself',
    ]);
  });

  test('one broken file leaves the others as they are', () => {
    const { said, paths } = compiledWith([s.externalAlerts(anything(5)), s.externalAlerts('rules.yaml')]);
    expect(said).toHaveLength(1);
    expect(paths).toContain('example/runbooks/external/rules.md');
  });
});

test('two files of one name in two folders, each with an id', () => {
  const { said, paths } = compiledWith([
    s.externalAlerts('rules.yaml'),
    s.externalAlerts('other/rules.yaml', { id: 'more' }),
  ]);
  expect(said).toEqual([]);
  expect(paths.filter((path) => /external/.test(path))).toEqual([
    'example/alertmanager/routes/external-more.yaml',
    'example/alertmanager/routes/external-rules.yaml',
    'example/runbooks/external/more.md',
    'example/runbooks/external/rules.md',
  ]);
});

test.each([
  ['existing/kubernetes-mixin.yaml', 'kubernetes-mixin'],
  ['a.b/node_exporter.rules.yml', 'node-exporter-rules'],
  ['2024-old.json', 'old'],
  ['...yaml', 'alerts'],
  [`${'x'.repeat(60)}.yaml`, 'x'.repeat(40)],
])('the file %s is called %s', (file, want) => {
  expect(s.externalAlerts(file).id).toBe(want);
});

test('without any of it a stack is what it was', () => {
  const { paths } = compiledWith([]);
  const model = compile([exampleStack({ services: [] })], files).artifacts.find(({ path }) =>
    path.endsWith('stack.json'),
  );
  expect(paths.filter((path) => /external|existing/.test(path))).toEqual([]);
  expect(model?.content).not.toMatch(/external"|existingDashboards/);
});
