import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { afterAll, describe, expect, test } from 'vitest';
import { compile } from '../../generators/compile.ts';
import type { Diagnostic } from '../../generators/diagnostics/diagnostic.ts';
import { printDiagnostics } from '../../generators/diagnostics/print.ts';
import { check, quote } from '../../generators/promql/index.ts';
import { writeTree } from '../cases/files.ts';
import { dashboardProblems } from '../grafana/classic-schema.ts';
import { judge } from '../judges/programs.ts';
import { htmlOf } from '../runbooks/markdown-reader.ts';
import { dashboardsOf } from './dashboards.ts';
import { type Input, shapeInputs, textInputs } from './hostile-inputs.ts';
import { QUEUE } from './hostile-stack.ts';
import { report } from './judging.ts';
import { expanded, notificationOf, renderAll, templateNames } from './notifications.ts';
import { alertsOf, rulesPattern } from './rules.ts';
import { filesIn, type Tree, treeIn } from './trees.ts';
import { configurationComplaints, routesOf, ruleComplaints, verified } from './verdicts.ts';

const scratch = mkdtempSync(join(tmpdir(), 'signalbox-hostile-'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Accepted {
  readonly input: Input;
  readonly tree: Tree;
}
interface Refused {
  readonly input: Input;
  readonly errors: readonly Diagnostic[];
}

function outcomeOf(input: Input, index: number): Accepted | Refused {
  const { artifacts, diagnostics } = compile([input.stack], new Map());
  const errors = diagnostics.filter(({ level }) => level === 'error');
  if (errors.length > 0) return { input, errors };
  const directory = join(scratch, String(index));
  writeTree(directory, new Map(artifacts.map(({ path, content }) => [path, content])));
  return { input, tree: treeIn(input.name, join(directory, input.stack.id)) };
}

const outcomes = [...textInputs, ...shapeInputs].map(outcomeOf);
const accepted = outcomes.filter((one) => 'tree' in one);
const refused = outcomes.filter((one) => 'errors' in one);
const trees = accepted.map(({ tree }) => tree);
/** Those that say a text everywhere, and how many at least. */
const texts = accepted.filter(({ input }) => input.texts !== undefined);
const ENOUGH = 70;
const pathsIn = (tree: Tree, pattern: RegExp) => filesIn(tree, pattern).map(([path]) => join(tree.directory, path));

test('both happen: refusals and trees', () => {
  report(`${outcomes.length} hostile inputs: ${refused.length} refused, ${accepted.length} compiled`);
  expect(refused.length).toBeGreaterThan(20);
  expect(texts.length).toBeGreaterThan(ENOUGH);
});

describe('what is refused', () => {
  test('is refused with what is wrong and what to do, each on one line', () => {
    const problems = refused.flatMap(({ errors }) => errors);
    expect(problems.filter(({ message, cure }) => !/^[^\n]+$/.test(message) || !/^[^\n]+\.$/.test(cure))).toEqual([]);
    expect(problems.filter(({ message }) => message.length > 1000)).toEqual([]);
  });

  test('can be printed', () => {
    for (const { errors, input } of refused) {
      expect(printDiagnostics(errors, { cwd: '/', color: false }), input.name).not.toMatch(
        /\[object|\bundefined\b(?!-)|TypeError/,
      );
    }
  });

  test.each([
    ['services.0.id: a/b', 'shape/name'],
    ['services.0.id: stack', 'reference/duplicate-id'],
    ['infrastructure.0.id: ..', 'shape/name'],
    ['infrastructure.0.id: stack', 'reference/duplicate-id'],
    ['kpis.0.id: a/b', 'shape/name'],
    ['kpis.0.kpis.asked.from.datasource.uid: a/b', 'shape/name'],
    ['the key a b of services.0.slos', 'shape/name'],
    ['the key a b of services.0.alerts', 'shape/name'],
    ['the key a b of infrastructure.0.utilisation', 'shape/name'],
    ['the key a b of infrastructure.0.utilisation.used.limits', 'shape/name'],
    ['the key a b of kpis.0.kpis', 'shape/name'],
    ['the key no of kpis.0.kpis.used.versus', 'shape/wrong-value'],
    ['a long title', 'shape/wrong-value'],
    ['a long label value', 'shape/wrong-value'],
    ['a broken encoding in a label value', 'shape/wrong-value'],
    ['a broken encoding in a title', 'shape/wrong-value'],
  ])('%s: %s', (name, code) => {
    const errors = refused.find(({ input }) => input.name === name)?.errors ?? [];
    expect(errors.map((one) => one.code)).toContain(code);
  });
});

describe('what is compiled', () => {
  test('promtool accepts every file of rules', () => {
    const files = trees.flatMap((tree) => pathsIn(tree, rulesPattern));
    expect(ruleComplaints(files)).toEqual({ code: 0, lines: [] });
    expect(files.length).toBeGreaterThan(trees.length);
  });

  test('amtool accepts every configuration', () => {
    const files = trees.map(({ alertmanagerFile }) => alertmanagerFile);
    expect(configurationComplaints(files)).toEqual({ code: 0, accepted: files.length, output: expect.any(String) });
  });

  test('amtool finds the receivers of an alert of each', () => {
    const routes = texts.flatMap(({ tree }) =>
      routesOf(tree)
        .filter(({ labels }) => labels.alertname !== 'Heartbeat')
        .slice(0, 1),
    );
    expect(routes.filter((one) => !verified(one))).toEqual([]);
    expect(routes.length).toBeGreaterThan(ENOUGH);
  });

  test('Grafana finds everything in every dashboard, and every query is PromQL', () => {
    const boards = trees.flatMap((tree) => dashboardsOf(tree).map((board) => ({ ...board, tree })));
    const problems = boards.flatMap(({ tree, json, expressions }) => [
      ...dashboardProblems(json).map((one) => `${tree.name}${one}`),
      ...expressions.flatMap((expr) =>
        check(expr, { allowGrafanaVariables: true }).map(({ message }) => `${tree.name} ${message}: ${expr}`),
      ),
    ]);
    expect(problems).toEqual([]);
    expect(boards.length).toBeGreaterThan(1000);
  }, 120_000);

  test('no page holds HTML but its anchors', () => {
    const html = trees.flatMap((tree) => filesIn(tree, /\.md$/).flatMap(([, content]) => htmlOf(content)));
    expect(html.filter((one) => !/^<a id="[a-z0-9_-]+">(<\/a>)?$|^<\/a>$/.test(one.trim()))).toEqual([]);
    expect(html.length).toBeGreaterThan(0);
  }, 120_000);
});

/** The alert of the text inputs whose figure a test can set. */
const freeAlert = (tree: Tree) => alertsOf(tree).find(({ alert }) => alert === 'HostileFree');

function testOf({ tree, input }: Accepted): string | undefined {
  const rule = freeAlert(tree);
  if (rule === undefined || input.texts === undefined) return undefined;
  const texts = Object.entries(rule.annotations).map(([name, text]) => [name, expanded(text, {})] as const);
  const alert = { exp_labels: rule.labels, exp_annotations: Object.fromEntries(texts) };
  const series = `${QUEUE}{kind=${quote(input.texts.label)}}`;
  return dump({
    rule_files: [join(tree.directory, rule.path)],
    tests: [
      {
        interval: '1m',
        input_series: [{ series, values: '1x10' }],
        alert_rule_test: [{ eval_time: '5m', alertname: rule.alert, exp_alerts: [alert] }],
      },
    ],
  });
}

describe('a text comes out as it went in', () => {
  test('in the summary of a firing alert, as promtool expands it, whatever the label matched', () => {
    const tests = texts.flatMap((one, i) => {
      const content = testOf(one);
      return content === undefined ? [] : [[`${i}.test.yaml`, content] as const];
    });
    writeTree(join(scratch, 'tests'), new Map(tests));
    const { code, output } = judge('promtool', [
      'test',
      'rules',
      ...tests.map(([name]) => join(scratch, 'tests', name)),
    ]);
    expect(code, output).toBe(0);
    expect(tests.length).toBeGreaterThan(ENOUGH);
  }, 120_000);

  test('in the summary as the author wrote it', () => {
    const wrong = texts.flatMap(({ tree, input }) => {
      const summary = expanded(freeAlert(tree)?.annotations.summary ?? '', {});
      return summary === `${input.texts?.line} is below 1,000` ? [] : [{ line: input.texts?.line, summary }];
    });
    expect(wrong).toEqual([]);
  });

  test('in the notification that amtool renders', () => {
    for (const { tree } of texts) {
      const alert = freeAlert(tree);
      if (alert === undefined) throw new Error(`${tree.name} has no alert`);
      const names = templateNames(tree).filter((name) => name === 'signalbox.title');
      const { summary, text } = renderAll(tree, names, notificationOf(tree, alert));
      expect(text.trim(), tree.name).toBe(`[P1] ${summary.replace(/[\t\n\f\r ]+/g, ' ')}`.trim());
    }
    expect(texts.length).toBeGreaterThan(ENOUGH);
  }, 120_000);
});
