import { expect, test } from 'vitest';
import { check } from '../../generators/promql/index.ts';
import { dashboardProblems } from '../grafana/classic-schema.ts';
import { follow } from './addresses.ts';
import { dashboardsOf } from './dashboards.ts';
import { oldestPrometheus, report, versionOf } from './judging.ts';
import { trees } from './trees.ts';

const boards = trees.flatMap((tree) => dashboardsOf(tree).map((board) => ({ ...board, tree })));

test('Grafana finds everything in every dashboard where it looks', () => {
  const problems = boards.flatMap(({ tree, path, json }) =>
    dashboardProblems(json).map((problem) => `${tree.name}/${path}${problem}`),
  );
  const panels = boards.flatMap((board) => board.panels);
  report(`${boards.length} dashboards judged, ${panels.length} panels`);
  expect(problems).toEqual([]);
  expect(boards.length).toBeGreaterThan(2 * trees.length);
  expect(panels.length).toBeGreaterThan(200);
});

test('every query is right for the oldest Prometheus of the stack', () => {
  const queries = boards.flatMap(({ tree, path, expressions }) =>
    expressions.map((expr) => ({ at: `${tree.name}/${path}`, expr, version: versionOf(oldestPrometheus(tree)) })),
  );
  const problems = queries.flatMap(({ at, expr, version }) =>
    check(expr, { version, allowGrafanaVariables: true }).map(({ message }) => `${at}: ${message} in ${expr}`),
  );
  const foreign = boards.reduce((sum, board) => sum + board.foreign, 0);
  report(`${queries.length} queries of dashboards checked, ${foreign} of other data sources passed over`);
  expect(problems).toEqual([]);
  expect(foreign).toBeGreaterThan(0);
  expect(queries.length).toBeGreaterThan(300);
});

test('every link to a dashboard, a panel or a page of ours leads there', () => {
  const followed = trees.flatMap((tree) => {
    const dashboards = dashboardsOf(tree);
    return dashboards.flatMap(({ path, links }) =>
      links.map((url) => ({ at: `${tree.name}/${path}`, url, to: follow(tree, dashboards, url) })),
    );
  });
  report(`${followed.length} links of dashboards followed`);
  expect(followed.filter(({ to }) => to?.kind === 'none')).toEqual([]);
  expect(followed.filter(({ to }) => to?.kind === 'panel').length).toBeGreaterThan(50);
  expect(followed.filter(({ to }) => to?.kind === 'page').length).toBeGreaterThan(20);
});

test('uids are not used twice in a stack, and stay within what Grafana keeps', () => {
  for (const tree of trees) {
    const uids = dashboardsOf(tree).map(({ uid }) => uid);
    expect(new Set(uids).size, tree.name).toBe(uids.length);
    expect(
      uids.filter((uid) => uid === '' || uid.length > 40),
      tree.name,
    ).toEqual([]);
  }
});
