import { DashboardBuilder, DashboardCursorSync, RowBuilder } from '@grafana/grafana-foundation-sdk/dashboard';
import type { Artifact } from '../../model/artifact.ts';
import type { Dashboard } from '../../model/dashboard.ts';
import { rowId } from '../../model/dashboard-ids.ts';
import { files } from '../../model/names.ts';
import { checkIds } from './ids.ts';
import { type PlacedRow, placeRows } from './layout.ts';
import { dashboardLink, dashboardMenu } from './links.ts';
import { literalText } from './literal-text.ts';
import { quiet, quietPanel } from './noise.ts';
import { classicPanel } from './panel.ts';
import { stableJson } from './stable-json.ts';
import { annotation, variable } from './variables.ts';

/**
 * The classic schema's version in Grafana 11; later ones read it and migrate it when they load it, and none of the steps from
 * 40 to 42 concerns a field that is emitted here.
 */
const schemaVersion = 39;

/** A dashboard as a file of Grafana's classic schema, for file provisioning or the dashboard API; path without the stack. */
export function emitDashboard(dashboard: Dashboard): Artifact {
  checkIds(dashboard);
  return { path: files.dashboard(dashboard.folder, dashboard.uid), content: stableJson(classicDashboard(dashboard)) };
}

/** One file per dashboard, in the order given. */
export function emitDashboards(dashboards: readonly Dashboard[]): readonly Artifact[] {
  return dashboards.map(emitDashboard);
}

function classicDashboard(dashboard: Dashboard): object {
  const built = head(dashboard).build();
  const list = (kind: 'variable' | 'annotation' | 'link', values: readonly object[] = []) =>
    values.map((value) => quiet(kind, value));
  return {
    ...quiet('dashboard', built),
    schemaVersion,
    templating: { list: list('variable', built.templating.list) },
    annotations: { list: list('annotation', built.annotations.list) },
    links: list('link', built.links),
    panels: placeRows(dashboard.rows).flatMap((placed) => row(dashboard.uid, placed)),
  };
}

/** Everything but panels: the builder would move those and knows no ids. */
function head(dashboard: Dashboard): DashboardBuilder {
  return new DashboardBuilder(literalText(dashboard.title))
    .uid(dashboard.uid)
    .description(literalText(dashboard.description))
    .tags([...dashboard.tags])
    .timezone('browser')
    .readonly()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: dashboard.from, to: 'now' })
    .refresh(dashboard.refresh)
    .variables(dashboard.variables.map(variable))
    .annotations(dashboard.annotations.map(annotation))
    .links([...dashboard.links.map(dashboardLink), ...(dashboard.menus ?? []).map(dashboardMenu)]);
}

/** A row's header and its panels: behind it where the row is open, inside it where it is collapsed. */
function row(uid: string, { row, at, panels }: PlacedRow): readonly object[] {
  const collapsed = row.collapsed === true;
  const header = new RowBuilder(literalText(row.title))
    .id(rowId(uid, row.key))
    .gridPos(at)
    .collapsed(collapsed)
    .build();
  const contents = panels.map(({ panel, at }) => quietPanel(classicPanel(uid, panel, at)));
  return collapsed ? [{ ...header, panels: contents }] : [header, ...contents];
}
