import { z } from 'zod';
import { tokensOf } from '../runbooks/markdown-reader.ts';
import type { DashboardFile } from './dashboards.ts';
import type { Tree } from './trees.ts';

/** What an address of ours leads to, or why it leads nowhere; undefined where it is somebody else's. */
export type Destination = { readonly kind: 'page' | 'panel' | 'query' | 'none'; readonly detail: string };

/** The anchors that a page sets, as often as it sets them. */
export function anchorsOf(markdown: string): readonly string[] {
  const ids = tokensOf(markdown).flatMap(({ type, content }) =>
    type.startsWith('html') ? [...content.matchAll(/<a id="([^"]*)">/g)].map(([, id = '']) => id) : [],
  );
  return ids;
}

const none = (detail: string): Destination => ({ kind: 'none', detail });

/** A page of the tree, with the anchor where one is named. */
export function pageAt({ files }: Tree, path: string, anchor: string | undefined): Destination {
  const page = files.get(path);
  if (page === undefined) return none(`there is no file ${path}`);
  const found = anchor === undefined || anchorsOf(page).includes(anchor);
  return found ? { kind: 'page', detail: path } : none(`${path} has no anchor ${anchor}`);
}

function servedPage(tree: Tree, rest: string): Destination {
  const [path = '', anchor] = rest.split('#');
  const file = path === '' || path.endsWith('/') ? `${path}README` : path;
  return pageAt(tree, `runbooks/${file}.md`, anchor);
}

function panelAt(dashboards: readonly DashboardFile[], uid: string, query: string): Destination {
  const board = dashboards.find((one) => one.uid === uid);
  if (board === undefined) return none(`there is no dashboard ${uid}`);
  const panel = new URLSearchParams(query).get('viewPanel');
  const found = panel === null || board.panels.includes(Number(panel));
  return found ? { kind: 'panel', detail: board.path } : none(`${uid} has no panel ${panel}`);
}

const panes = z.object({ a: z.object({ queries: z.array(z.object({ expr: z.string().optional() })).min(1) }) });

function exploredQuery(query: string): Destination {
  const { a } = panes.parse(JSON.parse(new URLSearchParams(query).get('panes') ?? 'null'));
  return { kind: 'query', detail: a.queries.map(({ expr }) => expr ?? '').join('') };
}

/** Follows an address into the tree that it was written in. */
export function follow(tree: Tree, dashboards: readonly DashboardFile[], url: string): Destination | undefined {
  const { runbooksUrl, grafana } = tree.stack;
  if (url.startsWith(`${runbooksUrl}/`)) return servedPage(tree, url.slice(runbooksUrl.length + 1));
  const path = url.startsWith(`${grafana.url}/`) ? url.slice(grafana.url.length) : url;
  const [, uid, query = ''] = /^\/d\/([^/?]+)(?:\?(.*))?$/s.exec(path) ?? [];
  // A cell's link names the dashboard only when it is clicked.
  if (uid !== undefined) return uid.includes('${') ? undefined : panelAt(dashboards, decodeURIComponent(uid), query);
  const [, explored] = /^\/explore\?(.*)$/s.exec(path) ?? [];
  return explored === undefined ? undefined : exploredQuery(explored);
}
