import type { Artifact } from '../model/artifact.ts';
import { files } from '../model/names.ts';
import type { AlertExpectation, Compiled, RuleTest } from '../model/observables.ts';
import * as q from '../promql/index.ts';
import { GENERATED, yaml } from './yaml.ts';

const NAMESPACE =
  '# promtool knows no `namespace`: run it where the rule file has lost that line, e.g. with sed -i /^namespace:/d.\n';

/**
 * promtool's unit tests, one file beside each rule file that has any. The count of firing series is asked for, so that an
 * alert that never fires cannot pass as quiet: https://prometheus.io/docs/prometheus/latest/configuration/unit_testing_rules/
 */
export function emitRuleTests({ stack, observables }: Compiled): readonly Artifact[] {
  return observables.ruleTests.map(({ unit, evaluator, tests }) => {
    const other = evaluator === stack.evaluators[0].id ? undefined : evaluator;
    const document = {
      rule_files: [`../rules/${unit}.yaml`],
      evaluation_interval: '1m',
      tests: tests.map(testDocument),
    };
    const isMimir = stack.evaluators.some(({ id, mimir }) => id === evaluator && mimir !== undefined);
    const header = isMimir ? GENERATED + NAMESPACE : GENERATED;
    return { path: `${stack.id}/${files.tests(unit, other)}`, content: header + yaml(document) };
  });
}

function testDocument(test: RuleTest): object {
  return {
    name: test.name,
    interval: q.printDuration(test.intervalMs),
    input_series: test.series.map(({ series, values }) => ({ series, values })),
    promql_expr_test: test.expectations.map(expectationDocument),
  };
}

function expectationDocument({ atMs, alert, fires }: AlertExpectation): object {
  const firing = q.selector('ALERTS', [
    { label: 'alertname', op: '=', value: alert },
    { label: 'alertstate', op: '=', value: 'firing' },
  ]);
  return {
    expr: q.print(q.gt(q.or(q.group(firing), q.vector(0)), -1)),
    eval_time: q.printDuration(atMs),
    exp_samples: [{ labels: '{}', value: fires ? 1 : 0 }],
  };
}
