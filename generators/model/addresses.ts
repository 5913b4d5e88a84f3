import { panelId } from './dashboard-ids.ts';
import { alertAnchor } from './names.ts';
import type { Runbook, Stack } from './stack.ts';

/** Addresses that two artifacts share: an annotation, a link on a panel and a link on a page lead to the same place. */

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** A dashboard in Grafana, by uid: Grafana adds the title to the address itself. */
export function dashboardUrl(stack: { readonly grafana: { readonly url: string } }, uid: string): string {
  return `${withoutSlash(stack.grafana.url)}/d/${encodeURIComponent(uid)}`;
}

/** One panel of a dashboard, as large as the screen. */
export function panelUrl(stack: Stack, uid: string, key: string): string {
  return `${dashboardUrl(stack, uid)}?viewPanel=${panelId(uid, key)}`;
}

/** The pages of a unit. */
export function unitUrl(stack: Stack, unit: string): string {
  return `${withoutSlash(stack.runbooksUrl)}/${unit}/`;
}

/** A runbook at an alert's anchor, or where the existing one is. */
export function runbookUrl(
  stack: Stack,
  unit: string,
  runbook: Runbook,
  alertName: string,
  which: readonly string[] = [],
): string {
  return runbook.kind === 'existing-runbook'
    ? runbook.url
    : `${unitUrl(stack, unit)}${runbook.id}${stack.runbooksSuffix}#${alertAnchor(alertName, which)}`;
}

interface Exploration {
  readonly datasource: { readonly type: 'prometheus' | 'loki' | 'tempo'; readonly uid: string };
  readonly query: Readonly<Record<string, unknown>>;
  /** Grafana time expressions; on a dashboard `${__from}` and `${__to}` are its own. */
  readonly from: string;
  readonly to: string;
}

/** A query in Grafana's Explore: https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#share-explore-urls */
export function exploreUrl(stack: Stack, { datasource, query, from, to }: Exploration): string {
  const panes = {
    a: { datasource: datasource.uid, queries: [{ refId: 'A', datasource, ...query }], range: { from, to } },
  };
  // Grafana replaces its variables before it opens the link, so they must stay readable.
  const encoded = encodeURIComponent(JSON.stringify(panes)).replace(/%24%7B(__from|__to)%7D/g, '${$1}');
  return `${withoutSlash(stack.grafana.url)}/explore?schemaVersion=1&panes=${encoded}`;
}
