import { runbookUrl, unitUrl } from '../../model/addresses.ts';
import type { Dashboard, Panel, Row } from '../../model/dashboard.ts';
import { evaluatorTitle } from '../../model/evaluators.ts';
import { dashboardFolders, stackUnit } from '../../model/names.ts';
import type { AlertEntry } from '../../model/observables.ts';
import type { Stack } from '../../model/stack.ts';
import { judgeWatcher, watcherPanelKey } from '../watchers/entry.ts';
import { watchedOf } from '../watchers/index.ts';
import type { Watched } from '../watchers/watcher.ts';
import { boardUids, dataSourceVariable } from './boards.ts';
import { grafanaUnit, legendOf, limitSteps, query, timeseries } from './panels.ts';

/** How the monitoring itself is, a row for each server; none where nothing is watched. */
export function monitoringBoards(stack: Stack, alerts: readonly AlertEntry[]): readonly Dashboard[] {
  const watched = watchedOf(stack);
  if (watched.length === 0) return [];
  const uids = boardUids(stack);
  return [
    {
      uid: uids.monitoring,
      title: `${stack.title}: monitoring`,
      description: 'Whether rules are evaluated, alerts sent and people told.',
      folder: dashboardFolders.overview,
      tags: [stack.id, 'monitoring'],
      from: 'now-6h',
      refresh: '1m',
      variables: [dataSourceVariable],
      annotations: [],
      links: [
        { title: 'Home', url: `/d/${uids.home}`, keepTime: true },
        { title: 'Runbooks', url: unitUrl(stack, stackUnit), keepTime: false },
      ],
      rows: rowsOf(stack, watched, alerts),
    },
  ];
}

function rowsOf(stack: Stack, watched: readonly Watched[], alerts: readonly AlertEntry[]): readonly Row[] {
  const panels = (wanted: (one: Watched) => boolean) =>
    watched.filter(wanted).map((one) => panelOf(stack, one, alerts));
  const rows = [
    ...stack.evaluators.map((evaluator) => ({
      key: `evaluator-${evaluator.id}`,
      title: evaluatorTitle(evaluator),
      panels: panels(({ who }) => who === evaluatorTitle(evaluator)),
    })),
    { key: 'alertmanager', title: 'Alertmanager', panels: panels(({ who }) => who === 'Alertmanager') },
  ];
  return rows.filter((row) => row.panels.length > 0);
}

function panelOf(stack: Stack, watched: Watched, alerts: readonly AlertEntry[]): Panel {
  const { title } = watched.watcher;
  const { figure, unit, by, limits } = judgeWatcher(watched);
  const key = watcherPanelKey(watched);
  const alert = alerts.find(({ source, panel }) => source === 'watcher' && panel?.key === key);
  return timeseries({
    key,
    title,
    ...(alert === undefined ? {} : told(stack, alert)),
    unit: grafanaUnit(unit),
    queries: [query('figure', figure, legendOf(by, title))],
    thresholds: limitSteps(limits),
  });
}

function told(stack: Stack, { rule, severity, condition, runbook, which }: AlertEntry) {
  const description = `${rule.alert} (${severity.id}) fires when ${condition}.`;
  if (runbook === undefined) return { description };
  const url = runbookUrl(stack, stackUnit, runbook, rule.alert, which);
  return { description, links: [{ title: `Runbook: ${runbook.title}`, url, newTab: true }] };
}
