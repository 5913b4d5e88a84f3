import { createHash } from 'node:crypto';

/** 31 bits: Grafana keeps panel ids as signed 32-bit integers in places, and an id must be positive. */
function idOf(...path: readonly string[]): number {
  const digest = createHash('sha256').update(path.join('\0')).digest();
  return digest.readUInt32BE(0) & 0x7fffffff || 1;
}

/**
 * The number of a panel in its dashboard, for `viewPanel=<id>` in links and for the dashboard document itself. Made from keys
 * alone, so that adding, moving or retitling panels changes nobody else's id.
 */
export function panelId(dashboardUid: string, panelKey: string): number {
  return idOf(dashboardUid, 'panel', panelKey);
}

/** The number of a row's header; rows and panels share one space of ids. */
export function rowId(dashboardUid: string, rowKey: string): number {
  return idOf(dashboardUid, 'row', rowKey);
}
