import type { Panel as SdkPanel } from '@grafana/grafana-foundation-sdk/dashboard';
import { PanelBuilder as TextBuilder, TextMode } from '@grafana/grafana-foundation-sdk/text';
import type { Panel } from '../../model/dashboard.ts';
import { panelId } from '../../model/dashboard-ids.ts';
import { barGauge, stat, stateTimeline } from './figures.ts';
import type { GridPos } from './layout.ts';
import { type DataLink, dataLink } from './links.ts';
import { literalText } from './literal-text.ts';
import { table } from './table.ts';
import { timeseries } from './timeseries.ts';

/** A panel of a classic dashboard; the SDK gives panels the wrong type of link. */
export type ClassicPanel = Omit<SdkPanel, 'links'> & { readonly links?: readonly DataLink[] };

/** The panel as Grafana stores it, with an id from its key and its place in the grid. */
export function classicPanel(dashboardUid: string, panel: Panel, gridPos: GridPos): ClassicPanel {
  const { links: _none, ...built } = visualization(panel);
  return {
    ...built,
    id: panelId(dashboardUid, panel.key),
    gridPos,
    title: literalText(panel.title),
    ...(panel.description !== undefined && { description: literalText(panel.description) }),
    ...(panel.links !== undefined && panel.links.length > 0 && { links: panel.links.map(dataLink) }),
  };
}

function visualization(panel: Panel): SdkPanel {
  switch (panel.kind) {
    case 'timeseries':
      return timeseries(panel).build();
    case 'stat':
      return stat(panel).build();
    case 'bargauge':
      return barGauge(panel).build();
    case 'state-timeline':
      return stateTimeline(panel).build();
    case 'table':
      return table(panel).build();
    case 'text':
      return new TextBuilder().mode(TextMode.Markdown).content(panel.markdown).build();
  }
}
