import { serverWith, versionWords } from '../../model/evaluators.ts';
import type { Compiled } from '../../model/observables.ts';
import { ruleFeatures } from '../../policy/versions.ts';
import { atLeast, check, type PrometheusVersion, print } from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Survey, surveyOf } from '../survey/index.ts';
import type { RuleUse, Use } from '../survey/uses.ts';

interface Feature {
  readonly what: string;
  readonly since: PrometheusVersion;
  readonly uses: (use: RuleUse, survey: Survey) => boolean;
}

/** Features of rules and series; those of the language are `check`'s. */
const features: readonly Feature[] = [
  {
    what: 'keep_firing_for',
    since: ruleFeatures.keepFiringFor,
    uses: ({ rule }) => rule.kind === 'alerting' && rule.keepFiringForMs > 0,
  },
  { what: 'query_offset', since: ruleFeatures.queryOffset, uses: ({ group }) => group.queryOffsetMs > 0 },
  {
    what: 'a native histogram',
    since: ruleFeatures.nativeHistograms,
    uses: ({ selectors }, { seriesOf }) =>
      selectors.some(({ selector }) => {
        const series = seriesOf(selector);
        return series.kind === 'declared' && series.metric.kind === 'native-histogram';
      }),
  },
];

/** One finding for each feature and definition: a group's offset concerns all of its rules. */
function featureFindings(survey: Survey): readonly Finding[] {
  const found = new Map<string, Finding>();
  for (const use of survey.rules) {
    const { evaluator, name, address } = use;
    for (const { what, since, uses } of features) {
      const key = [address.path.join(), what].join('\0');
      if (atLeast(evaluator.version, since) || found.has(key) || !uses(use, survey)) continue;
      const message = `${name} uses ${what}, which needs Prometheus ${since}; ${evaluator.id} ${versionWords(evaluator)}`;
      found.set(key, { address, message, cure: `Do without ${what}, or run ${serverWith(evaluator, since)}.` });
    }
  }
  return [...found.values()];
}

/** What only the version is wrong with: everything else is wrong under every version. */
function languageFindings(uses: readonly Use[], allowGrafanaVariables: boolean): readonly Finding[] {
  return uses.flatMap(({ name, expr, address, evaluator }) => {
    const text = print(expr);
    const { version } = evaluator;
    const all = check(text, { allowGrafanaVariables, version });
    const anyway = new Set(
      all.length === 0 ? [] : check(text, { allowGrafanaVariables }).map(({ message }) => message),
    );
    return all
      .filter(({ message }) => !anyway.has(message))
      .map(({ message }) => ({
        address,
        message: `${name} uses what ${evaluator.id} does not have: ${message}`,
        cure: 'Write it without, or run a newer Prometheus.',
      }));
  });
}

function findings(compiled: Compiled): readonly Finding[] {
  const survey = surveyOf(compiled);
  return [
    ...featureFindings(survey),
    ...languageFindings(survey.distinct.rules, false),
    ...languageFindings(survey.distinct.boards, true),
  ];
}

/** Something that the evaluator is too old for. */
export const tooNew: Rule = {
  code: 'promql/too-new',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: 'Rules use only what their evaluator has.',
    cause: 'An older Prometheus refuses a file with a field or a function that it does not know, and all rules in it.',
    cure: 'Do without the feature, or raise `version` of the evaluator once the server is newer.',
  },
  check: findings,
};
