import type { Dashboard } from '../../model/dashboard.ts';
import { panelId, rowId } from '../../model/dashboard-ids.ts';

/**
 * Refuses a dashboard where two rows or panels would get one id: a key used twice, or (one in two thousand million pairs) two
 * keys with the same hash. Renaming one of the two named keys is the cure; inventing another id would not be stable.
 */
export function checkIds(dashboard: Dashboard, idOfPanel = panelId): void {
  const owners = new Map<number, string>();
  const claim = (id: number, owner: string) => {
    const other = owners.get(id);
    if (other !== undefined)
      throw new Error(`dashboard ${dashboard.uid}: ${other} and ${owner} have the same id ${id}`);
    owners.set(id, owner);
  };
  for (const row of dashboard.rows) {
    claim(rowId(dashboard.uid, row.key), `row "${row.key}"`);
    for (const panel of row.panels) claim(idOfPanel(dashboard.uid, panel.key), `panel "${row.key}/${panel.key}"`);
  }
}
