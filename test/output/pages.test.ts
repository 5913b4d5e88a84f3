import { posix } from 'node:path';
import { describe, expect, test } from 'vitest';
import { check } from '../../generators/promql/index.ts';
import { htmlOf, targetsOf } from '../runbooks/markdown-reader.ts';
import { anchorsOf, type Destination, follow, pageAt } from './addresses.ts';
import { dashboardsOf } from './dashboards.ts';
import { report } from './judging.ts';
import { alertsOf } from './rules.ts';
import { filesIn, type Tree, trees } from './trees.ts';

const pagesOf = (tree: Tree) => filesIn(tree, /\.md$/);

/** A link inside the tree, from one of its pages. */
function local(tree: Tree, page: string, target: string): Destination {
  const [path = '', anchor] = target.split('#');
  const file = path === '' ? page : posix.normalize(posix.join(posix.dirname(page), path));
  if (file.endsWith('/')) {
    const some = [...tree.files.keys()].some((one) => one.startsWith(file));
    return { kind: some ? 'page' : 'none', detail: `the folder ${file}` };
  }
  if (!file.endsWith('.md')) return { kind: tree.files.has(file) ? 'page' : 'none', detail: `the file ${file}` };
  return pageAt(tree, file, anchor);
}

function followed(tree: Tree) {
  const dashboards = dashboardsOf(tree);
  return pagesOf(tree).flatMap(([page, content]) =>
    targetsOf(content).map((target) => ({
      at: `${tree.name}/${page}`,
      target,
      to: /^[a-z]+:/i.test(target) ? follow(tree, dashboards, target) : local(tree, page, target),
    })),
  );
}

describe('pages', () => {
  const links = trees.flatMap(followed);
  const pages = trees.flatMap(pagesOf);
  const of = (kind: Destination['kind']) => links.filter(({ to }) => to?.kind === kind);

  test('every link leads where it says, to the anchor and the panel', () => {
    report(
      `${pages.length} pages read, ${links.length} links followed: ${of('page').length} to files, ` +
        `${of('panel').length} to dashboards, ${of('query').length} to queries`,
    );
    expect(of('none')).toEqual([]);
    expect(pages.length).toBeGreaterThan(3 * trees.length);
    expect(of('page').length).toBeGreaterThan(500);
    expect(of('panel').length).toBeGreaterThan(200);
  });

  test('every query that a page opens in Grafana is PromQL', () => {
    const queries = of('query').map(({ to }) => to?.detail ?? '');
    expect(queries.flatMap((expr) => check(expr).map(({ message }) => `${message} in ${expr}`))).toEqual([]);
    expect(queries.length).toBeGreaterThan(100);
  });

  test('no two places of a page have the same name', () => {
    const twice = trees.flatMap((tree) =>
      pagesOf(tree).flatMap(([page, content]) => {
        const anchors = anchorsOf(content);
        return anchors.filter((one, i) => anchors.indexOf(one) < i).map((one) => `${tree.name}/${page}#${one}`);
      }),
    );
    expect(twice).toEqual([]);
  });

  test('no page holds HTML but its anchors', () => {
    const html = pages.flatMap(([, content]) => htmlOf(content)).map((one) => one.trim());
    expect(html.filter((one) => !/^<a id="[a-z0-9_-]+">(<\/a>)?$|^<\/a>$/.test(one))).toEqual([]);
    expect(html.length).toBeGreaterThan(0);
  });
});

describe('annotations', () => {
  test('every alert but the heartbeat leads to its place on a page and to its panel', () => {
    const wrong = trees.flatMap((tree) => {
      const dashboards = dashboardsOf(tree);
      return alertsOf(tree)
        .filter(({ alert }) => alert !== 'Heartbeat')
        .flatMap(({ alert, annotations }) => {
          const runbook = follow(tree, dashboards, annotations[tree.stack.annotations.runbook] ?? '');
          const panel = follow(tree, dashboards, annotations[tree.stack.annotations.dashboard] ?? '');
          const right = runbook?.kind === 'page' && panel?.kind === 'panel';
          return right ? [] : [{ at: `${tree.name} ${alert}`, runbook, panel }];
        });
    });
    const alerts = trees.flatMap(alertsOf);
    report(`${2 * (alerts.length - trees.length)} links of annotations followed`);
    expect(wrong).toEqual([]);
    expect(alerts.length).toBeGreaterThan(5 * trees.length);
  });
});

describe('the reader notices', () => {
  const [tree] = trees;
  test.each([
    ['a page that is not there', '/nowhere', 'there is no file runbooks/nowhere.md'],
    ['an anchor that is not there', '/stack/#nowhere', 'runbooks/stack/README.md has no anchor nowhere'],
  ])('%s', (_, path, want) => {
    expect(tree && follow(tree, [], `${tree.stack.runbooksUrl}${path}`)).toEqual({ kind: 'none', detail: want });
  });

  test('a dashboard and a panel that are not there', () => {
    if (tree === undefined) throw new Error('There is no tree.');
    const boards = dashboardsOf(tree);
    const uid = boards[0]?.uid;
    expect(follow(tree, boards, '/d/nowhere')?.kind).toBe('none');
    expect(follow(tree, boards, `/d/${uid}`)?.kind).toBe('panel');
    expect(follow(tree, boards, `/d/${uid}?viewPanel=1`)?.kind).toBe('none');
    expect(local(tree, 'README.md', 'runbooks/nowhere.md').kind).toBe('none');
  });
});
