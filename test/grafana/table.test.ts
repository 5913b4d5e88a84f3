import { describe, expect, it } from 'vitest';
import type { TablePanel } from '../../generators/model/dashboard.ts';
import { at, emittedPanel } from './emitted.ts';
import { query } from './sample.ts';

function tableOf(more: Partial<TablePanel> = {}): TablePanel {
  return {
    kind: 'table',
    key: 't',
    title: 'T',
    width: 24,
    height: 8,
    unit: 's',
    joinBy: ['service'],
    queries: [query({ key: 'p99' }), query({ key: 'rate' })],
    columns: [
      { field: 'service', title: 'Service' },
      { field: 'rate', title: 'Rate', unit: 'reqps' },
    ],
    ...more,
  };
}

describe('a table joined by labels', () => {
  const panel = emittedPanel(tableOf({ sortBy: 'rate' }));

  it('asks for now, as tables, without legends', () => {
    expect(at(panel, 'targets.0')).toMatchObject({ format: 'table', instant: true, refId: 'A' });
    expect(at(panel, 'targets.0.legendFormat')).toBeUndefined();
  });
  it('keeps the join labels and Time until the join, then only the columns, in order and by title', () => {
    expect(panel.transformations).toEqual([
      { id: 'filterFieldsByName', options: { include: { names: ['Time', 'service', 'Value #B'] } } },
      { id: 'merge', options: {} },
      {
        id: 'organize',
        options: {
          excludeByName: { Time: true },
          indexByName: { service: 0, 'Value #B': 1 },
          renameByName: { service: 'Service', 'Value #B': 'Rate' },
        },
      },
    ]);
  });
  it('overrides and sorting go by title', () => {
    expect(at(panel, 'fieldConfig.overrides')).toEqual([
      { matcher: { id: 'byName', options: 'Rate' }, properties: [{ id: 'unit', value: 'reqps' }] },
    ]);
    expect(at(panel, 'options.sortBy')).toEqual([{ desc: true, displayName: 'Rate' }]);
  });
});

describe('what a column says', () => {
  const column = (more: object) => {
    const panel = emittedPanel(tableOf({ columns: [{ field: 'rate', title: 'Rate', ...more }] }));
    return at(panel, 'fieldConfig.overrides.0.properties');
  };
  const steps = {
    mode: 'absolute',
    steps: [
      { color: 'text', value: null },
      { color: 'red', value: 1 },
    ],
  };
  it.each([
    { given: { unit: 'd' }, want: [{ id: 'unit', value: 'd' }] },
    { given: { decimals: 0 }, want: [{ id: 'decimals', value: 0 }] },
    {
      given: { thresholds: [{ colour: 'text' }, { from: 1, colour: 'red' }] },
      want: [
        { id: 'thresholds', value: steps },
        { id: 'custom.cellOptions', value: { type: 'color-text' } },
      ],
    },
    {
      given: { link: { title: 'Open', url: '/d/x', newTab: true } },
      want: [{ id: 'links', value: [{ targetBlank: true, title: 'Open', url: '/d/x' }] }],
    },
    { given: {}, want: undefined },
  ])('$given', ({ given, want }) => expect(column(given)).toEqual(want));
});

describe('a table over time', () => {
  const { joinBy: _joined, ...overTime } = tableOf({
    queries: [query({ key: 'state' })],
    columns: [
      { field: 'Time', title: 'Time' },
      { field: 'state', title: 'State' },
    ],
  });
  const panel = emittedPanel(overTime);

  it('asks for a range and shows its samples', () => {
    expect(at(panel, 'targets.0.instant')).toBeUndefined();
    expect(panel.transformations).toEqual([
      { id: 'filterFieldsByName', options: { include: { names: ['Time', 'Value'] } } },
      {
        id: 'organize',
        options: { excludeByName: {}, indexByName: { Time: 0, Value: 1 }, renameByName: { Value: 'State' } },
      },
    ]);
  });
});

it('sorting by what is no column is refused', () => {
  expect(() => emittedPanel(tableOf({ sortBy: 'p99' }))).toThrow('panel "t": sorted by "p99", which is no column');
});
