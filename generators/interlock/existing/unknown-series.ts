import type { Compiled } from '../../model/observables.ts';
import { parse, selectorsOf } from '../../promql/index.ts';
import { selectorProblems } from '../promql/selector-problems.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Survey, surveyOf } from '../survey/index.ts';
import { type RawDashboard, rawDashboards } from './raw-dashboard.ts';
import { filledIn, type RawQuery, rawQueries } from './raw-queries.ts';

/** What a query reads that nobody has promised; what is a variable's to name is not known. */
function problemsOf({ text }: RawQuery, survey: Survey, { stack }: Compiled): readonly string[] {
  const { expr } = parse(filledIn(text) ?? '');
  if (expr === undefined) return [];
  return selectorsOf(expr)
    .filter(
      ({ selector }) => !/\$|\[\[/.test(JSON.stringify([selector.name, selector.matchers.map(({ label }) => label)])),
    )
    .flatMap(({ selector }) => selectorProblems(selector, survey, stack).map((problem) => problem.text));
}

/** One finding for each problem of a board, however many of its panels have it. */
function findingsIn(board: RawDashboard, compiled: Compiled): readonly Finding[] {
  const survey = surveyOf(compiled);
  const found = new Map<string, string[]>();
  for (const query of rawQueries(board)) {
    for (const text of problemsOf(query, survey, compiled)) {
      found.set(text, [...(found.get(text) ?? []), query.where]);
    }
  }
  return [...found].map(([text, places]) => {
    const others = new Set(places).size - 1;
    const more = others === 0 ? '' : ` (and ${others} more ${others === 1 ? 'place' : 'places'} there)`;
    return {
      address: board.address,
      message: `${places[0]} of ${board.file}${more} ${text}`,
      cure: 'Declare the metric, name the file that records it with `externalAlerts`, or mend the dashboard.',
    };
  });
}

/** A query of others over series that nobody promised. */
export const unknownSeries: Rule = {
  code: 'existing/unknown-series',
  level: 'warning',
  explanation: {
    since: '0.1.0',
    title: 'An existing dashboard asks only for series that are declared or recorded.',
    cause: 'A metric that was renamed leaves an empty panel, and an empty panel looks like a quiet service.',
    cure: 'Declare what the service exposes, or name the file whose rules record it with `externalAlerts`. For boards on metrics that nobody declares, lower the level of this rule or waive it for the dashboard.',
  },
  check: (compiled) => rawDashboards(compiled).flatMap((board) => findingsIn(board, compiled)),
};
