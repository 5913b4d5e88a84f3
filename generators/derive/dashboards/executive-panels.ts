import type { PanelLink, Query, StatPanel, TimeseriesPanel } from '../../model/dashboard.ts';
import { label, series, sloLabels } from '../../model/names.ts';
import type { Figure, Slo, Stack, Tile, Value } from '../../model/stack.ts';
import * as q from '../../promql/index.ts';
import { recorded } from '../selectors.ts';
import { pageAlertName } from '../slo/alerts.ts';
import { shifted, valueExpr, valueWords } from '../values.ts';
import { boardUids } from './boards.ts';
import { agoWords, changeSince } from './change.ts';
import { grafanaUnit, legendOf, query, stat, timeseries, wordsLegend } from './panels.ts';

/** One large figure, how it changed, and whether its promise holds. */
export function tilePanel(stack: Stack, tile: Tile): StatPanel {
  const { title, value, versusMs, better, promise } = tile;
  const slo = stack.services.flatMap(({ slos }) => slos).find(({ id }) => id === promise);
  const panel = stat({
    key: `tile-${title}`,
    title,
    description: describe(tile, slo),
    width: 8,
    unit: grafanaUnit(value.unit),
    queries: [
      query('now', valueExpr(value, { idle: 'absent' }), legendOf(value.by, 'now')),
      ...(versusMs === undefined ? [] : changeSince(value, versusMs, better)),
      ...(slo === undefined ? [] : [promiseState(slo)]),
    ],
    noValue: 'no data',
    ...(slo === undefined ? {} : { links: [sloLink(stack, slo)] }),
  });
  return { ...panel, height: 5 };
}

function describe({ description, value }: Tile, slo: Slo | undefined): string {
  return [
    description ?? `It is ${valueWords(value)}.`,
    ...(slo === undefined
      ? []
      : [
          `Under SLO: some of the error budget of ${slo.title} is left, and it does not burn so fast that somebody is paged.`,
        ]),
  ].join(' ');
}

/** Over the SLO: nothing is left of its budget, or it burns so fast that it pages; less is noise that a board must not show. */
function promiseState(slo: Slo): Query {
  const paging = { alertname: pageAlertName(slo), alertstate: 'firing', ...sloLabels(slo) };
  const spent = q.le(q.min(recorded(series.budgetRemaining, sloLabels(slo))), 0, { bool: true });
  const state = q.or(q.or(q.group(recorded('ALERTS', paging)), spent), q.vector(-1));
  return query('promise', state, wordsLegend(slo.title), {
    shown: {
      unit: 'none',
      mappings: [
        { value: 0, text: '● Under SLO', colour: 'green' },
        { value: 1, text: '● Over SLO', colour: 'red' },
        { value: -1, text: '○ SLO warming up', colour: 'text' },
      ],
    },
  });
}

function sloLink(stack: Stack, { serviceId, key, title }: Slo): PanelLink {
  const choice = `var-${label.service}=${serviceId}&var-${label.slo}=${key}`;
  return { title: `SLO: ${title}`, url: `/d/${boardUids(stack).slos}?${choice}` };
}

const COLUMNS = 24;
const DAY_MS = 24 * 3600_000;

/** Figures of several units cannot share an axis: each has a panel of its own, side by side, each with the day before. */
export function trendPanels(figures: readonly Figure[]): readonly TimeseriesPanel[] {
  const width = COLUMNS / Math.min(Math.max(figures.length, 1), 4);
  return figures.map(({ name, value }) =>
    timeseries({
      key: `trend-${name}`,
      title: name,
      description: `It is ${valueWords(value)}.`,
      unit: grafanaUnit(value.unit),
      width,
      signed: value.kind === 'lift',
      queries: [
        query('value', valueExpr(value), legendOf(value.by, name)),
        query('before', shifted(valueExpr(value), DAY_MS), `${legendOf(value.by, '')} ${agoWords(DAY_MS)}`.trim(), {
          style: 'comparison',
        }),
      ],
    }),
  );
}

/** A region for each result; one that the stack expects and that says nothing is there, too. */
export function regionPanel({ expects }: Stack, regions: Value): StatPanel {
  const [of = ''] = regions.by;
  const expected = expects?.label === of ? expects.values : [];
  const silent = (region: string) => q.labelReplace(q.vector(-1), of, region.replaceAll('$', '$$$$'), '', '');
  return stat({
    key: 'regions',
    title: 'Regional status',
    description: `1 where healthy, 0 where not: ${valueWords(regions)}.${expected.length === 0 ? '' : ' A region that says nothing is red.'}`,
    width: COLUMNS,
    unit: 'none',
    colour: 'background',
    queries: [
      query(
        'regions',
        expected.reduce((all, region) => q.or(all, silent(region)), valueExpr(regions)),
        legendOf([of], ''),
      ),
    ],
    thresholds: [{ colour: 'red' }, { from: 1, colour: 'green' }],
    mappings: [
      { value: 1, text: '● healthy', colour: 'green' },
      { value: 0, text: '● not healthy', colour: 'red' },
      { value: -1, text: '○ no data', colour: 'red' },
    ],
    noValue: 'no data of any region',
  });
}
