import { type DataPanel, type Panel, promqlOf } from '../../model/dashboard.ts';
import type { Compiled } from '../../model/observables.ts';
import { type GrafanaUnit, units } from '../../policy/units.ts';
import type { Finding, Rule } from '../rule.ts';
import { boardAddresses, panelsOf } from '../survey/uses.ts';

/** Units that panels have beside those of values: plain numbers, texts, moments, longer times, yes and no. */
const others: readonly GrafanaUnit[] = ['none', 'string', 'dateTimeAsIso', 'm', 'd', 'bool'];
const known: ReadonlySet<string | undefined> = new Set([
  ...Object.values(units).map(({ grafana }) => grafana),
  ...others,
]);

const isData = (panel: Panel): panel is DataPanel => panel.kind !== 'text';

function unitsOf(panel: DataPanel): readonly (readonly [string, GrafanaUnit | undefined])[] {
  const columns = panel.kind === 'table' ? panel.columns : [];
  const shown = promqlOf(panel).map(({ key, shown }) => ({ title: key, unit: shown?.unit }));
  return [
    [`the panel "${panel.title}"`, panel.unit],
    ...[...columns, ...shown].flatMap(({ title, unit }) =>
      unit === undefined ? [] : [[`the column "${title}" of "${panel.title}"`, unit] as const],
    ),
  ];
}

function findings(compiled: Compiled): readonly Finding[] {
  const addressOf = boardAddresses(compiled);
  return compiled.observables.dashboards.flatMap((board) =>
    panelsOf(board)
      .filter(isData)
      .flatMap((panel) =>
        unitsOf(panel)
          .filter(([, unit]) => !known.has(unit))
          .map(([what, unit]) => ({
            address: addressOf(board, panel),
            message: `${what} of ${board.uid} has ${unit === undefined ? 'no unit' : `the unit ${unit}, which Grafana may not know`}`,
            cure: 'Give it one of the units in policy/units.ts.',
          })),
      ),
  );
}

/** A figure of which nobody knows whether it is seconds or milliseconds. */
export const noUnit: Rule = {
  code: 'dashboard/no-unit',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'Every panel that shows data has a unit.',
    cause: '0.06 of what? Who reads a panel at night should not have to know how the metric is exposed.',
    cure: 'Say the unit of the value; it comes from the name or the `unit` of the metric.',
  },
  check: findings,
};
