import { describe, expect, it } from 'vitest';
import { placeRows } from '../../generators/emit/grafana/layout.ts';
import type { Row } from '../../generators/model/dashboard.ts';
import { graph } from './sample.ts';

type Size = readonly [width: number, height: number];

function rowOf(sizes: readonly Size[], collapsed = false): Row {
  const panels = sizes.map(([width, height], index) => graph({ key: `p${index}`, width, height }));
  return { key: 'row', title: 'Row', collapsed, panels };
}

function places(...rows: readonly Row[]): readonly string[] {
  return placeRows(rows).flatMap(({ at, panels }) =>
    [at, ...panels.map((panel) => panel.at)].map((r) => `${r.x},${r.y} ${r.w}x${r.h}`),
  );
}

describe('panels are placed from left to right and wrap at 24 columns', () => {
  const cases: readonly { readonly given: readonly Size[]; readonly want: readonly string[] }[] = [
    { given: [], want: [] },
    { given: [[24, 8]], want: ['0,1 24x8'] },
    {
      given: [
        [12, 8],
        [12, 8],
      ],
      want: ['0,1 12x8', '12,1 12x8'],
    },
    {
      given: [
        [12, 8],
        [12, 8],
        [12, 8],
      ],
      want: ['0,1 12x8', '12,1 12x8', '0,9 12x8'],
    },
    {
      given: [
        [16, 8],
        [12, 8],
      ],
      want: ['0,1 16x8', '0,9 12x8'],
    },
    {
      given: [
        [6, 4],
        [18, 8],
        [12, 5],
      ],
      want: ['0,1 6x4', '6,1 18x8', '0,9 12x5'],
    },
    {
      given: [
        [20, 3],
        [5, 9],
        [19, 2],
        [1, 1],
      ],
      want: ['0,1 20x3', '0,4 5x9', '5,4 19x2', '0,13 1x1'],
    },
  ];
  it.each(cases)('$given', ({ given, want }) => {
    expect(places(rowOf(given))).toEqual(['0,0 24x1', ...want]);
  });
});

describe('rows stand one below the other', () => {
  it('an open row below the tallest panel of the one before, an empty one right below its header', () => {
    const want = ['0,0 24x1', '0,1 6x4', '6,1 6x9', '0,10 24x1', '0,11 24x1', '0,12 6x2'];
    expect(
      places(
        rowOf([
          [6, 4],
          [6, 9],
        ]),
        rowOf([]),
        rowOf([[6, 2]]),
      ),
    ).toEqual(want);
  });
  it('what a collapsed row holds takes no room', () => {
    expect(places(rowOf([[6, 4]], true), rowOf([[6, 2]]))).toEqual(['0,0 24x1', '0,1 6x4', '0,1 24x1', '0,2 6x2']);
  });
});

describe('a panel that no grid can hold is refused', () => {
  it.each([
    [25, 1],
    [0, 1],
    [1.5, 1],
    [1, 0],
    [1, 2.5],
    [Number.NaN, 1],
  ])('%d by %d', (width, height) => {
    expect(() => placeRows([rowOf([[width, height]])])).toThrow(`panel "p0": ${width} by ${height} does not fit`);
  });
});
