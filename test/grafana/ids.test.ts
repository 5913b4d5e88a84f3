import { describe, expect, it } from 'vitest';
import { checkIds } from '../../generators/emit/grafana/ids.ts';
import { panelId, rowId } from '../../generators/model/dashboard-ids.ts';
import { emitted } from './emitted.ts';
import { dataAndTextPanels } from './json-walk.ts';
import { boardOf, graph, sample } from './sample.ts';

describe('ids come from keys', () => {
  it('the same keys have the same id for ever: links in old alerts still open the panel', () => {
    expect(panelId('feed', 'latency')).toBe(706017910);
    expect(rowId('feed', 'overview')).toBe(841500752);
  });
  it('are positive and fit 31 bits', () => {
    const ids = Array.from({ length: 5000 }, (_, n) => panelId('feed', `panel-${n}`));
    expect(new Set(ids).size).toBe(5000);
    expect(ids.every((id) => Number.isInteger(id) && id > 0 && id < 2 ** 31)).toBe(true);
  });
  it('adding, moving and retitling panels changes no other id', () => {
    const ids = (dashboard: typeof sample) => dataAndTextPanels(emitted(dashboard)).map(({ panel }) => panel.id);
    const [a, b] = [graph({ key: 'a' }), graph({ key: 'b' })];
    const [idA, idB] = ids(boardOf(a, b));
    expect(ids(boardOf(graph({ key: 'new' }), { ...b, title: 'Other' }, a)).slice(1)).toEqual([idB, idA]);
  });
});

describe('two panels with one id are refused, both named', () => {
  it('the same key twice', () => {
    expect(() => checkIds(boardOf(graph({ key: 'a' }), graph({ key: 'a' })))).toThrow(
      /^dashboard feed: panel "only\/a" and panel "only\/a" have the same id \d+$/,
    );
  });
  it('different keys with the same hash', () => {
    expect(() => checkIds(boardOf(graph({ key: 'a' }), graph({ key: 'b' })), () => 7)).toThrow(
      'dashboard feed: panel "only/a" and panel "only/b" have the same id 7',
    );
  });
  it('the sample has none', () => expect(() => checkIds(sample)).not.toThrow());
});
