import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { deriveRouting } from '../../generators/derive/routing/index.ts';
import { emitAlertmanager } from '../../generators/emit/alertmanager/index.ts';
import { alertLabels, receiversReached } from '../../generators/model/route-matching.ts';
import { checkConfig, onDisk, verifies } from './amtool.ts';
import { alertOf, compiledOf, P1, P2, serviceOf, shop, stackOf, teamOf } from './fixture.ts';

const textOf = (compiled: ReturnType<typeof shop>, end: string): string => {
  const found = emitAlertmanager(compiled).find(({ path }) => path.endsWith(end));
  if (found === undefined) throw new Error(`${end} is not emitted`);
  return found.content;
};

describe('an Alertmanager that is ours', () => {
  test('amtool accepts the configuration and finds its templates', () => {
    const directory = onDisk(emitAlertmanager(shop()));
    const { code, output } = checkConfig(join(directory, 'shop/alertmanager/alertmanager.yaml'));
    expect(output).toContain('- 1 templates\n  SUCCESS');
    expect(output).toContain('- 1 inhibit rules\n - 8 receivers');
    expect(code).toBe(0);
  });

  test('paths are relative to the output directory, one file of routes for each unit', () => {
    expect(emitAlertmanager(shop()).map(({ path }) => path)).toEqual([
      'shop/alertmanager/alertmanager.yaml',
      'shop/alertmanager/templates/signalbox.tmpl',
      'shop/alertmanager/routes/cart.yaml',
      'shop/alertmanager/routes/payment.yaml',
      'shop/alertmanager/routes/search.yaml',
      'shop/alertmanager/routes/stack.yaml',
    ]);
  });

  test('the real judge finds the expected receivers of every alert', () => {
    const compiled = shop();
    const files = emitAlertmanager(compiled);
    const config = join(onDisk(files), 'shop/alertmanager/alertmanager.yaml');
    const expected = files.filter(({ path }) => path.includes('/routes/')).flatMap(({ content }) => listed(content));
    expect(expected).toHaveLength(compiled.observables.alerts.length);
    for (const { labels, receivers } of expected)
      expect(verifies(config, labels, receivers), JSON.stringify(labels)).toBe(true);
    expect(verifies(config, { team: 'web', severity: 'P1', environment: 'production' }, ['web/chat', 'web/page'])).toBe(
      false,
    );
  });

  test.each([
    ['P1 pages and also posts, in this order', 'cartP1', ['web/page', 'web/chat']],
    ['P2 pages', 'paymentP2', ['pay/page']],
    ['P3 posts', 'searchP3', ['web/chat']],
    ['P4 files a ticket', 'paymentP4', ['pay/ticket']],
    ['P5 tells nobody', 'cartP5', ['log']],
    ['the heartbeat has its own', 'Heartbeat', ['heartbeat']],
  ])('%s', (_, name, want) => {
    const { stack, observables } = shop();
    const alert = observables.alerts.find(({ rule }) => rule.alert === name);
    expect(alert && receiversReached(observables.routing.root, alertLabels(stack, alert))).toEqual(want);
  });

  test('the heartbeat comes first and is told again at every tick of its group', () => {
    const first = shop().observables.routing.root.routes[0];
    expect(first).toMatchObject({ receiver: 'heartbeat', groupWaitMs: 0, groupIntervalMs: 60_000, continue: false });
    // The same as the group interval would be every second tick.
    expect(first?.repeatMs).toBe(30_000);
  });

  test('alerts of another environment are not taken by our teams', () => {
    const { root } = shop().observables.routing;
    expect(receiversReached(root, { environment: 'staging', team: 'pay', severity: 'P1' })).toEqual(['web/chat']);
    expect(receiversReached(root, { environment: 'staging', alertname: 'Heartbeat' })).toEqual(['web/chat']);
  });

  test('an unknown severity is told to its team, an unknown team to the default team', () => {
    const { root } = shop().observables.routing;
    expect(receiversReached(root, { environment: 'production', team: 'pay', severity: 'P9' })).toEqual(['pay/chat']);
    expect(receiversReached(root, { environment: 'production', team: 'who' })).toEqual(['web/chat']);
  });

  test('the file reads as the on-call engineer needs it', () => {
    const text = textOf(shop(), 'alertmanager.yaml');
    expect(text).toContain(
      [
        '    - receiver: web/chat',
        '      matchers:',
        '        - environment="production"',
        '        - team="web"',
        '      routes:',
        '        - receiver: web/page',
        '          matchers:',
        '            - severity="P1"',
        '          group_wait: 10s',
        '          group_interval: 5m',
        '          repeat_interval: 1h',
        '          continue: true',
        '        - receiver: web/chat',
        '          matchers:',
        '            - severity="P1"',
      ].join('\n'),
    );
    expect(text).toMatch(/- severity="P2"\n {10}group_wait: 5m\n/);
  });

  test('every configuration says whether it tells of the end; only the heartbeat does not', () => {
    const text = textOf(shop(), 'alertmanager.yaml');
    const configurations = text.match(/_configs:\n {6}- /g) ?? [];
    const told = text.match(/_configs:\n {6}- send_resolved: (true|false)\n/g) ?? [];
    expect(configurations).toHaveLength(7);
    expect(told).toHaveLength(configurations.length);
    expect(told.filter((one) => one.includes('false'))).toHaveLength(1);
  });

  test('adding a service does not change the configuration', () => {
    const team = teamOf('web');
    const [cart, search] = [serviceOf('cart', team), serviceOf('search', team)];
    const before = compiledOf(stackOf([team], { services: [cart] }), [alertOf(cart, P1)]);
    const after = compiledOf(stackOf([team], { services: [cart, search] }), [alertOf(cart, P1), alertOf(search, P2)]);
    expect(textOf(after, 'alertmanager.yaml')).toBe(textOf(before, 'alertmanager.yaml'));
    expect(textOf(after, 'signalbox.tmpl')).toBe(textOf(before, 'signalbox.tmpl'));
  });

  test('regions and SLOs of one alert are one notification', () => {
    const { root } = shop().observables.routing;
    expect(root.groupBy).toEqual(['environment', 'service', 'alertname']);
  });

  test('a team without a chat is told by what it has, and a kind that it lacks falls to that', () => {
    const team = teamOf('ops', { ticket: teamOf('ops').receivers.ticket ?? { kind: 'webhook', url: 'http://x' } });
    const { root } = deriveRouting(stackOf([team]));
    expect(root.receiver).toBe('ops/ticket');
    expect(receiversReached(root, { environment: 'production', team: 'ops', severity: 'P1' })).toEqual(['ops/ticket']);
  });

  test('inhibition names come with Alertmanager 0.30', () => {
    const named = shop({ version: '0.30', ownership: 'whole', smtp: { from: 'a@example.org', smarthost: 'mail:25' } });
    expect(textOf(named, 'alertmanager.yaml')).toContain('inhibit_rules:\n  - name: ');
    expect(textOf(shop(), 'alertmanager.yaml')).not.toContain('inhibit_rules:\n  - name: ');
  });

  test('texts of ours in a field that is a template stay text', () => {
    expect(textOf(shop(), 'alertmanager.yaml')).toContain('{{ "{{" }} manager }} 😀');
  });
});

const expectedRoutes = z.object({
  alerts: z.array(
    z.object({ labels: z.record(z.string(), z.string()), receivers: z.array(z.object({ name: z.string() })) }),
  ),
});

const listed = (content: string) =>
  expectedRoutes
    .parse(load(content))
    .alerts.map(({ labels, receivers }) => ({ labels, receivers: receivers.map(({ name }) => name) }));
