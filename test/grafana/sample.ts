import type { Dashboard, Query, StatPanel, TimeseriesPanel } from '../../generators/model/dashboard.ts';
import { histogramQuantile, offset, range, rate, selector, sum } from '../../generators/promql/index.ts';

const week = 7 * 24 * 60 * 60 * 1000;
const requests = selector('http_requests_total', [{ label: 'region', op: '=~', value: '$region' }]);
const buckets = selector('http_request_duration_seconds_bucket', [{ label: 'region', op: '=~', value: '$region' }]);

export function query(more: Partial<Query> = {}): Query {
  return { key: 'now', expr: sum(rate(range(requests, '$__rate_interval'))), legend: 'now', ...more };
}

export function graph(more: Partial<TimeseriesPanel> = {}): TimeseriesPanel {
  return {
    kind: 'timeseries',
    key: 'rate',
    title: 'Requests',
    width: 12,
    height: 8,
    unit: 'reqps',
    queries: [query()],
    ...more,
  };
}

export function figure(more: Partial<StatPanel> = {}): StatPanel {
  return {
    kind: 'stat',
    key: 'firing',
    title: 'Firing',
    width: 6,
    height: 4,
    unit: 'short',
    queries: [query()],
    ...more,
  };
}

/** A dashboard of the given panels in one open row. */
export function boardOf(...panels: Dashboard['rows'][number]['panels']): Dashboard {
  return { ...sample, rows: [{ key: 'only', title: 'Only', panels }] };
}

/** One panel of each kind, each thing that a panel can say at least once. */
export const sample: Dashboard = {
  uid: 'feed',
  title: 'Feed service',
  description: 'Rate, errors and latency of the feed.',
  folder: 'services',
  tags: ['service', 'feed'],
  from: 'now-6h',
  refresh: '1m',
  variables: [
    { kind: 'datasource', name: 'datasource', label: 'Data source', type: 'prometheus' },
    { kind: 'query', name: 'region', label: 'Region', series: selector('up'), of: 'region', multi: true },
    { kind: 'query', name: 'cluster', label: 'Cluster', series: selector('up'), of: 'cluster', multi: false },
  ],
  annotations: [
    {
      name: 'Deployments',
      expr: selector('deployment_started', [{ label: 'service', op: '=', value: 'feed' }]),
      title: 'Deployed {{version}}',
      text: '{{commit}}',
      colour: 'blue',
    },
  ],
  links: [{ title: 'Runbooks', url: 'https://runbooks.example/feed', keepTime: false, newTab: true }],
  rows: [
    {
      key: 'overview',
      title: 'Overview',
      panels: [
        {
          kind: 'stat',
          key: 'status',
          title: 'Status',
          description: 'Whether anything pages now.',
          width: 6,
          height: 4,
          unit: 'none',
          queries: [query({ key: 'status', expr: selector('slo:page_burning:bool'), legend: '' })],
          mappings: [
            { value: 0, text: 'fine', colour: 'green' },
            { value: 1, text: 'burning', colour: 'red' },
          ],
          colour: 'background',
          noValue: 'warming up',
        },
        {
          kind: 'timeseries',
          key: 'latency',
          title: 'Latency, 99th percentile',
          width: 18,
          height: 8,
          unit: 's',
          min: 0,
          queries: [
            query({
              key: 'p99',
              expr: histogramQuantile(0.99, sum(rate(range(buckets, '$__rate_interval')), { by: ['le'] })),
              legend: 'p99',
              exemplars: true,
            }),
            query({
              key: 'week',
              expr: histogramQuantile(
                0.99,
                sum(rate(offset(range(buckets, '$__rate_interval'), week)), { by: ['le'] }),
              ),
              legend: 'p99 a week ago',
              style: 'comparison',
            }),
          ],
          thresholds: [{ colour: 'green' }, { from: 0.3, colour: 'yellow' }, { from: 0.5, colour: 'red' }],
          thresholdLines: true,
          links: [{ title: 'Runbook', url: 'https://runbooks.example/feed/latency', newTab: true }],
        },
        {
          kind: 'bargauge',
          key: 'regions',
          title: 'Requests by region',
          width: 12,
          height: 8,
          unit: 'reqps',
          decimals: 1,
          queries: [
            query({ expr: sum(rate(range(requests, '$__rate_interval')), { by: ['region'] }), legend: '{{region}}' }),
          ],
        },
        {
          kind: 'state-timeline',
          key: 'burning',
          title: 'Incidents',
          width: 12,
          height: 8,
          unit: 'none',
          queries: [query({ expr: selector('slo:page_burning:bool'), legend: '{{slo}}' })],
          mappings: [{ value: 1, text: 'burning', colour: 'red' }],
        },
      ],
    },
    {
      key: 'details',
      title: 'Details',
      collapsed: true,
      panels: [
        {
          kind: 'table',
          key: 'slos',
          title: 'SLOs',
          width: 24,
          height: 8,
          unit: 'percentunit',
          joinBy: ['service', 'slo'],
          queries: [
            query({ key: 'left', expr: selector('slo:error_budget_remaining:ratio') }),
            query({ key: 'burn', expr: selector('slo:burn_rate:ratio', [{ label: 'window', op: '=', value: '1h' }]) }),
          ],
          columns: [
            { field: 'slo', title: 'SLO', link: { title: 'Open', url: `/d/slo?var-slo=\${__value.text}` } },
            { field: 'left', title: 'Budget left', thresholds: [{ colour: 'red' }, { from: 0, colour: 'text' }] },
            { field: 'burn', title: 'Burn rate', unit: 'short', decimals: 1 },
          ],
          sortBy: 'burn',
        },
        {
          kind: 'text',
          key: 'notes',
          title: 'Notes',
          width: 24,
          height: 4,
          markdown: `Data source: **\${datasource:text}**`,
        },
      ],
    },
  ],
};
