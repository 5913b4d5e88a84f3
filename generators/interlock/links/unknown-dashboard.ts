import { didYouMean } from '../../diagnostics/suggestion.ts';
import { panelId } from '../../model/dashboard-ids.ts';
import type { Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';
import { panelsOf } from '../survey/uses.ts';
import { dashboardLinks } from './dashboard-links.ts';

function findings(compiled: Compiled): readonly Finding[] {
  const boards = new Map(compiled.observables.dashboards.map((board) => [board.uid, board]));
  const theirs = new Set(
    compiled.stack.existingDashboards.flatMap(({ content }) => (content.kind === 'dashboard' ? [content.uid] : [])),
  );
  return dashboardLinks(compiled).flatMap((link): readonly Finding[] => {
    const { address, from, uid } = link;
    const board = boards.get(uid);
    if (theirs.has(uid)) return [];
    if (board === undefined) {
      const message = `${from} links to the dashboard ${uid}, which is not emitted${didYouMean(uid, [...boards.keys()])}`;
      return [{ address, message, cure: 'Link to a dashboard of this stack, or remove the link.' }];
    }
    const ids = panelsOf(board).map(({ key }) => panelId(uid, key));
    if (link.panelId === undefined || ids.includes(link.panelId)) return [];
    const message = `${from} links to the panel ${link.panelId} of ${uid}, which has no such panel`;
    return [{ address, message, cure: 'Link to a panel by its key, or to the whole dashboard.' }];
  });
}

/** A link to a dashboard of our Grafana that does not exist. */
export const unknownDashboard: Rule = {
  code: 'link/unknown-dashboard',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A link to a dashboard leads to one that is emitted.',
    cause: 'Grafana answers "dashboard not found" to the person who followed the link from a page in the night.',
    cure: 'Correct the uid. A dashboard that others keep in the same Grafana is known here as an `existingDashboard`; otherwise lower the level of this rule for the stack, or waive it.',
  },
  check: findings,
};
