import type { Rule } from '../rule.ts';
import { panelName, type RawDashboard, rawDashboards } from './raw-dashboard.ts';

function repeated({ panels }: RawDashboard): readonly string[] {
  const first = new Map<unknown, string>();
  return panels.flatMap((panel) => {
    if (panel.id === undefined || panel.id === null) return [];
    const before = first.get(panel.id);
    if (before === undefined) first.set(panel.id, panelName(panel));
    return before === undefined ? [] : [`${before} and ${panelName(panel)} have one id`];
  });
}

/** Two panels of others under one id. */
export const duplicatePanel: Rule = {
  code: 'existing/duplicate-panel',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'The panels of an existing dashboard have different ids.',
    cause: 'A link to one panel opens the other, and Grafana draws one of the two where it shows a single panel.',
    cure: 'Save the dashboard in Grafana, which gives new ids, and export it again.',
  },
  check: (compiled) =>
    rawDashboards(compiled).flatMap((board) =>
      repeated(board).map((text) => ({
        address: board.address,
        message: `${text} in ${board.file}`,
        cure: 'Save it in Grafana and export it again.',
      })),
    ),
};
