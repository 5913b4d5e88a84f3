import { shellWord } from '../../model/shell-word.ts';
import type { Evaluator, Slo, Stack } from '../../model/stack.ts';
import { rulesFile } from '../markdown/addresses.ts';

/**
 * The command that computes an SLO's recordings for the past, run where the rules are. The window is counted back from when
 * it is run (https://prometheus.io/docs/prometheus/latest/storage/#backfilling-for-recording-rules).
 */
export function backfillCommand(slo: Slo, evaluator: Evaluator, stack: Stack): string {
  const url = evaluator.url === undefined ? '"$PROMETHEUS_URL"' : shellWord(evaluator.url);
  return [
    'promtool tsdb create-blocks-from rules \\',
    `  --start "$(( $(date +%s) - ${slo.windowMs / 1000} ))" \\`,
    `  --url ${url} \\`,
    `  ${shellWord(rulesFile(stack, slo.serviceId, evaluator.id))}`,
  ].join('\n');
}
