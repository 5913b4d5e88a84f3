import { describe, expect, it } from 'vitest';
import type { Panel } from '../../generators/model/dashboard.ts';
import { at, emittedPanel } from './emitted.ts';
import { figure, query } from './sample.ts';

interface Case {
  readonly proves: string;
  readonly panel: Panel;
  readonly path: string;
  readonly want: unknown;
}

const mappings = [{ value: 1, text: 'up', colour: 'green' }] as const;
const steps = [{ colour: 'green' }, { from: 5, colour: 'red' }] as const;
const foreign = {
  key: 'now',
  datasource: { type: 'sql', uid: 'warehouse' },
  fields: { rawSql: 'SELECT $x', range: false, refId: 'Z' },
} as const;

const cases: readonly Case[] = [
  {
    proves: 'a query has its own unit, colour and words',
    panel: figure({
      queries: [
        query(),
        query({ key: 'change', shown: { unit: 'percentunit', decimals: 1, colour: 'red' } }),
        query({ key: 'state', shown: { mappings, thresholds: steps } }),
      ],
    }),
    path: 'fieldConfig.overrides',
    want: [
      {
        matcher: { id: 'byFrameRefID', options: 'B' },
        properties: [
          { id: 'unit', value: 'percentunit' },
          { id: 'decimals', value: 1 },
          { id: 'color', value: { fixedColor: 'red', mode: 'fixed' } },
        ],
      },
      {
        matcher: { id: 'byFrameRefID', options: 'C' },
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
          {
            id: 'mappings',
            value: [{ options: { 1: { color: 'green', index: 0, text: 'up' } }, type: 'value' }],
          },
        ],
      },
    ],
  },
  {
    proves: 'another data source is asked in its own words, defaults of Prometheus included',
    panel: figure({ queries: [foreign] }),
    path: 'targets',
    want: [{ datasource: foreign.datasource, range: false, rawSql: 'SELECT $x', refId: 'A' }],
  },
  {
    proves: 'and the panel is its',
    panel: figure({ queries: [foreign] }),
    path: 'datasource',
    want: foreign.datasource,
  },
];

describe('a query of a panel may differ from the others', () => {
  it.each(cases)('$proves', ({ panel, path, want }) => expect(at(emittedPanel(panel), path)).toEqual(want));
});
