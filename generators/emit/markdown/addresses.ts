import { panelId } from '../../model/dashboard-ids.ts';
import { files } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';

/** From a page in `runbooks/<unit>/` to a file of the stack. Pages next to it are reached without leaving `runbooks/`. */
export function fromUnitPage(file: string): string {
  return file.startsWith('runbooks/') ? `../${file.slice('runbooks/'.length)}` : `../../${file}`;
}

/** The folder of an evaluator's rules as `files` wants it: the first has none of its own. */
export function evaluatorFolder(stack: Stack, evaluator: string): string | undefined {
  return stack.evaluators[0].id === evaluator ? undefined : evaluator;
}

/** The file of a unit's rules, relative to the stack. */
export function rulesFile(stack: Stack, unit: string, evaluator: string): string {
  return files.rules(unit, evaluatorFolder(stack, evaluator));
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** A dashboard in Grafana, by uid: Grafana adds the title to the address itself. */
export function dashboardUrl(stack: Stack, uid: string): string {
  return `${withoutSlash(stack.grafana.url)}/d/${encodeURIComponent(uid)}`;
}

/** One panel of a dashboard, as large as the screen. */
export function panelUrl(stack: Stack, uid: string, key: string): string {
  return `${dashboardUrl(stack, uid)}?viewPanel=${panelId(uid, key)}`;
}

/**
 * An expression in Grafana's Explore, for the last hour
 * (https://grafana.com/docs/grafana/latest/explore/get-started-with-explore/#share-explore-urls).
 */
export function exploreUrl(stack: Stack, expr: string): string {
  const { metrics } = stack.grafana.datasources;
  const query = { refId: 'A', expr, datasource: { type: 'prometheus', uid: metrics } };
  const panes = { a: { datasource: metrics, queries: [query], range: { from: 'now-1h', to: 'now' } } };
  return `${withoutSlash(stack.grafana.url)}/explore?schemaVersion=1&panes=${encodeURIComponent(JSON.stringify(panes))}`;
}
