import type { Dashboard, Panel, Row } from '../../model/dashboard.ts';

/** Columns of Grafana's grid. */
const gridColumns = 24;

/** A rectangle in grid units, from the top left corner of the dashboard. */
export interface GridPos {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface PlacedPanel {
  readonly panel: Panel;
  readonly at: GridPos;
}

export interface PlacedRow {
  readonly row: Row;
  readonly at: GridPos;
  readonly panels: readonly PlacedPanel[];
}

/**
 * Gives every row header and panel its place: rows one below the other, the panels of a row from left to right, the next line
 * below the tallest panel of the one before. What a collapsed row holds takes no room until it is opened.
 */
export function placeRows(rows: Dashboard['rows']): readonly PlacedRow[] {
  const placed: PlacedRow[] = [];
  let y = 0;
  for (const row of rows) {
    const panels = placePanels(row.panels, y + 1);
    placed.push({ row, at: { x: 0, y, w: gridColumns, h: 1 }, panels });
    y = row.collapsed === true ? y + 1 : Math.max(y + 1, ...panels.map(({ at }) => at.y + at.h));
  }
  return placed;
}

function placePanels(panels: readonly Panel[], top: number): readonly PlacedPanel[] {
  const placed: PlacedPanel[] = [];
  let line = { x: 0, y: top, bottom: top };
  for (const panel of panels) {
    checkSize(panel);
    if (line.x + panel.width > gridColumns) line = { x: 0, y: line.bottom, bottom: line.bottom };
    placed.push({ panel, at: { x: line.x, y: line.y, w: panel.width, h: panel.height } });
    line = { x: line.x + panel.width, y: line.y, bottom: Math.max(line.bottom, line.y + panel.height) };
  }
  return placed;
}

function checkSize({ key, width, height }: Panel): void {
  const whole = Number.isInteger(width) && Number.isInteger(height);
  if (whole && width >= 1 && width <= gridColumns && height >= 1) return;
  throw new RangeError(`panel "${key}": ${width} by ${height} does not fit a grid of ${gridColumns} columns`);
}
