import { describe, expect, it } from 'vitest';
import type { Panel, Query } from '../../generators/model/dashboard.ts';
import { at, emitted, emittedPanel } from './emitted.ts';
import { boardOf, figure, graph, query, sample } from './sample.ts';

interface Case {
  readonly proves: string;
  readonly panel: Panel;
  readonly path: string;
  readonly want: unknown;
}

const size = { key: 'p', title: 'P', width: 12, height: 8 } as const;
const comparison: readonly [Query, Query] = [query(), query({ key: 'week', style: 'comparison' })];
const mappings = [{ value: 1, text: 'up', colour: 'green' }] as const;
const steps = [{ colour: 'green' }, { from: 5, colour: 'red' }] as const;

const cases: readonly Case[] = [
  { proves: 'one series: a plain legend', panel: graph(), path: 'options.legend.displayMode', want: 'list' },
  {
    proves: 'a label in the legend: several series, a table',
    panel: graph({ queries: [query({ legend: '{{region}}' })] }),
    path: 'options.legend',
    want: { calcs: ['lastNotNull', 'max'], displayMode: 'table', placement: 'bottom', showLegend: true },
  },
  {
    proves: 'several queries: a table',
    panel: graph({ queries: comparison }),
    path: 'options.legend.displayMode',
    want: 'table',
  },
  {
    proves: 'a comparison is dashed and grey',
    panel: graph({ queries: comparison }),
    path: 'fieldConfig.overrides.0',
    want: {
      matcher: { id: 'byFrameRefID', options: 'B' },
      properties: [
        { id: 'color', value: { fixedColor: '#8e8e8e', mode: 'fixed' } },
        { id: 'custom.fillOpacity', value: 0 },
        { id: 'custom.lineStyle', value: { dash: [8, 8], fill: 'dash' } },
      ],
    },
  },
  {
    proves: 'a target is dashed and green',
    panel: graph({ queries: [query(), query({ key: 'target', style: 'target' })] }),
    path: 'fieldConfig.overrides.0.properties.0.value.fixedColor',
    want: 'green',
  },
  {
    proves: 'a baseline is dotted',
    panel: graph({ queries: [query(), query({ key: 'baseline', style: 'baseline' })] }),
    path: 'fieldConfig.overrides.0.properties.2.value',
    want: { dash: [0, 6], fill: 'dot' },
  },
  {
    proves: 'thresholds are dashed lines where asked',
    panel: graph({ thresholds: steps, thresholdLines: true }),
    path: 'fieldConfig.defaults.custom.thresholdsStyle',
    want: { mode: 'dashed' },
  },
  {
    proves: 'and not elsewhere',
    panel: graph({ thresholds: steps }),
    path: 'fieldConfig.defaults.custom',
    want: { fillOpacity: 10 },
  },
  {
    proves: 'stacked series',
    panel: graph({ stack: true }),
    path: 'fieldConfig.defaults.custom.stacking',
    want: { group: 'A', mode: 'normal' },
  },
  { proves: 'bounds', panel: graph({ min: 0, max: 1, decimals: 2 }), path: 'fieldConfig.defaults.max', want: 1 },
  { proves: 'a bound of zero is a bound', panel: graph({ min: 0 }), path: 'fieldConfig.defaults.min', want: 0 },
  {
    proves: 'exemplars',
    panel: graph({ queries: [query({ exemplars: true })] }),
    path: 'targets.0.exemplar',
    want: true,
  },
  { proves: 'a graph asks for a range', panel: graph(), path: 'targets.0.instant', want: undefined },
  { proves: 'a figure asks for now', panel: figure(), path: 'targets.0.instant', want: true },
  {
    proves: 'a figure with a sparkline asks for a range',
    panel: figure({ sparkline: true }),
    path: 'targets.0.instant',
    want: undefined,
  },
  {
    proves: 'a query may say so itself',
    panel: figure({ queries: [query({ mode: 'range' })] }),
    path: 'targets.0.instant',
    want: undefined,
  },
  {
    proves: 'no legend: Grafana finds one',
    panel: figure({ queries: [query({ legend: '' })] }),
    path: 'targets.0.legendFormat',
    want: '__auto',
  },
  { proves: 'a sparkline', panel: figure({ sparkline: true }), path: 'options.graphMode', want: 'area' },
  { proves: 'no colour without meaning', panel: figure(), path: 'options.colorMode', want: 'none' },
  { proves: 'colour by threshold', panel: figure({ thresholds: steps }), path: 'options.colorMode', want: 'value' },
  { proves: 'colour by value', panel: figure({ mappings }), path: 'options.colorMode', want: 'value' },
  {
    proves: "never Grafana's own threshold, red from 80",
    panel: figure(),
    path: 'fieldConfig.defaults.thresholds.steps.length',
    want: 1,
  },
  {
    proves: 'an info series shows its name',
    panel: figure({ showName: true }),
    path: 'options.textMode',
    want: 'name',
  },
  {
    proves: 'a figure with its name, where there is only one',
    panel: figure({ showNameAndValue: true }),
    path: 'options.textMode',
    want: 'value_and_name',
  },
  {
    proves: 'values of one query may be judged on their own',
    panel: {
      ...size,
      kind: 'bargauge',
      unit: 's',
      queries: [query(), query({ key: 'p99', shown: { thresholds: steps } })],
    },
    path: 'fieldConfig.overrides',
    want: [
      {
        matcher: { id: 'byFrameRefID', options: 'B' },
        properties: [
          {
            id: 'thresholds',
            value: {
              mode: 'absolute',
              steps: [
                { color: 'green', value: null },
                { color: 'red', value: 5 },
              ],
            },
          },
        ],
      },
    ],
  },
  {
    proves: 'values become words',
    panel: figure({ mappings }),
    path: 'fieldConfig.defaults.mappings',
    want: [{ options: { 1: { color: 'green', index: 0, text: 'up' } }, type: 'value' }],
  },
  {
    proves: 'a panel may ask another data source',
    panel: graph({ datasource: 'slos' }),
    path: 'datasource',
    want: { type: 'prometheus', uid: `\${slos}` },
  },
  {
    proves: 'bars ask for now',
    panel: { ...size, kind: 'bargauge', unit: 's', queries: [query()] },
    path: 'targets.0.instant',
    want: true,
  },
  {
    proves: 'Markdown goes out as it is',
    panel: { ...size, kind: 'text', markdown: '**$region**' },
    path: 'options',
    want: { content: '**$region**', mode: 'markdown' },
  },
];

