/** Panels that are no service's: the executive's are about what it says, and what another data source is asked is its affair. */
import * as s from 'signalbox';
import { expect, test } from 'vitest';
import { pathText } from '../../generators/diagnostics/diagnostic.ts';
import { interlock } from '../../generators/interlock/index.ts';
import type { StatPanel } from '../../generators/model/dashboard.ts';
import { changed, compiled, depth, withPanels } from './fixture.ts';

const panel: StatPanel = {
  kind: 'stat',
  key: 'warehouse',
  title: 'Warehouse',
  width: 4,
  height: 4,
  unit: 'short',
  queries: [{ key: 'now', datasource: { type: 'sql', uid: 'x' }, fields: { rawSql: 'SELECT $region FROM slo_gone' } }],
};

const found = (of: ReturnType<typeof compiled>) =>
  interlock(of).map(({ code, address }) => `${code}  ${pathText(address)}`);

test('nothing is said of a query in a form that nobody here can read', () => {
  expect(found(withPanels(panel))).toEqual(found(compiled()));
});

test('what is wrong on the executive board is said of the executive', () => {
  const executive = s.executive({ title: 'All', tiles: { Waiting: { value: s.total(depth) } } });
  const base = compiled({ stack: { executive } });
  const dashboards = base.observables.dashboards.map((board) => ({
    ...board,
    rows: board.uid === 'prod-executive' ? [...board.rows, ...board.rows] : board.rows,
  }));
  const before = found(base);
  const more = found(changed(base, { dashboards })).filter((one) => !before.includes(one));
  expect([...new Set(more)]).toEqual(['dashboard/duplicate-panel  prod › executive']);
});
