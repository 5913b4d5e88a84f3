import { gapsIn } from './checks/gaps.ts';
import { intervalProblems, variableGaps, withoutVariables } from './checks/grafana.ts';
import { typeProblems } from './checks/types.ts';
import { versionProblems } from './checks/versions.ts';
import type { PrometheusVersion } from './features.ts';
import { type ParsedClosely, parseClosely } from './parse.ts';
import type { PromqlProblem } from './syntax/grammar.ts';

export interface CheckOptions {
  /** The oldest server that must accept the expression. Without it, whatever the newest known one has is accepted. */
  readonly version?: PrometheusVersion;
  /** What that server was started with: `--enable-feature=…`. */
  readonly flags?: readonly string[];
  /** For dashboards: `[$__rate_interval]` and `{job=~"$job"}` stand for what Grafana puts there. */
  readonly allowGrafanaVariables?: boolean;
}

/**
 * Everything that is wrong with an expression, in the order of the text; nothing where Prometheus accepts it. Where the
 * syntax is broken, only that is told.
 */
export function check(text: string, options: CheckOptions = {}): readonly PromqlProblem[] {
  const { version, flags = [], allowGrafanaVariables = false } = options;
  const parsed = parseClosely(text);
  const { tree, problems } = parsed;
  if (tree === undefined) return problems;
  const own = [
    ...problems,
    ...gapProblems(parsed, allowGrafanaVariables),
    ...(version === undefined ? [] : versionProblems(tree, text, version, flags)),
    ...(allowGrafanaVariables ? [] : intervalProblems(text)),
  ];
  const typed = typeProblems(tree, text).filter(
    ({ from, to }) => !own.some((one) => one.from === from && one.to === to),
  );
  return [...own, ...typed].sort((a, b) => a.from - b.from || a.to - b.to);
}

function gapProblems({ expr, placeOf }: ParsedClosely, allowVariables: boolean): readonly PromqlProblem[] {
  if (expr === undefined) return [];
  const gaps = allowVariables
    ? gapsIn(expr, withoutVariables)
    : [...gapsIn(expr, (value) => value), ...variableGaps(expr)];
  return gaps.map(({ message, node }) => ({ message, ...placeOf(node) }));
}
