import type { Dashboard } from '../../model/dashboard.ts';
import { dashboardFolders } from '../../model/names.ts';
import type { SloPlan } from '../../model/slo-plan.ts';
import type { Service, Stack } from '../../model/stack.ts';
import { measurePanelKey } from '../alerts.ts';
import { limitsOf } from '../measures.ts';
import { valueExpr, valueWords } from '../values.ts';
import { measurePanel, runbookLinks } from './measure-panels.ts';
import { grafanaUnit, legendOf, limitSteps, query, timeseries } from './panels.ts';
import { unitBoard } from './unit-board.ts';
import { alertPanels, burnPanel, nowPanels } from './unit-panels.ts';

/** The board of a group of KPIs: each figure, and how it compares. */
export function kpiBoard(stack: Stack, unit: Service, plans: readonly SloPlan[]): Dashboard {
  const compared = unit.measures.flatMap((measure) =>
    measure.comparisons.map(({ key, value }) => {
      const panelKey = measurePanelKey(measure.key, key);
      const limits = limitsOf(unit, measure, key);
      return timeseries({
        key: panelKey,
        title: `${measure.title} as a share of ${key}`,
        description: valueWords(value),
        unit: grafanaUnit(value.unit),
        queries: [query('value', valueExpr(value), legendOf(value.by, measure.title))],
        thresholds: limits.length === 0 ? undefined : limitSteps(limits),
        links: runbookLinks(stack, unit, panelKey),
      });
    }),
  );
  return unitBoard(stack, unit, dashboardFolders.kpis, [
    { key: 'now', title: 'Now', panels: nowPanels(stack, unit, plans) },
    { key: 'figures', title: 'Figures', panels: unit.measures.flatMap((one) => measurePanel(stack, unit, one)) },
    { key: 'compared', title: 'Compared', panels: compared },
    { key: 'slos', title: 'SLOs', panels: plans.map((plan) => burnPanel(stack, plan)) },
    { key: 'alerts', title: 'Alerts', panels: alertPanels(stack, unit) },
  ]);
}
