import type { Compiled } from '../../model/observables.ts';
import { type Link, linksIn } from './links.ts';

/** A link into our Grafana, taken apart. */
export interface DashboardReference extends Link {
  readonly uid: string;
  /** The panel that fills the screen. */
  readonly panelId?: number;
  /** Names of the variables that the link sets. */
  readonly variables: readonly string[];
}

/** The links to dashboards of the stack's Grafana. Addresses that Grafana makes from data are not known before. */
export function dashboardLinks(compiled: Compiled): readonly DashboardReference[] {
  const home = compiled.stack.grafana.url.replace(/\/+$/, '');
  return linksIn(compiled).flatMap((link) => {
    const path = link.url.startsWith(`${home}/`) ? link.url.slice(home.length) : link.url;
    const uid = /^\/d\/(?<uid>[^/?#]+)/.exec(path)?.groups?.uid;
    return uid === undefined || uid.includes('$') ? [] : [{ ...link, uid: decoded(uid), ...queryOf(path) }];
  });
}

function decoded(uid: string): string {
  return /%(?![\da-fA-F]{2})/.test(uid) ? uid : decodeURIComponent(uid);
}

function queryOf(path: string): Pick<DashboardReference, 'panelId' | 'variables'> {
  const query = new URLSearchParams(/\?(?<query>[^#]*)/.exec(path)?.groups?.query ?? '');
  const variables = [...query.keys()].filter((key) => key.startsWith('var-')).map((key) => key.slice('var-'.length));
  const panel = query.get('viewPanel');
  return panel === null || !/^\d+$/.test(panel) ? { variables } : { variables, panelId: Number(panel) };
}
