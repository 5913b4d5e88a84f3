import type { Rule } from '../rule.ts';
import { fieldsOf, listOf, panelName, type RawDashboard, rawDashboards, textOf } from './raw-dashboard.ts';
import { rawQueries } from './raw-queries.ts';

/** `$region`, `${region:regex}`, and the old `[[region]]`; in addresses, which may hold prices, only braces. */
const variable =
  /\$(?:(?<bare>[a-zA-Z_]\w*)|\{(?<braced>[a-zA-Z_]\w*)[^}]*\})|\[\[(?<bracketed>[a-zA-Z_]\w*)(?::\w+)?\]\]/g;
const inBraces = /\$\{(?<braced>[a-zA-Z_]\w*)[^}]*\}/g;

function namesIn(text: string, pattern = variable): readonly string[] {
  const names = [...text.matchAll(pattern)].map(({ groups }) => Object.values(groups ?? {}).find(Boolean) ?? '');
  // Grafana's own: https://grafana.com/docs/grafana/latest/dashboards/variables/add-template-variables/#global-variables
  return names.filter((name) => !name.startsWith('__'));
}

const sourceOf = (datasource: unknown): string =>
  typeof datasource === 'string' ? datasource : textOf(fieldsOf(datasource).uid);

interface Used {
  readonly name: string;
  readonly where: string;
}

function usedIn(board: RawDashboard): readonly Used[] {
  const at = (where: string, names: readonly string[]) => names.map((name) => ({ name, where }));
  const ofPanels = board.panels.flatMap((panel) => {
    const sources = [panel, ...listOf(panel.targets)].map(({ datasource }) => sourceOf(datasource));
    const links = listOf(panel.links).flatMap(({ url }) => namesIn(textOf(url), inBraces));
    const repeated = textOf(panel.repeat) === '' ? [] : [textOf(panel.repeat)];
    return at(panelName(panel), [...repeated, ...links, ...sources.flatMap((one) => namesIn(one))]);
  });
  const links = listOf(board.json.links).flatMap(({ url }) => namesIn(textOf(url), inBraces));
  const queries = rawQueries(board).flatMap(({ where, text }) => at(where, namesIn(text)));
  return [...ofPanels, ...at('a link', links), ...queries];
}

/** A variable that nobody fills in, in a dashboard of others. */
export const undefinedVariable: Rule = {
  code: 'existing/undefined-variable',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'An existing dashboard uses only variables that it defines.',
    cause:
      'Grafana leaves the name of an unknown variable in the query, which then selects nothing. `${DS_…}` is what an export for sharing leaves: only the import dialogue fills it in.',
    cure: 'Add the variable, or export the dashboard without "for sharing externally".',
  },
  check: (compiled) =>
    rawDashboards(compiled).flatMap((board) => {
      const defined = new Set(board.variables.map(({ name }) => textOf(name)));
      const first = new Map(
        usedIn(board)
          .filter(({ name }) => !defined.has(name))
          .toReversed()
          .map(({ name, where }) => [name, where]),
      );
      return [...first].map(([name, where]) => ({
        address: board.address,
        message: `${where} of ${board.file} uses $${name}, which the dashboard does not define`,
        cure: 'Add the variable in Grafana, or correct its name, and export the dashboard again.',
      }));
    }),
};
