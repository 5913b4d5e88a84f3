import type { Panel } from '../../model/dashboard.ts';

/** Columns of Grafana's grid. */
const COLUMNS = 24;

interface Line {
  /** How many panels stand in one line. */
  readonly most: number;
  /** The widest that one of them may be. */
  readonly widest: number;
}

const graphs: Line = { most: 3, widest: 12 };
const stats: Line = { most: 4, widest: 8 };

/** Panels of one size side by side in as few lines as they fit in, the lines about as long as each other. */
function inLines(panels: readonly Panel[], { most, widest }: Line): readonly Panel[] {
  const lines = Math.max(1, Math.ceil(panels.length / most));
  const each = Math.max(1, Math.ceil(panels.length / lines));
  const width = Math.min(widest, Math.floor(COLUMNS / each));
  return panels.map((panel) => ({ ...panel, width }));
}

/** Graphs and bars, at most three in a line. */
export const abreast = (panels: readonly Panel[]): readonly Panel[] => inLines(panels, graphs);

/** Single figures, at most four in a line: a title of thirty letters is to be read. */
export const inStatusLine = (panels: readonly Panel[]): readonly Panel[] => inLines(panels, stats);
