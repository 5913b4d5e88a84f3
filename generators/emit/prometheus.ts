import type { Artifact } from '../model/artifact.ts';
import { namespacePrefix } from '../model/evaluators.ts';
import { files } from '../model/names.ts';
import type { Compiled } from '../model/observables.ts';
import type { AlertingRule, RecordingRule, Rule, RuleGroup } from '../model/rules.ts';
import type { Stack } from '../model/stack.ts';
import * as q from '../promql/index.ts';
import { GENERATED, yaml } from './yaml.ts';

/** Two selectors of ours side by side; with the indentation of YAML still no wider than a screen. */
const LINE = 120;

/**
 * Rule files: https://prometheus.io/docs/prometheus/latest/configuration/recording_rules/, and with a namespace what
 * mimirtool reads: https://grafana.com/docs/mimir/latest/manage/tools/mimirtool/#load-rule-group
 */
export function emitRules({ stack, observables }: Compiled): readonly Artifact[] {
  return observables.ruleFiles.map(({ unit, evaluator, groups }) => ({
    path: `${stack.id}/${files.rules(unit, evaluator === stack.evaluators[0].id ? undefined : evaluator)}`,
    content: GENERATED + yaml({ ...namespaceOf(stack, unit, evaluator), groups: groups.map(groupDocument) }),
  }));
}

/** Where the ruler of Mimir keeps the groups of a file; Prometheus knows no such thing. */
function namespaceOf(stack: Stack, unit: string, id: string): object {
  const evaluator = stack.evaluators.find((one) => one.id === id);
  return evaluator?.mimir === undefined ? {} : { namespace: `${namespacePrefix(stack, evaluator)}${unit}` };
}

function groupDocument(group: RuleGroup): object {
  return {
    name: group.name,
    interval: q.printDuration(group.intervalMs),
    ...(group.queryOffsetMs === 0 ? {} : { query_offset: q.printDuration(group.queryOffsetMs) }),
    rules: group.rules.map(ruleDocument),
  };
}

const ruleDocument = (rule: Rule): object =>
  rule.kind === 'recording' ? recordingDocument(rule) : alertingDocument(rule);

function recordingDocument(rule: RecordingRule): object {
  return { record: rule.record, expr: q.printLines(rule.expr, LINE), labels: rule.labels };
}

function alertingDocument(rule: AlertingRule): object {
  return {
    alert: rule.alert,
    expr: q.printLines(rule.expr, LINE),
    ...(rule.forMs === 0 ? {} : { for: q.printDuration(rule.forMs) }),
    ...(rule.keepFiringForMs === 0 ? {} : { keep_firing_for: q.printDuration(rule.keepFiringForMs) }),
    labels: rule.labels,
    annotations: rule.annotations,
  };
}
