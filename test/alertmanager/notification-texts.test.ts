import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { emitAlertmanager } from '../../generators/emit/alertmanager/index.ts';
import { judge } from '../judges/programs.ts';
import { onDisk } from './amtool.ts';
import { shop } from './fixture.ts';

interface Alert {
  readonly status: 'firing' | 'resolved';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

const alertOf = (severity: string, changes: Partial<Alert> = {}, region?: string): Alert => ({
  status: 'firing',
  labels: {
    alertname: `cart${severity}`,
    environment: 'production',
    ...(region === undefined ? {} : { region }),
    service: 'cart',
    severity,
    signal: 'errors',
    team: 'web',
  },
  annotations: {
    summary: 'Cart errors are above 1%',
    description: 'Cart errors is 2.5% (it fires when it is above 1% for 2m). Orders fail.',
    runbook_url: 'https://runbooks.internal/cart/down#cartp1',
    dashboard_url: 'https://grafana.internal/d/shop-cart?viewPanel=7&x=1',
  },
  ...changes,
});

function dataOf(alerts: readonly Alert[]): object {
  const [first, ...others] = alerts.map(({ labels }) => Object.entries(labels));
  const commonLabels = Object.fromEntries(
    (first ?? []).filter(([name, value]) => others.every((one) => one.some(([n, v]) => n === name && v === value))),
  );
  const status = alerts.some((one) => one.status === 'firing') ? 'firing' : 'resolved';
  return {
    receiver: 'web/page',
    status,
    alerts,
    groupLabels: {},
    commonLabels,
    commonAnnotations: {},
    externalURL: '',
  };
}

function render(name: string, alerts: readonly Alert[]): string {
  const files = [...emitAlertmanager(shop()), { path: 'data.json', content: JSON.stringify(dataOf(alerts)) }];
  const directory = onDisk(files);
  const type = name.endsWith('html') ? 'html' : 'text';
  const glob = join(directory, 'shop/alertmanager/templates/*.tmpl');
  const { code, output } = judge('amtool', [
    ...['template', 'render', `--template.glob=${glob}`, `--template.text={{ template "${name}" . }}`],
    ...[`--template.type=${type}`, `--template.data=${join(directory, 'data.json')}`],
  ]);
  expect(code, output).toBe(0);
  return output.replace(/\n$/, '');
}

describe('notification texts, rendered by amtool', () => {
  test.each(['P1', 'P2', 'P3', 'P4', 'P5'])('Slack, %s', (severity) => {
    expect(render('signalbox.slack.title', [alertOf(severity)])).toBe(`[${severity}] Cart errors are above 1%`);
    expect(render('signalbox.slack.text', [alertOf(severity)])).toBe(
      [
        `Severity ${severity} · service cart · team web · production`,
        '• Cart errors is 2.5% (it fires when it is above 1% for 2m). Orders fail.',
        '<https://runbooks.internal/cart/down#cartp1|Runbook>',
        '<https://grafana.internal/d/shop-cart?viewPanel=7&amp;x=1|Dashboard>',
      ].join('\n'),
    );
  });

  test('several regions are one text; one that has ended is said to have', () => {
    const alerts = [
      alertOf('P1', { status: 'resolved' }, 'apac'),
      alertOf('P1', {}, 'eu-west'),
      alertOf('P1', {}, 'us-east'),
    ];
    expect(render('signalbox.title', alerts)).toBe('[P1] Cart errors are above 1% (2 firing)');
    const lines = render('signalbox.figures', alerts).trim().split('\n');
    expect(lines.map((line) => line.replace(/Cart.*fail\./, '…'))).toEqual([
      '• … · region eu-west',
      '• … · region us-east',
      '• resolved: … · region apac',
    ]);
  });

  test('a long list is cut and says so', () => {
    const alerts = Array.from({ length: 12 }, (_, index) => alertOf('P1', {}, `r${index}`));
    const lines = render('signalbox.figures', alerts).trim().split('\n');
    expect(lines).toHaveLength(11);
    expect(lines.at(-1)).toBe('• … 12 in all');
  });

  test('the end is in the title', () => {
    expect(render('signalbox.title', [alertOf('P2', { status: 'resolved' })])).toBe(
      '[P2 resolved] Cart errors are above 1%',
    );
  });

  test('pager fields', () => {
    const field = (name: string) => render(`signalbox.${name}`, [alertOf('P2')]);
    expect(['severity', 'team', 'service', 'signal'].map(field)).toEqual(['P2', 'web', 'cart', 'errors']);
    expect(field('runbook')).toBe('https://runbooks.internal/cart/down#cartp1');
  });

  test('e-mail in both forms', () => {
    expect(render('signalbox.email.text', [alertOf('P3')])).toContain(
      '\nRunbook: https://runbooks.internal/cart/down#cartp1\n',
    );
    const html = render('signalbox.email.html', [alertOf('P3')]);
    expect(html).toContain('<h1>[P3] Cart errors are above 1%</h1>');
    expect(html).toContain('<a href="https://grafana.internal/d/shop-cart?viewPanel=7&amp;x=1">Dashboard</a>');
  });

  const hostile = `a "b" 'c' {{ .Nope | nofunc }}\n<!channel> <script>alert(1)</script> & *x* 😀 \\n: - #`;
  const attacked = alertOf('P1', { annotations: { summary: hostile, description: hostile } });

  test('hostile texts stay data', () => {
    expect(render('signalbox.title', [attacked])).toBe(`[P1] ${hostile.replace('\n', ' ')}`);
    const text = render('signalbox.slack.text', [attacked]);
    expect(text).toContain('{{ .Nope | nofunc }}\n&lt;!channel&gt; &lt;script&gt;alert(1)&lt;/script&gt; &amp; *x* 😀');
    const html = render('signalbox.email.html', [attacked]);
    expect(html).not.toContain('<script>');
    expect(html).toContain('{{ .Nope | nofunc }}');
  });

  test('an alert without annotations is named', () => {
    expect(render('signalbox.slack.title', [alertOf('P1', { annotations: {} })])).toBe('[P1] cartP1');
    expect(render('signalbox.slack.text', [alertOf('P1', { annotations: {} })])).toMatch(/production\n• cartP1$/);
  });

  test('a template that is broken would be seen', () => {
    expect(() => render('signalbox.nothing', [attacked])).toThrow('not defined');
  });
});
