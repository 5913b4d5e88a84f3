import type { DataPanel, Shown, StatPanel } from '../../../generators/model/dashboard.ts';
import { changed, compiled, expression, webBoard, withBoard, withPanels } from '../fixture.ts';
import { casesOf } from './case.ts';

const panel: StatPanel = {
  kind: 'stat',
  key: 'extra',
  title: 'Extra',
  width: 4,
  height: 4,
  unit: 'short',
  queries: [{ key: 'q', expr: expression('vector(1)'), legend: '' }],
};
const asking =
  (promql: string, more: Partial<StatPanel> = {}) =>
  () =>
    withPanels({ ...panel, queries: [{ key: 'q', expr: expression(promql), legend: '' }], ...more });

/** A panel as no typed definition can make it. */
function unitless(unit: unknown): DataPanel {
  return Object.assign({ ...panel }, { unit });
}

/** As no typed definition can show a query. */
function shownIn(unit: unknown): Shown {
  const shown: Required<Pick<Shown, 'unit'>> = { unit: 'short' };
  return Object.assign({ ...shown }, { unit });
}

function twoBoards() {
  const base = compiled();
  return changed(base, { dashboards: [...base.observables.dashboards, { ...webBoard(base), uid: 'PROD-web' }] });
}

export const dashboardCases = [
  ...casesOf(
    'dashboard/no-unit',
    {
      given: 'a panel without unit',
      compiled: () => withPanels(unitless(undefined)),
      want: 'the panel "Extra" of prod-web has no unit',
    },
    {
      given: 'a query of a unit that is in no table',
      compiled: () =>
        withPanels({
          ...panel,
          queries: [{ key: 'q', expr: expression('vector(1)'), legend: '', shown: shownIn('miles') }],
        }),
      want: 'has the unit miles',
    },
    {
      given: 'a unit that is in no table',
      compiled: () => withPanels(unitless('furlongs')),
      want: 'has the unit furlongs',
    },
  ),
  ...casesOf(
    'dashboard/unknown-series',
    {
      given: 'a series that nobody records',
      compiled: asking('max(slo:burn_rates:ratio)'),
      want: 'the panel "Extra" of prod-web selects slo:burn_rates:ratio, which nothing declares or records',
    },
    {
      given: 'a recorded series of another service',
      compiled: asking('max(slo:burn_rate:ratio{service="mail"})'),
      want: 'which no rule records',
    },
    {
      given: 'the list of a variable',
      compiled: () =>
        withBoard(({ variables }) => ({
          variables: [
            ...variables,
            { kind: 'query', name: 'v', label: 'V', series: expression('gone_info'), of: 'x', multi: false },
          ],
        })),
      want: 'the variable v of prod-web selects gone_info',
    },
  ),
  ...casesOf(
    'dashboard/uid',
    {
      given: '41 characters',
      compiled: () => withBoard(() => ({ uid: 'u'.repeat(41) })),
      want: 'has 41 characters, and Grafana takes 40',
      at: '',
    },
    {
      given: 'a blank',
      compiled: () => withBoard(() => ({ uid: 'prod web' })),
      want: 'holds characters other than letters',
      at: '',
    },
    {
      given: 'two that differ in case',
      compiled: twoBoards,
      want: 'the uid PROD-web is the uid of another dashboard too',
      at: '',
    },
  ).map((one) => ({ ...one, at: 'prod' })),
  ...casesOf(
    'dashboard/undefined-variable',
    {
      given: 'a variable in a query',
      compiled: asking('sum(rate(http_requests_total{region=~"$region"}[5m]))'),
      want: 'the panel "Extra" of prod-web uses $region, which the dashboard does not define',
    },
    {
      given: 'a data source that is not chosen',
      compiled: asking('vector(1)', { datasource: 'logs' }),
      want: 'uses $logs',
    },
    {
      given: 'a variable in a link',
      compiled: () => withBoard(() => ({ links: [{ title: 'L', url: '/d/prod-web?x=${region}', keepTime: false }] })),
      want: 'the link "L" of prod-web uses $region',
    },
    {
      given: 'a link that sets what the other board has not',
      compiled: () =>
        withBoard(() => ({ links: [{ title: 'L', url: '/d/prod-slos?var-region=eu', keepTime: false }] })),
      want: 'sets $region of prod-slos',
    },
  ),
  ...casesOf(
    'dashboard/duplicate-panel',
    {
      given: 'a key that is used twice',
      compiled: () => withPanels(panel, panel),
      want: 'the panel extra of prod-web is there twice',
    },
    {
      given: 'two rows of one key',
      compiled: () => withBoard(({ rows }) => ({ rows: [...rows, { key: 'now', title: 'Now', panels: [] }] })),
      want: 'the row now of prod-web is there twice',
    },
  ),
];
