import { counter, labelValues, upTo } from '../../language/index.ts';

/**
 * What Mimir's ruler says of the rules of each tenant: pkg/ruler/manager_metrics.go and manager_test.go of
 * https://github.com/grafana/mimir. It does not say how often a group should run, nor of which Alertmanager an error was.
 */
export function mimirMetrics(tenants: readonly [string, ...string[]]) {
  const user = labelValues(...tenants);
  const labels = { user, rule_group: upTo(500, '/rules/shop/stack.yaml;stack monitoring') };
  return {
    ruleEvaluations: counter('cortex_prometheus_rule_evaluations_total', {
      help: 'The total number of rule evaluations.',
      labels,
    }),
    ruleFailures: counter('cortex_prometheus_rule_evaluation_failures_total', {
      help: 'The total number of rule evaluation failures.',
      labels,
    }),
    iterationsMissed: counter('cortex_prometheus_rule_group_iterations_missed_total', {
      help: 'The total number of rule group evaluations missed due to slow rule group evaluation.',
      labels,
    }),
    alertsDropped: counter('cortex_prometheus_notifications_dropped_total', {
      help: 'Total number of alerts dropped due to errors when sending to Alertmanager.',
      labels: { user },
    }),
  } as const;
}
