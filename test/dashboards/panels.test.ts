import { describe, expect, it } from 'vitest';
import { abreast, inStatusLine } from '../../generators/derive/dashboards/abreast.ts';
import { limitSteps } from '../../generators/derive/dashboards/panels.ts';
import { placeRows } from '../../generators/emit/grafana/layout.ts';
import type { ThresholdStep } from '../../generators/model/dashboard.ts';
import { graph } from '../grafana/sample.ts';

describe('a panel is red where an alert would be true', () => {
  type Limits = Parameters<typeof limitSteps>[0];
  const cases: readonly { readonly limits: Limits; readonly want: readonly string[] }[] = [
    { limits: [{ at: 80, bad: 'above' }], want: ['green', 'red from 80'] },
    { limits: [{ at: 5, bad: 'below' }], want: ['red', 'green from 5'] },
    {
      limits: [
        { at: 2, bad: 'below' },
        { at: 20, bad: 'above' },
      ],
      want: ['red', 'green from 2', 'red from 20'],
    },
    {
      limits: [
        { at: 95, bad: 'above' },
        { at: 80, bad: 'above' },
      ],
      want: ['green', 'red from 80', 'red from 95'],
    },
    {
      limits: [
        { at: 5, bad: 'below' },
        { at: 10, bad: 'below' },
      ],
      want: ['red', 'red from 5', 'green from 10'],
    },
    {
      limits: [
        { at: 80, bad: 'above' },
        { at: 80, bad: 'above' },
      ],
      want: ['green', 'red from 80'],
    },
  ];
  const said = ({ from, colour }: ThresholdStep) => (from === undefined ? colour : `${colour} from ${from}`);
  it.each(cases)('$limits', ({ limits, want }) => expect(limitSteps(limits).map(said)).toEqual(want));
});

describe('panels share the width of a line', () => {
  const panels = (count: number) => Array.from({ length: count }, (_, i) => graph({ key: `p${i}` }));
  const cases = [
    { count: 1, graphs: [12], stats: [8] },
    { count: 2, graphs: [12, 12], stats: [8, 8] },
    { count: 3, graphs: [8, 8, 8], stats: [8, 8, 8] },
    { count: 4, graphs: [12, 12, 12, 12], stats: [6, 6, 6, 6] },
    { count: 5, graphs: [8, 8, 8, 8, 8], stats: [8, 8, 8, 8, 8] },
  ];
  it.each(cases)('$count of them', ({ count, graphs, stats }) => {
    expect(abreast(panels(count)).map(({ width }) => width)).toEqual(graphs);
    expect(inStatusLine(panels(count)).map(({ width }) => width)).toEqual(stats);
  });
  it('none is none', () => expect(abreast([])).toEqual([]));
  it('and fit into it, however many they are', () => {
    for (let count = 1; count <= 30; count += 1) {
      for (const line of [abreast(panels(count)), inStatusLine(panels(count))]) {
        const placed = placeRows([{ key: 'r', title: 'R', panels: line }]).flatMap((row) => row.panels);
        expect(placed.filter(({ at }) => at.x + at.w > 24)).toEqual([]);
      }
    }
  });
});
