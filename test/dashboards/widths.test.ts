import { describe, expect, it } from 'vitest';
import { abreast, inStatusLine } from '../../generators/derive/dashboards/abreast.ts';
import { placeRows } from '../../generators/emit/grafana/layout.ts';
import { graph } from '../grafana/sample.ts';

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
