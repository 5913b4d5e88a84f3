import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { withFiles } from '../judges/programs.ts';
import { judgeable, report } from './judging.ts';
import { notificationOf, renderAll, templateNames } from './notifications.ts';
import { alertsOf } from './rules.ts';
import { trees } from './trees.ts';
import { configurationComplaints, routesOf, verified } from './verdicts.ts';

const { judged, notJudged } = judgeable(
  'amtool',
  trees.map((tree) => ({ name: tree.name, version: tree.stack.alertmanager.version, item: tree })),
);

test('amtool accepts every configuration with its templates', () => {
  const files = [...new Set(judged.map(({ alertmanagerFile }) => alertmanagerFile))];
  report(`${files.length} Alertmanager configurations judged`, notJudged);
  expect(files).toHaveLength(judged.length);
  expect(configurationComplaints(files)).toEqual({ code: 0, accepted: files.length, output: expect.any(String) });
});

test('amtool finds the receivers of every alert that the trees promise', () => {
  const routes = judged.flatMap(routesOf);
  report(`${routes.length} routes verified`, notJudged);
  expect(routes.filter((one) => !verified(one))).toEqual([]);
  expect(routes.filter(({ isExternal }) => !isExternal)).toHaveLength(judged.flatMap(alertsOf).length);
  expect(routes.filter(({ isExternal }) => isExternal)).toHaveLength(30);
  expect(routes.length).toBeGreaterThan(100);
  // Amtool starts once for each alert.
}, 120_000);

test('every alert of the rules is in the routes, with its labels', () => {
  for (const tree of trees) {
    const routed = routesOf(tree).map(({ labels }) => labels);
    const missing = alertsOf(tree).filter(
      ({ alert, labels }) => !routed.some((one) => holds(one, { ...labels, alertname: alert })),
    );
    expect(missing, tree.name).toEqual([]);
  }
});

const holds = (all: Readonly<Record<string, string>>, some: Readonly<Record<string, string>>): boolean =>
  Object.entries(some).every(([name, value]) => all[name] === value);

describe('amtool renders every notification text for an alert of each severity', () => {
  const withTemplates = judged.filter(({ files }) => files.has('alertmanager/templates/signalbox.tmpl'));
  let rendered = 0;

  test.each(withTemplates.map((tree) => [tree.name, tree] as const))('%s', (_, tree) => {
    const names = templateNames(tree);
    expect(names.length).toBeGreaterThan(5);
    const { severities, labels: own } = tree.stack;
    for (const { id, label = id } of severities) {
      const alert = alertsOf(tree).find(({ labels }) => labels[own.severity] === label);
      if (alert === undefined) continue;
      const { summary, runbook, text } = renderAll(tree, names, notificationOf(tree, alert));
      expect(text).not.toContain('<no value>');
      expect(text, id).toContain(summary);
      expect(text, id).toContain(runbook);
      rendered += names.length;
    }
  });

  test('and not none', () => {
    report(`${rendered} notification texts rendered`, notJudged);
    expect(rendered).toBeGreaterThan(100);
  });
});

test('the judge notices', () => {
  const config = (receiver: string) => `route: {receiver: ${receiver}}\nreceivers: [{name: a}]\n`;
  withFiles({ 'right.yaml': config('a'), 'wrong.yaml': config('b') }, (directory) => {
    const said = ['right.yaml', 'wrong.yaml'].map((name) => configurationComplaints([join(directory, name)]));
    expect(said.map(({ code, accepted }) => [code, accepted])).toEqual([
      [0, 1],
      [1, 0],
    ]);
    const route = { config: join(directory, 'right.yaml'), labels: { a: 'b"c' } };
    expect(verified({ ...route, receivers: ['a'] })).toBe(true);
    expect(verified({ ...route, receivers: ['b'] })).toBe(false);
  });
});
