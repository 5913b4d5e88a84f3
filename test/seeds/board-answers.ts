import { expect } from 'vitest';
import { engineering, regions, tiles, trend } from './asked-boards.ts';
import { boardOf, type Outputs, type Panel, panelOf, panelsIn, rowsOf } from './outputs.ts';

const EXECUTIVE = 'short-video-executive';

/** SV-05 */
export function executiveDashboard(outputs: Outputs): void {
  expect(wordsOf(panelOf(outputs, EXECUTIVE, 'Health status'))).toMatch(/\bhealthy\b/i);
  const board = boardOf(outputs, EXECUTIVE);
  const titles: readonly string[] = tiles.map(({ title }) => title);
  const drawn = panelsIn(board).flatMap(({ title = '' }) => (titles.includes(title) ? [title] : []));
  expect(drawn, 'the tiles, in their order').toEqual(titles);
  for (const { title, below } of tiles) expect(wordsOf(panelOf(outputs, EXECUTIVE, title)), title).toContain(below);

  expect(board.time).toEqual({ from: trend.from, to: 'now' });
  const engagement = rowsOf(board).get(trend.title) ?? [];
  expect(engagement.flatMap(namesOf), trend.title).toEqual(expect.arrayContaining([...trend.figures]));

  const status = panelOf(outputs, EXECUTIVE, 'Regional status');
  expect(status.targets.map(({ legendFormat }) => legendFormat)).toEqual(['{{region}}']);
  // A region that says nothing has no series of its own: the board must know it by name.
  for (const region of regions) expect(status.targets[0]?.expr, region).toContain(`"${region}"`);
}

/** SV-06 */
export function engineeringDashboard(outputs: Outputs): void {
  expect(engineering).toHaveLength(8);
  const panels = panelsIn(boardOf(outputs, 'fyp-overview'));
  for (const { box, shows } of engineering) {
    for (const [name, unit] of Object.entries(shows)) {
      const units = panels.filter((panel) => namesOf(panel).includes(name)).map(unitOf);
      expect(units, `${box}: ${name}`).toContain(unit);
    }
  }
}

const unitOf = ({ fieldConfig }: Panel) => fieldConfig?.defaults.unit;

/** What a panel calls what it shows: by its own title, or by that of each figure. */
const namesOf = ({ title = '', targets }: Panel): readonly string[] => [
  title,
  ...targets.map(({ legendFormat }) => legendFormat ?? ''),
];

/** All words that a panel may put on the screen beside numbers. */
const wordsOf = ({ fieldConfig, ...panel }: Panel) => JSON.stringify([namesOf({ ...panel }), fieldConfig]);
