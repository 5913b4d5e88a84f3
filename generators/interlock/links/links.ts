import type { Address } from '../../diagnostics/diagnostic.ts';
import type { Dashboard, Panel } from '../../model/dashboard.ts';
import type { Compiled } from '../../model/observables.ts';
import { runbooksIn, stepsOf } from '../survey/declared.ts';
import { boardAddresses, panelsOf } from '../survey/uses.ts';

/** An address that somebody can click on, and where it stands. */
export interface Link {
  /** `the dashboard fyp`, `FypLatencyHigh`: the subject of a message. */
  readonly from: string;
  readonly url: string;
  readonly address: Address;
}

function linksOfPanel(panel: Panel): readonly string[] {
  const columns = panel.kind === 'table' ? panel.columns.flatMap(({ link }) => link ?? []) : [];
  const written =
    panel.kind === 'text' ? [...panel.markdown.matchAll(/\]\(<?([^)>\s]+)/g)].map(([, url]) => url ?? '') : [];
  return [...[...(panel.links ?? []), ...columns].map(({ url }) => url), ...written];
}

function linksOfBoard(board: Dashboard, addressOf: ReturnType<typeof boardAddresses>): readonly Link[] {
  const own = board.links.map(({ url }) => ({ from: `the dashboard ${board.uid}`, url, address: addressOf(board) }));
  const inPanels = panelsOf(board).flatMap((panel) =>
    linksOfPanel(panel).map((url) => ({
      from: `the panel "${panel.title}" of ${board.uid}`,
      url,
      address: addressOf(board, panel),
    })),
  );
  return [...own, ...inPanels];
}

/** Every link of the dashboards, of the annotations of alerts, and of the steps of runbooks. */
export function linksIn(compiled: Compiled): readonly Link[] {
  const { alerts, dashboards } = compiled.observables;
  const addressOf = boardAddresses(compiled);
  const inAlerts = alerts.flatMap(({ rule, address }) =>
    Object.values(rule.annotations)
      .filter((text) => /^(?:https?:\/\/|\/)\S+$/.test(text))
      .map((url) => ({ from: rule.alert, url, address })),
  );
  const inSteps = runbooksIn(compiled.stack).flatMap((runbook) =>
    stepsOf(runbook).flatMap(({ link }) =>
      link === undefined ? [] : [{ from: `the runbook ${runbook.id}`, url: link, address: runbook.address }],
    ),
  );
  return [...inAlerts, ...inSteps, ...dashboards.flatMap((board) => linksOfBoard(board, addressOf))];
}
