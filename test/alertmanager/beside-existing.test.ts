import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readExisting } from '../../generators/derive/routing/existing.ts';
import { emitAlertmanager } from '../../generators/emit/alertmanager/index.ts';
import { alertLabels, receiversReached } from '../../generators/model/route-matching.ts';
import type { Alertmanager } from '../../generators/model/stack.ts';
import { checkConfig, onDisk, verifies } from './amtool.ts';
import { shop } from './fixture.ts';

const beside = (existing: string, ownership: 'subtree' | 'none' = 'subtree'): Alertmanager => ({
  version: '0.25',
  ownership,
  existing,
  smtp: { from: 'alerts@example.org', smarthost: 'mail:25' },
});

const block = `# Ours since 2019.
global:
  resolve_timeout: 5m   # legacy
route:
  receiver: ops
  group_by: ['cluster']
  routes:
    # night shift
    - receiver: dba
      match: {service: mysql}
    - receiver: ops   # the rest
      matchers: [ team="web", severity="critical" ]
receivers:
- name: ops
  webhook_configs: [{url: 'http://ops.internal/'}]
- name: 'dba'
inhibit_rules:
  - source_matchers: [severity="critical"]
    target_matchers: [severity="warning"]
    equal: [alertname]
templates: [ 'other/*.tmpl' ]
`;

const spare = 'route:\n    receiver: ops\nreceivers:\n    - name: ops\ninhibit_rules: []\ntemplates: # none yet';
const flow = '{"route": {"receiver": "ops"}, "receivers": [{"name": "ops"}]}';
const windows = block.replaceAll('\n', '\r\n');

const shapes = { block, spare, flow, windows };

/** Whether a text is what is left of another when something put into it is taken away. */
function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const one of whole) if (at < part.length && one === part.charAt(at)) at += 1;
  return at === part.length;
}

describe('beside an existing configuration', () => {
  test.each(Object.entries(shapes))('%s: what was there stays, and amtool accepts the whole', (_, existing) => {
    const compiled = shop(beside(existing));
    const files = emitAlertmanager(compiled);
    expect(compiled.observables.routing.problems).toEqual([]);
    expect(isSubsequence(existing, files[0]?.content ?? '')).toBe(true);
    const file = join(onDisk(files), 'shop/alertmanager/alertmanager.yaml');
    expect(checkConfig(file)).toMatchObject({ code: 0 });
    expect(readExisting(files[0]?.content ?? '').root.routes[0]?.receiver).toBe('signalbox/shop/heartbeat');
  });

  test('theirs is the same text, line by line and in order', () => {
    const text = emitAlertmanager(shop(beside(block)))[0]?.content ?? '';
    const lines = text.split('\n');
    const theirs = block.split('\n').filter((line) => !line.startsWith('templates') && line !== '');
    expect(theirs.filter((line) => !lines.includes(line))).toEqual([]);
    expect(theirs.map((line) => lines.indexOf(line)).filter((at, index, all) => at < (all[index - 1] ?? -1))).toEqual(
      [],
    );
  });

  test('our alerts reach ours, theirs reach theirs, by the real judge', () => {
    const compiled = shop(beside(block));
    const file = join(onDisk(emitAlertmanager(compiled)), 'shop/alertmanager/alertmanager.yaml');
    const { stack, observables } = compiled;
    for (const alert of observables.alerts) {
      const labels = alertLabels(stack, alert);
      const want = receiversReached(observables.routing.root, labels);
      expect(
        want.every((name) => name.startsWith('signalbox/shop/')),
        alert.id,
      ).toBe(true);
      expect(verifies(file, labels, want), alert.id).toBe(true);
    }
    expect(verifies(file, { service: 'mysql' }, ['dba'])).toBe(true);
    // The same team, hand-written: its severities are not ours.
    expect(verifies(file, { environment: 'production', team: 'web', severity: 'critical' }, ['ops'])).toBe(true);
    expect(verifies(file, { environment: 'staging', team: 'web', severity: 'P1' }, ['ops'])).toBe(true);
  });

  test.each([
    [
      'a name of ours that is taken',
      `${block.replace("'dba'", 'signalbox/shop/web/page')}`,
      'already has a receiver signalbox/shop/web/page',
    ],
    ['not YAML', 'route: [', 'is not YAML'],
    ['two documents', `${block}---\n{}\n`, 'is not YAML'],
    [
      'a look-ahead',
      block.replace('match: {service: mysql}', "match_re: {service: '(?!x)'}"),
      'has a bad matcher: service=~"(?!x)"',
    ],
    ['no operator', block.replace('team="web"', 'web'), 'has a bad matcher: web is not a matcher'],
    ['no route', 'receivers: []\n', 'has no route with a receiver'],
    [
      'routes that are an alias',
      'x: &x []\nroute:\n  receiver: a\n  routes: *x\nreceivers: []\n',
      'no place for our routes',
    ],
  ])('is refused: %s', (_, existing, message) => {
    const { problems } = shop(beside(existing)).observables.routing;
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
  });

  test('is refused: no file named', () => {
    const { problems } = shop({ version: '0.25', ownership: 'subtree' }).observables.routing;
    expect(problems.map(({ message }) => message)).toEqual([
      'The Alertmanager is shared (ownership subtree), and its file is not named.',
    ]);
  });
});

describe('an Alertmanager that is all others’', () => {
  test('only the expected routes are emitted, with the receivers of the existing file', () => {
    const files = emitAlertmanager(shop(beside(block.replace('severity="critical" ]', 'severity="P1" ]'), 'none')));
    expect(files.map(({ path }) => path)).toEqual(
      ['cart', 'payment', 'search', 'stack'].map((unit) => `shop/alertmanager/routes/${unit}.yaml`),
    );
    expect(files[0]?.content).toContain(
      'receivers:\n      - name: ops\n        tells: a receiver of the existing configuration',
    );
  });
});
