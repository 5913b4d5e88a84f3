import { type Dashboard, promqlOf } from '../../model/dashboard.ts';
import type { Compiled } from '../../model/observables.ts';
import { type Instant, selectorsOf } from '../../promql/index.ts';
import { dashboardLinks } from '../links/dashboard-links.ts';
import type { Finding, Rule } from '../rule.ts';
import { boardAddresses, panelsOf } from '../survey/uses.ts';

/** `$region`, `${region}`, `${region:regex}`, and the old `[[region]]`. */
const variable =
  /\$(?:(?<bare>[a-zA-Z_]\w*)|\{(?<braced>[a-zA-Z_]\w*)[^}]*\})|\[\[(?<bracketed>[a-zA-Z_]\w*)(?::\w+)?\]\]/g;
/** Addresses and Markdown may hold prices; a variable is written in braces there. */
const bracedVariable = /\$\{(?<braced>[a-zA-Z_]\w*)[^}]*\}/g;

function variablesIn(text: string, pattern: RegExp): readonly string[] {
  const names = [...text.matchAll(pattern)].map(
    ({ groups }) => groups?.bare ?? groups?.braced ?? groups?.bracketed ?? '',
  );
  // Grafana's own: https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables
  return names.filter((name) => !name.startsWith('__'));
}

const inExpr = (expr: Instant): readonly string[] =>
  selectorsOf(expr).flatMap(({ selector }) => selector.matchers.flatMap(({ value }) => variablesIn(value, variable)));

/** Every variable that a dashboard uses, the data sources of its panels among them, and where. */
function used(board: Dashboard): readonly (readonly [string, string])[] {
  const at = (where: string, names: readonly string[]) => names.map((name) => [name, where] as const);
  return [
    ...board.annotations.flatMap(({ name, expr }) => at(`the annotation "${name}"`, inExpr(expr))),
    ...board.variables.flatMap((one) =>
      one.kind === 'query' ? at(`the variable ${one.name}`, inExpr(one.series)) : [],
    ),
    ...board.links.flatMap(({ title, url }) => at(`the link "${title}"`, variablesIn(url, bracedVariable))),
    ...panelsOf(board).flatMap((panel) => {
      const where = `the panel "${panel.title}"`;
      const links = at(
        where,
        (panel.links ?? []).flatMap(({ url }) => variablesIn(url, bracedVariable)),
      );
      if (panel.kind === 'text') return [...links, ...at(where, variablesIn(panel.markdown, bracedVariable))];
      const asked = promqlOf(panel);
      // Another data source is named by its uid, and what a `$` in its query means is its own affair.
      if (asked.length === 0) return links;
      return [...links, ...at(where, [panel.datasource ?? 'datasource', ...asked.flatMap(({ expr }) => inExpr(expr))])];
    }),
  ];
}

function undefinedHere(board: Dashboard): readonly string[] {
  const defined = new Set(board.variables.map(({ name }) => name));
  const texts = used(board)
    .filter(([name]) => !defined.has(name))
    .map(([name, where]) => `${where} of ${board.uid} uses $${name}, which the dashboard does not define`);
  return [...new Set(texts)];
}

function findings(compiled: Compiled): readonly Finding[] {
  const { dashboards } = compiled.observables;
  const addressOf = boardAddresses(compiled);
  const variables = new Map(dashboards.map((board) => [board.uid, board.variables.map(({ name }) => name)]));
  const cure = 'Define the variable, or correct its name.';
  const inside = dashboards.flatMap((board) =>
    undefinedHere(board).map((message) => ({ address: addressOf(board), message, cure })),
  );
  const between = dashboardLinks(compiled).flatMap(({ uid, variables: set, from, address }) =>
    set
      .filter((name) => variables.has(uid) && !variables.get(uid)?.includes(name))
      .map((name) => ({
        address,
        message: `${from} sets $${name} of ${uid}, which that dashboard does not define`,
        cure,
      })),
  );
  return [...inside, ...between];
}

/** A variable that nobody fills in. */
export const undefinedVariable: Rule = {
  code: 'dashboard/undefined-variable',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A dashboard uses only variables that it defines.',
    cause: 'Grafana leaves the name of an unknown variable in the query, which then selects nothing.',
    cure: "Add the variable to the dashboard's list, or correct the name.",
  },
  check: findings,
};
