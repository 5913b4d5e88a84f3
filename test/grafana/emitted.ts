import { emitDashboard } from '../../generators/emit/grafana/index.ts';
import type { Dashboard, Panel } from '../../generators/model/dashboard.ts';
import { dataAndTextPanels, type Fields, fields } from './json-walk.ts';
import { boardOf } from './sample.ts';

/** The dashboard as Grafana reads it. */
export function emitted(dashboard: Dashboard): Fields {
  return fields(JSON.parse(emitDashboard(dashboard).content));
}

/** One panel as Grafana reads it. */
export function emittedPanel(panel: Panel): Fields {
  const [only] = dataAndTextPanels(emitted(boardOf(panel)));
  if (only === undefined) throw new Error('no panel was emitted');
  return only.panel;
}

/** The value at a path of keys and positions, e.g. `options.legend.showLegend`. */
export function at(value: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((inner, key) => (Array.isArray(inner) ? inner[Number(key)] : fields(inner)[key]), value);
}
