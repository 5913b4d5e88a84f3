import type { Compiled } from '../../model/observables.ts';
import {
  type Instant,
  inferLabels,
  type Labels,
  type LabelsOf,
  mapNode,
  presenceOf,
  type SelectorNode,
} from '../../promql/index.ts';
import type { Finding, Rule } from '../rule.ts';
import { type Survey, surveyOf } from '../survey/index.ts';

/**
 * The labels that vary in a result because declared metrics vary in them. Labels with one value, chosen by a matcher or
 * written by a rule, tell no series apart and are overwritten without harm.
 */
function varyingLabels(expr: Instant, survey: Survey): Labels {
  const originals = new Map<SelectorNode, SelectorNode>();
  const { node } = mapNode(expr, (one) => {
    if (one.kind !== 'selector') return one;
    const bare: SelectorNode = { ...one, matchers: [] };
    originals.set(bare, one);
    return bare;
  });
  const labelsOf: LabelsOf = (bare) =>
    new Map(varyingIn(originals.get(bare) ?? bare, survey).map((label) => [label, 'always']));
  return inferLabels({ type: 'instant', node }, labelsOf);
}

function varyingIn(selector: SelectorNode, survey: Survey): readonly string[] {
  const series = survey.seriesOf(selector);
  if (series.kind === 'declared') {
    const chosen = new Set(selector.matchers.filter(({ op }) => op === '=').map(({ label }) => label));
    return Object.entries(series.metric.labels)
      .filter(([label, { atMost }]) => atMost > 1 && !chosen.has(label))
      .map(([label]) => label);
  }
  return [];
}

/** Whether an expression reads a declared metric at all. */
const readsRaw = (selectors: readonly { readonly selector: SelectorNode }[], { seriesOf }: Survey): boolean =>
  selectors.some(({ selector }) => seriesOf(selector).kind === 'declared');

function findings(compiled: Compiled): readonly Finding[] {
  const survey = surveyOf(compiled);
  return survey.rules
    .filter(({ selectors }) => readsRaw(selectors, survey))
    .flatMap(({ expr, rule, name, address }) => {
      const varying = varyingLabels(expr, survey);
      return Object.entries(rule.labels)
        .filter(([label]) => presenceOf(varying, label) !== 'never')
        .map(([label, value]) => ({
          address,
          message: `${name} keeps series apart by \`${label}\`, a label that it sets to "${value}" itself`,
          cure: `Add the series up over \`${label}\`, choose one value with .where(…), or rename the label of the metric.`,
        }));
    });
}

/** Series that become one when the rule writes its labels over theirs. */
export const reserved: Rule = {
  code: 'labels/reserved',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title:
      'No rule keeps series apart by a label that it writes itself: service, slo, window, team, severity and the like.',
    cause:
      'The rule writes its own value over theirs, so that several series get the same labels, and Prometheus refuses the whole evaluation ("vector contains metrics with the same labelset after applying rule labels"). The alert never fires.',
    cure: 'A metric may carry such a label as long as it is added up or chosen by a matcher; otherwise rename it where the service exposes it.',
  },
  check: findings,
};
