import { describe, expect, it } from 'vitest';
import { at, emitted } from './emitted.ts';
import { boardOf, figure, sample } from './sample.ts';

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