describe('what a panel says is what Grafana gets', () => {
  it.each(cases)('$proves', ({ panel, path, want }) => {
    const value = path.endsWith('.length') ? at(emittedPanel(panel), path.slice(0, -7)) : at(emittedPanel(panel), path);
    expect(path.endsWith('.length') && Array.isArray(value) ? value.length : value).toEqual(want);
  });
});

describe('the dashboard around the panels', () => {
  const heads: readonly { readonly path: string; readonly want: unknown }[] = [
    { path: 'uid', want: 'feed' },
    { path: 'editable', want: false },
    { path: 'timezone', want: 'browser' },
    { path: 'graphTooltip', want: 1 },
    { path: 'schemaVersion', want: 39 },
    { path: 'time', want: { from: 'now-6h', to: 'now' } },
    { path: 'refresh', want: '1m' },
    { path: 'liveNow', want: undefined },
    { path: 'id', want: undefined },
    { path: 'version', want: undefined },
    { path: 'links.0.keepTime', want: false },
    { path: 'templating.list.1.query', want: 'label_values(up, region)' },
    { path: 'annotations.list.0.expr', want: 'deployment_started{service="feed"}' },
  ];
  it.each(heads)('$path', ({ path, want }) => expect(at(emitted(sample), path)).toEqual(want));

  it('a link carries time and variables where asked', () => {
    const links = [{ title: 'SLOs', url: '/d/slo', keepTime: true, keepVariables: true }];
    expect(at(emitted({ ...boardOf(figure()), links }), 'links.0')).toMatchObject({
      keepTime: true,
      includeVars: true,
    });
  });
  it('a mark may lie where its value says', () => {
    const [mark] = sample.annotations;
    const marks = mark === undefined ? [] : [mark, { ...mark, name: 'Ended', valueIsTime: true }];
    const list = at(emitted({ ...sample, annotations: marks }), 'annotations.list');
    expect([at(list, '0.useValueForTime'), at(list, '1.useValueForTime')]).toEqual([undefined, true]);
  });
  it('a menu lists the dashboards of its tags', () => {
    const menus = [{ title: 'KPIs', tags: ['feed', 'kpi-group'], keepTime: false }] as const;
    expect(at(emitted({ ...boardOf(figure()), menus }), 'links.1')).toMatchObject({
      type: 'dashboards',
      tags: ['feed', 'kpi-group'],
      asDropdown: true,
    });
  });
  it('nothing to say makes empty lists', () => {
    const bare = emitted({ ...boardOf(figure()), links: [], annotations: [], tags: [] });
    expect([bare.links, bare.annotations, bare.tags]).toEqual([[], { list: [] }, []]);
  });
});
