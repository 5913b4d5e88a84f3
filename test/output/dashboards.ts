import { isForeign } from '../grafana/classic-references.ts';
import { dataAndTextPanels, fields, items, type LocatedPanel, strings, text } from '../grafana/json-walk.ts';
import { filesIn, type Tree } from './trees.ts';

/** A dashboard as Grafana reads it. */
export interface DashboardFile {
  readonly path: string;
  readonly json: unknown;
  readonly uid: string;
  /** The ids of its panels, which links name. */
  readonly panels: readonly number[];
  /** Every PromQL query, also those of variables and of marks on graphs. */
  readonly expressions: readonly string[];
  /** How many queries other data sources answer, in forms that nothing here can judge. */
  readonly foreign: number;
  /** Where it leads to: its own links, and those of panels and cells. */
  readonly links: readonly string[];
}

/** The PromQL of a panel; a target without a data source of its own asks the panel's. */
function queriesOf({ panel }: LocatedPanel): readonly string[] {
  return items(panel.targets)
    .map(fields)
    .filter(({ datasource }) => text(fields(datasource ?? panel.datasource).type) === 'prometheus')
    .map(({ expr }) => text(expr));
}

/** `label_values(metric{…}, label)` asks for a selector. */
function selectorOf(query: string): readonly string[] {
  const [, selector] = /^label_values\((.+),\s*\w+\)$/s.exec(query) ?? [];
  return selector === undefined ? [] : [selector];
}

function dashboardFile(path: string, content: string): DashboardFile {
  const json: unknown = JSON.parse(content);
  const { uid, templating, annotations } = fields(json);
  const panels = dataAndTextPanels(json);
  const variables = items(fields(templating).list).flatMap((one) => selectorOf(text(fields(one).query)));
  const marks = items(fields(annotations).list).map((one) => text(fields(one).expr));
  return {
    path,
    json,
    uid: text(uid),
    panels: panels.map(({ panel }) => Number(panel.id)),
    expressions: [...panels.flatMap(queriesOf), ...variables, ...marks],
    foreign: panels.flatMap(({ panel }) => items(panel.targets)).filter(isForeign).length,
    links: strings(json).flatMap(({ path: at, text: url }) => (/\/url$/.test(at) ? [url] : [])),
  };
}

/** Every dashboard of a tree that is ours: those of others are as they are. */
export function dashboardsOf(tree: Tree): readonly DashboardFile[] {
  const theirs = Object.values(tree.stack.existingDashboards ?? {}).map(({ folder }) => `grafana/${folder}/`);
  return filesIn(tree, /^grafana\/(?!provisioning\/).+\.json$/)
    .filter(([path]) => !theirs.some((folder) => path.startsWith(folder)))
    .map(([path, content]) => dashboardFile(path, content));
}
