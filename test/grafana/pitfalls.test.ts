import { describe, expect, it } from 'vitest';
import { emitDashboard } from '../../generators/emit/grafana/index.ts';
import { dashboardProblems } from './classic-schema.ts';
import { at, emitted, emittedPanel } from './emitted.ts';
import { dataAndTextPanels, fields, items, strings } from './json-walk.ts';
import { boardOf, figure, graph, query, sample } from './sample.ts';

/**
 * The Foundation SDK's traps, found by running version 0.0.21, and whether they can catch us.
 *
 * |  n | trap                                                    | here |
 * |---:|---------------------------------------------------------|------|
 * |  1 | `build()` returns the builder's own object              | tested |
 * |  2 | no panel ids, every row has id 0                        | tested |
 * |  3 | no refIds                                               | tested |
 * |  4 | the legend is hidden unless set                         | tested |
 * |  5 | links and annotations move into the controls menu       | tested |
 * |  6 | its layout overflows the grid                           | tested |
 * |  7 | panels inside an open row are lost                      | tested |
 * |  8 | hardly any validation                                   | tested |
 * |  9 | v2 builders drop constructor arguments                  | no v2 builder is used |
 * | 10 | variables carry fields of other kinds, no refresh       | tested for v1; `refresh: never`, `vizConfig` are v2 |
 * | 11 | JSON is converted to code for Go only                   | nothing is converted; an import would be our own |
 * | 12 | threshold `null` comes and goes                         | tested |
 */
function deepFrozen<T>(value: T): T {
  for (const child of Object.values(fields(value))) deepFrozen(child);
  for (const child of items(value)) deepFrozen(child);
  return Object.freeze(value);
}

const panelsOf = (dashboard: typeof sample) => dataAndTextPanels(emitted(dashboard)).map(({ panel }) => panel);

describe('the traps of the SDK', () => {
  it('1: a panel shared by two dashboards has its own place in each, and the model is not touched', () => {
    const shared = deepFrozen(graph({ key: 'shared' }));
    const [first] = panelsOf(boardOf(shared));
    const [, second] = panelsOf(boardOf(figure(), shared));
    expect(at(first, 'gridPos.x')).toBe(0);
    expect(at(second, 'gridPos.x')).toBe(6);
    expect(emitDashboard(sample).content).toBe(emitDashboard(deepFrozen(structuredClone(sample))).content);
  });

  it('2: every panel and row has an id of its own', () => {
    const rows = items(emitted(sample).panels).filter((panel) => fields(panel).type === 'row');
    const ids = [...rows, ...panelsOf(sample)].map((panel) => fields(panel).id);
    expect(ids).toHaveLength(8);
    expect(new Set(ids).size).toBe(8);
    expect(ids).not.toContain(0);
    expect(ids).not.toContain(undefined);
  });

  it('3: queries are lettered by their order', () => {
    const queries = Array.from({ length: 28 }, (_, n) => query({ key: `q${n}` }));
    const [head = query(), ...tail] = queries;
    const letters = items(emittedPanel(graph({ queries: [head, ...tail] })).targets).map(
      (target) => fields(target).refId,
    );
    expect(letters.slice(0, 3)).toEqual(['A', 'B', 'C']);
    expect(letters.slice(25)).toEqual(['Z', 'AA', 'AB']);
  });

  it('4: every legend shows, and the tooltip has all series', () => {
    const timeseries = panelsOf(sample).filter(({ type }) => type === 'timeseries' || type === 'state-timeline');
    expect(timeseries.map((panel) => at(panel, 'options.legend.showLegend'))).toEqual([true, true]);
    expect(timeseries.map((panel) => at(panel, 'options.tooltip.mode'))).toEqual(['multi', 'multi']);
  });

  it('5: no link or annotation is hidden in the controls menu', () => {
    expect(strings(emitted(sample)).filter(({ text }) => text === 'inControlsMenu')).toEqual([]);
    expect(at(emitted(sample), 'links.0.title')).toBe('Runbooks');
    expect(at(emitted(sample), 'annotations.list.0.name')).toBe('Deployments');
  });

  it('6: 16 and 12 columns do not stand side by side', () => {
    const panels = panelsOf(boardOf(graph({ key: 'a', width: 16 }), graph({ key: 'b', width: 12 })));
    expect(panels.map(({ gridPos }) => gridPos)).toEqual([
      { x: 0, y: 1, w: 16, h: 8 },
      { x: 0, y: 9, w: 12, h: 8 },
    ]);
  });

  it('7: panels of an open row stand behind it, those of a collapsed one inside it', () => {
    const outline = items(emitted(sample).panels).map((panel) => [
      fields(panel).type,
      items(fields(panel).panels).length,
    ]);
    expect(outline).toEqual([
      ['row', 0],
      ['stat', 0],
      ['timeseries', 0],
      ['bargauge', 0],
      ['state-timeline', 0],
      ['row', 2],
    ]);
  });

  it('8: what the SDK lets through is found in the result, and a wrong threshold or size is not even emitted', () => {
    expect(dashboardProblems(emitted({ ...sample, uid: 'x'.repeat(60) }))).toHaveLength(1);
    const broken = (thresholds: (typeof sample.rows)[number]['panels'][number] & { kind: 'stat' }) => () =>
      emittedPanel(thresholds);
    expect(broken(figure({ thresholds: [{ from: 1, colour: 'red' }] }))).toThrow(
      'the first threshold is the base colour',
    );
    expect(broken(figure({ thresholds: [] }))).toThrow('the first threshold is the base colour');
    const falling = [{ colour: 'green' }, { from: 2, colour: 'red' }, { from: 1, colour: 'red' }] as const;
    expect(broken(figure({ thresholds: falling }))).toThrow('thresholds must ascend, 1 follows 2');
    expect(broken(figure({ width: 25 }))).toThrow('does not fit');
  });

  it('10: variables have only their own fields, and refresh with the time range', () => {
    const keys = items(at(emitted(sample), 'templating.list')).map((variable) =>
      Object.keys(fields(variable)).join(' '),
    );
    expect(keys).toEqual([
      'label name query type',
      'allValue current datasource includeAll label multi name query refresh sort type',
      'datasource label name query refresh sort type',
    ]);
    expect(at(emitted(sample), 'templating.list.1.refresh')).toBe(2);
  });

  it('12: the first threshold is null and no other', () => {
    const steps = at(
      emittedPanel(figure({ thresholds: [{ colour: 'green' }, { from: 0, colour: 'red' }] })),
      'fieldConfig.defaults.thresholds',
    );
    expect(steps).toEqual({
      mode: 'absolute',
      steps: [
        { color: 'green', value: null },
        { color: 'red', value: 0 },
      ],
    });
  });
});
