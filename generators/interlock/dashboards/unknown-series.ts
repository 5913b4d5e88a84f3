import type { Address } from '../../diagnostics/diagnostic.ts';
import { series as seriesNames } from '../../model/names.ts';
import type { Compiled } from '../../model/observables.ts';
import { selectorProblems } from '../promql/selector-problems.ts';
import type { Finding, Rule } from '../rule.ts';
import { surveyOf } from '../survey/index.ts';
import { nameOf } from '../survey/matching.ts';

/** What rules and runbooks read is promql/undeclared's to judge: a panel that draws it would only say it again. */
function findings(compiled: Compiled): readonly Finding[] {
  const survey = surveyOf(compiled);
  const awaited = awaitedSeries(compiled);
  const problems = survey.boards.flatMap(({ selectors, name, address }) =>
    selectors
      .flatMap(({ selector }) => selectorProblems(selector, survey, compiled.stack))
      .filter(({ series }) => !awaited.has(series))
      .map(({ series, text }) => ({ key: keyOf(address, series), address, message: `${name} ${text}` })),
  );
  if (problems.length === 0) return [];
  const judged = new Set(
    [...survey.rules, ...survey.runbooks].flatMap(({ selectors, address }) =>
      selectors.map(({ selector }) => keyOf(address, nameOf(selector) ?? '')),
    ),
  );
  const own = new Map(problems.filter(({ key }) => !judged.has(key)).map((one) => [one.message, one]));
  return [...own.values()].map(({ address, message }) => ({
    address,
    message,
    cure: 'Ask for a series that a metric of the stack or a recording rule has.',
  }));
}

/**
 * The boards that every stack has wait for its first SLO, the board of all resources for the first figure and the first limit:
 * that they need not change when one comes is their design.
 */
function awaitedSeries({ stack, observables }: Compiled): ReadonlySet<string> {
  if (observables.slos.length === 0) return new Set(Object.values(seriesNames));
  const resources = new Set(stack.services.filter(({ kind }) => kind === 'infrastructure').map(({ id }) => id));
  const files = observables.ruleFiles.filter(({ unit }) => resources.has(unit));
  const rules = files.flatMap(({ groups }) => groups.flatMap((group) => group.rules));
  const written = new Set(rules.map((rule) => (rule.kind === 'recording' ? rule.record : rule.alert)));
  const { measureValue, measureLimit, measureInfo } = seriesNames;
  return new Set([measureValue, measureLimit, measureInfo].filter((name) => !written.has(name)));
}

const keyOf = ({ path }: Address, series: string): string => [...path, series].join('\0');

/** A panel that will always be empty. */
export const unknownSeries: Rule = {
  code: 'dashboard/unknown-series',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'A panel asks only for series that are declared or recorded.',
    cause: 'A misspelt series is an empty panel, and an empty panel looks like a quiet service.',
    cure: 'Use the metric handle, or the name of the recording rule.',
  },
  check: findings,
};
