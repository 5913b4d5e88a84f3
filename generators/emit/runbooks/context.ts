import { evaluatorOf } from '../../model/evaluators.ts';
import type { AlertEntry, Compiled, RuleTestFile } from '../../model/observables.ts';
import type { Stack } from '../../model/stack.ts';

/** What every page looks up, found once for all of them. */
export interface Context {
  readonly stack: Stack;
  readonly panelTitle: (dashboardUid: string, key: string) => string | undefined;
  /** The evaluator that loads an alert's rule. */
  readonly evaluatorOf: (alert: AlertEntry) => string;
  /** The evaluators for which a unit has a file of rules, and of tests. */
  readonly rulesOf: (unit: string) => readonly string[];
  readonly testsOf: (unit: string) => readonly string[];
  /** Whether a rule test expects something of the alert. */
  readonly isTested: (alert: AlertEntry) => boolean;
}

const keyOf = (...parts: readonly string[]): string => parts.join('\u0000');

function panelTitles({ observables }: Compiled): ReadonlyMap<string, string> {
  return new Map(
    observables.dashboards.flatMap(({ uid, rows }) =>
      rows.flatMap(({ panels }) => panels.map(({ key, title }): [string, string] => [keyOf(uid, key), title])),
    ),
  );
}

/** Evaluators by unit, sorted. */
function evaluators(
  all: readonly { readonly unit: string; readonly evaluator: string }[],
): (unit: string) => readonly string[] {
  const byUnit = new Map<string, Set<string>>();
  for (const { unit, evaluator } of all) byUnit.set(unit, new Set([...(byUnit.get(unit) ?? []), evaluator]));
  return (unit) => [...(byUnit.get(unit) ?? [])].sort();
}

const testedAlerts = ({ unit, evaluator, tests }: RuleTestFile): readonly string[] =>
  tests.flatMap(({ expectations }) => expectations.map(({ alert }) => keyOf(unit, evaluator, alert)));

/** Makes the look-ups of one compiled stack. */
export function contextOf(compiled: Compiled): Context {
  const { stack, observables } = compiled;
  const titles = panelTitles(compiled);
  const tested = new Set(observables.ruleTests.flatMap(testedAlerts));
  const loaders = new Map(
    observables.ruleFiles.flatMap(({ evaluator, groups }) =>
      groups.flatMap(({ rules }) => rules.map((rule): [object, string] => [rule, evaluator])),
    ),
  );
  const loaderOf: Context['evaluatorOf'] = (alert) => loaders.get(alert.rule) ?? evaluatorOf(stack, alert).id;
  return {
    stack,
    panelTitle: (uid, key) => titles.get(keyOf(uid, key)),
    evaluatorOf: loaderOf,
    rulesOf: evaluators(observables.ruleFiles),
    testsOf: evaluators(observables.ruleTests),
    isTested: (alert) => tested.has(keyOf(alert.unit, loaderOf(alert), alert.rule.alert)),
  };
}
