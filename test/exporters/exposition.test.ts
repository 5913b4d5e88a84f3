/**
 * The catalogues against what the programs really expose: node_exporter 1.5, Prometheus 2.42 with a rule group and a remote
 * write, Alertmanager 0.25. The samples hold the families of the catalogues alone, with names of hosts replaced.
 */
import { readFileSync } from 'node:fs';
import { counter, gauge, histogram, labelValues, type Metric, upTo } from 'signalbox';
import { alertmanager, node, prometheusServer } from 'signalbox/exporters';
import { describe, expect, it } from 'vitest';
import { disagreements } from './agreement.ts';
import { familiesOf } from './exposition.ts';

const sample = (name: string) => familiesOf(readFileSync(new URL(`fixtures/${name}.txt`, import.meta.url), 'utf8'));

const table: readonly (readonly [string, Readonly<Record<string, Metric>>])[] = [
  ['node-exporter-1.5', node],
  ['prometheus-2.42', prometheusServer],
  ['alertmanager-0.25', alertmanager],
];

it.each(table)('%s exposes every metric of its catalogue, as declared', (name, catalogue) => {
  const families = sample(name);
  const metrics = Object.values(catalogue);
  expect(metrics.length).toBeGreaterThan(15);
  const found = metrics.flatMap((metric) => {
    const seen = families.get(metric.name);
    return seen === undefined ? [`${metric.name}: is not exposed`] : disagreements(metric, seen);
  });
  expect(found).toEqual([]);
});

describe('the comparison sees', () => {
  const help = 'Help.';
  const mode = labelValues('idle', 'user');
  const seen = (text: string) =>
    [...familiesOf(`# HELP a Help.\n${text}\n`).values()][0] ?? { type: '', series: [], steps: [] };
  const idle = seen('# TYPE a_seconds_total counter\na_seconds_total{mode="idle"} 1');
  const times = seen(
    '# TYPE a_seconds histogram\na_seconds_bucket{le="0.1"} 1\na_seconds_bucket{le="+Inf"} 1\na_seconds_sum 1',
  );

  it.each([
    ['another type', gauge('a_seconds_total', { help, unit: 'seconds', labels: { mode } }), idle],
    ['a label that is missing', counter('a_seconds_total', { help, labels: { mode, cpu: upTo(9, '0') } }), idle],
    ['a label too many', counter('a_seconds_total', { help }), idle],
    ['a value that is not listed', counter('a_seconds_total', { help, labels: { mode: labelValues('user') } }), idle],
    ['other buckets', histogram('a_seconds', { help, buckets: ['100ms', '1s'] }), times],
  ])('%s', (_, metric, family) => {
    expect(disagreements(metric, family)).toHaveLength(1);
  });

  it('nothing where all is as declared', () => {
    expect(disagreements(counter('a_seconds_total', { help, labels: { mode } }), idle)).toEqual([]);
    expect(disagreements(histogram('a_seconds', { help, buckets: ['100ms'] }), times)).toEqual([]);
  });
});
