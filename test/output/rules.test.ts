import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { check } from '../../generators/promql/index.ts';
import { judge, withFiles } from '../judges/programs.ts';
import { judgeable, prometheusOf, report, versionOf } from './judging.ts';
import { namespaced, promtoolDirectory, removeCopies } from './namespaces.ts';
import { rulesOf, rulesPattern, testsPattern } from './rules.ts';
import { filesIn, trees } from './trees.ts';
import { ruleComplaints } from './verdicts.ts';

function targets(pattern: RegExp) {
  return trees.flatMap((tree) =>
    filesIn(tree, pattern).map(([path]) => ({
      name: `${tree.name}/${path}`,
      version: prometheusOf(tree, path),
      item: join(promtoolDirectory(tree), path),
    })),
  );
}

afterAll(removeCopies);

test('promtool accepts every file of rules and finds nothing to lint', () => {
  const { judged, notJudged } = judgeable('promtool', targets(rulesPattern));
  const rules = trees.flatMap(rulesOf);
  const alerts = rules.filter(({ alert }) => alert !== undefined);
  report(`${judged.length} files of rules judged: of ${rules.length} rules ${alerts.length} alerts`, notJudged);
  const ofMimir = judged.filter((path) => namespaced.includes(path)).length;
  report(`${ofMimir} of them are Mimir's, judged without the line of their namespace`);
  expect(ruleComplaints(judged)).toEqual({ code: 0, lines: [] });
  expect(ofMimir).toBeGreaterThan(0);
  expect(judged.length).toBeGreaterThan(trees.length);
  expect(rules.length).toBeGreaterThan(alerts.length);
  expect(alerts.length).toBeGreaterThan(100);
});

test('every test of rules passes in promtool', () => {
  const { judged, notJudged } = judgeable('promtool', targets(testsPattern));
  report(`${judged.length} files of rule tests judged`, notJudged);
  expect(judged.length).toBeGreaterThan(0);
  const { code, output } = judge('promtool', ['test', 'rules', ...judged]);
  expect(code, output).toBe(0);
  expect(output.match(/SUCCESS/g)).toHaveLength(judged.length);
});

test('every expression is right for the Prometheus that evaluates it', () => {
  const expressions = trees.flatMap((tree) =>
    rulesOf(tree).map(({ path, expr }) => ({ path: `${tree.name}/${path}`, expr, version: prometheusOf(tree, path) })),
  );
  const problems = expressions.flatMap(({ path, expr, version }) =>
    check(expr, { version: versionOf(version) }).map(({ message }) => `${path}: ${message} in ${expr}`),
  );
  report(`${expressions.length} expressions of rules checked`);
  expect(problems).toEqual([]);
  expect(expressions.length).toBeGreaterThan(500);
});

test('promtool refuses the namespaces of Mimir, so its files are judged without', () => {
  const file = trees.flatMap((tree) => filesIn(tree, rulesPattern)).find(([, text]) => /^namespace: /m.test(text));
  const [, text = ''] = file ?? [];
  const { output } = withFiles({ 'a.yaml': text }, (directory) =>
    judge('promtool', ['check', 'rules', 'a.yaml'], directory),
  );
  expect(output).toContain('field namespace not found');
});

test('the judges notice', () => {
  const rule = (expr: string) => `groups: [{name: a, rules: [{record: a, expr: '${expr}'}]}]`;
  const twice = "groups: [{name: a, rules: [{record: a, expr: '1'}, {record: a, expr: '1'}]}]";
  const files = { 'right.yaml': rule('vector(1)'), 'wrong.yaml': rule('rate(up)'), 'twice.yaml': twice };
  const said = withFiles(files, (directory) =>
    Object.keys(files).map((name) => ruleComplaints([join(directory, name)])),
  );
  expect(said.map(({ code }) => code)).toEqual([0, 1, 3]);
  expect(said.map(({ lines }) => lines.length > 0)).toEqual([false, true, true]);
  expect(check('histogram_avg(x)', { version: '2.42' })).not.toEqual([]);
});

test('what is too new for a judge is named with the reason', () => {
  expect(judgeable('promtool', [{ name: 'a.yaml', version: '99.0', item: 'a.yaml' }])).toEqual({
    judged: [],
    notJudged: [expect.stringMatching(/^a\.yaml: written for 99\.0, promtool is \d+\.\d+$/)],
  });
});
