import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readExisting } from '../../generators/derive/routing/existing.ts';
import { emitAlertmanager } from '../../generators/emit/alertmanager/index.ts';
import { receiversReached } from '../../generators/model/route-matching.ts';
import { amtoolReceivers, onDisk } from './amtool.ts';
import { shop } from './fixture.ts';

/** What hand-written files do: `continue`, nesting, both old spellings, anchored and negative expressions, no matchers. */
const grown = `
route:
  receiver: root
  group_by: [alertname]
  routes:
    - receiver: audit
      continue: true
      matchers: ['severity=~"P1|P2"']
      routes:
        - {receiver: audit-web, match: {team: web}, continue: yes}
        - {receiver: audit-any, match_re: {team: 'w.*|p.y'}}
    - matchers: [ 'team!="pay"', 'environment!~"stag.*"' ]
      receiver: not-pay
      continue: true
      routes:
        - {matchers: ['{severity="P1", team=~"web"}'], receiver: deep, continue: true}
        - {matchers: [severity=P3]}
    - {receiver: quoted, matchers: ['service="a\\"b\\\\c\\n,d"']}
    - {receiver: no-team, matchers: ['team=""']}
    - receiver: all
      routes: [{receiver: never-alone, matchers: ['host=~"host"']}]
    - {receiver: unreachable}
receivers:
${['root', 'audit', 'audit-web', 'audit-any', 'not-pay', 'deep', 'quoted', 'no-team', 'all', 'never-alone', 'unreachable'].map((name) => `  - {name: ${name}}`).join('\n')}
`;

type Labels = Readonly<Record<string, string>>;

const choices: Readonly<Record<string, readonly string[]>> = {
  alertname: ['Heartbeat', 'cartP1'],
  environment: ['production', 'staging', ''],
  team: ['web', 'pay', 'webs', ''],
  severity: ['P1', 'P2', 'P3', 'P9'],
  service: ['cart', 'a"b\\c\n,d', '{{ x }} 😀'],
  host: ['host', 'hostname'],
};

/** Every `step`th of all combinations: 576 of them. Five divides no number of choices, so every pair of values is met. */
function labelSets(step: number): readonly Labels[] {
  let sets: readonly Labels[] = [{}];
  for (const [name, values] of Object.entries(choices)) {
    sets = sets.flatMap((labels) => values.map((value) => (value === '' ? labels : { ...labels, [name]: value })));
  }
  return sets.filter((_, index) => index % step === 0);
}

test('an intricate hand-written tree, on 116 label sets', () => {
  const { root, problems } = readExisting(grown);
  const file = join(onDisk([{ path: 'a.yaml', content: grown }]), 'a.yaml');
  const sets = labelSets(5);
  expect(problems).toEqual([]);
  expect(sets).toHaveLength(116);
  const differ = sets.filter((labels) => amtoolReceivers(file, labels) !== receiversReached(root, labels).join(','));
  expect(differ).toEqual([]);
  // The comparison saw every branch but `unreachable`, and `root`, before which `all` takes everything.
  const seen = new Set(sets.flatMap((labels) => receiversReached(root, labels)));
  expect([...seen].sort()).toEqual([
    'all',
    'audit',
    'audit-any',
    'audit-web',
    'deep',
    'never-alone',
    'no-team',
    'not-pay',
    'quoted',
  ]);
});

test('a generated tree, on 116 label sets', () => {
  const compiled = shop();
  const file = join(onDisk(emitAlertmanager(compiled)), 'shop/alertmanager/alertmanager.yaml');
  const sets = labelSets(5);
  expect(sets).toHaveLength(116);
  const { root } = compiled.observables.routing;
  const differ = sets.filter((labels) => amtoolReceivers(file, labels) !== receiversReached(root, labels).join(','));
  expect(differ).toEqual([]);
});

test('a difference would be seen', () => {
  const file = join(onDisk([{ path: 'a.yaml', content: grown }]), 'a.yaml');
  const { root } = readExisting(grown.replace('continue: true', 'continue: false'));
  const labels = { team: 'web', severity: 'P1' };
  expect(amtoolReceivers(file, labels)).not.toBe(receiversReached(root, labels).join(','));
});
