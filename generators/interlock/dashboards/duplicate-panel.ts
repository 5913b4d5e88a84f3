import type { Dashboard } from '../../model/dashboard.ts';
import { panelId, rowId } from '../../model/dashboard-ids.ts';
import type { Compiled } from '../../model/observables.ts';
import type { Rule } from '../rule.ts';
import { boardAddresses } from '../survey/uses.ts';

/** Rows and panels share one space of ids. */
function repeated({ uid, rows }: Dashboard): readonly string[] {
  const all = rows.flatMap(({ key, panels }) => [
    { what: `the row ${key}`, id: rowId(uid, key) },
    ...panels.map((panel) => ({ what: `the panel ${panel.key}`, id: panelId(uid, panel.key) })),
  ]);
  const first = new Map<number, string>();
  return all.flatMap(({ what, id }) => {
    const before = first.get(id);
    first.set(id, before ?? what);
    if (before === undefined) return [];
    return [
      before === what ? `${what} of ${uid} is there twice` : `${what} and ${before} of ${uid} have one id, ${id}`,
    ];
  });
}

/** Two panels under one id. */
export const duplicatePanel: Rule = {
  code: 'dashboard/duplicate-panel',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'The rows and panels of a dashboard have different keys.',
    cause: 'Ids and links are made from keys: a link to one panel opens the other, and Grafana draws one of the two.',
    cure: 'Rename one of the definitions that the panels are made from.',
  },
  check: (compiled: Compiled) => {
    const addressOf = boardAddresses(compiled);
    return compiled.observables.dashboards.flatMap((board) =>
      repeated(board).map((message) => ({ address: addressOf(board), message, cure: 'Rename one of them.' })),
    );
  },
};
