import { type Fields, fieldsOf, listOf, panelName, type RawDashboard, textOf } from './raw-dashboard.ts';
import { nameable } from './words.ts';

/** PromQL in a dashboard of others, and what asks it. */
export interface RawQuery {
  readonly where: string;
  readonly text: string;
}

/** Every Prometheus query of a dashboard: of panels, annotations, and variables. */
export function rawQueries(board: RawDashboard): readonly RawQuery[] {
  const types = new Map(
    board.variables.filter(({ type }) => type === 'datasource').map(({ name, query }) => [textOf(name), textOf(query)]),
  );
  const asks = (datasource: unknown) => isPrometheus(datasource, types);
  const ofPanels = board.panels.flatMap((panel) =>
    listOf(panel.targets)
      .filter((target) => asks(target.datasource ?? panel.datasource))
      .map(({ expr }) => ({ where: panelName(panel), text: textOf(expr) })),
  );
  const ofAnnotations = board.annotations
    .filter(({ datasource }) => asks(datasource))
    .map(({ name, expr }) => ({ where: `the annotation "${nameable(textOf(name))}"`, text: textOf(expr) }));
  const ofVariables = board.variables
    .filter(({ type, datasource }) => type === 'query' && asks(datasource))
    .flatMap((one) =>
      variableQuery(one).map((text) => ({ where: `the variable ${nameable(textOf(one.name))}`, text })),
    );
  return [...ofPanels, ...ofAnnotations, ...ofVariables].filter(({ text }) => text.trim() !== '');
}

/** A query without a data source asks the default, which a stack's metrics are; of a variable its own definition tells. */
function isPrometheus(datasource: unknown, types: ReadonlyMap<string, string>): boolean {
  const type = textOf(fieldsOf(datasource).type);
  const name = typeof datasource === 'string' ? datasource : textOf(fieldsOf(datasource).uid);
  const [, variable = ''] = /^\$\{?(\w+)/.exec(name) ?? [];
  return (type || types.get(variable) || 'prometheus') === 'prometheus' && !/^(?:-- )?Grafana(?: --)?$/i.test(name);
}

/** `label_values(up{…}, job)` and `query_result(…)` hold PromQL; other forms name labels or patterns. */
function variableQuery({ query }: Fields): readonly string[] {
  const text = textOf(query) || textOf(fieldsOf(query).query);
  const [, selector] = /^\s*label_values\((.+),\s*[\w$]+\s*\)\s*$/s.exec(text) ?? [];
  const [, result] = /^\s*query_result\((.+)\)\s*$/s.exec(text) ?? [];
  return [selector ?? result ?? ''];
}

const strings = /"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`/g;
const variable = /\$(?:[a-zA-Z_]\w*|\{[a-zA-Z_][^}]*\})|\[\[[a-zA-Z_]\w*(?::\w+)?\]\]/g;

/**
 * The query with something ordinary in the place of what Grafana fills in outside of texts: a duration in brackets and
 * after `offset`, a number elsewhere. Undefined where a variable is part of a name, so that nobody can say what it reads.
 */
export function filledIn(text: string): string | undefined {
  const quoted: string[] = [];
  const bare = text.replace(strings, (one) => `"\u0000${quoted.push(one) - 1}"`);
  const timed = bare.replace(/(?<=[[:]\s*|offset\s+)(?:\$\w+|\$\{[^}]*\})(?=\s*(?:[\]:]|$|[^\w]))/g, '5m');
  if (/[\w:]\$|\$\w+:|\$\{[^}]*\}[\w:{[]|\$\w+[{[(]/.test(timed)) return undefined;
  return timed.replace(variable, '1').replace(/"\0(\d+)"/g, (_, index: string) => quoted[Number(index)] ?? '');
}
