import { exploreUrl } from '../../model/addresses.ts';
import { files } from '../../model/names.ts';
import type { Stack } from '../../model/stack.ts';

/** From a page in `runbooks/<unit>/` to a file of the stack. Pages next to it are reached without leaving `runbooks/`. */
export function fromUnitPage(file: string): string {
  return file.startsWith('runbooks/') ? `../${file.slice('runbooks/'.length)}` : `../../${file}`;
}

/** The folder of an evaluator's rules as `files` wants it: the first has none of its own. */
export function evaluatorFolder(stack: Stack, evaluator: string): string | undefined {
  return stack.evaluators[0].id === evaluator ? undefined : evaluator;
}

/** The file of a unit's rules, relative to the stack. */
export function rulesFile(stack: Stack, unit: string, evaluator: string): string {
  return files.rules(unit, evaluatorFolder(stack, evaluator));
}

/** An expression in Grafana's Explore, for the last hour. */
export function metricsUrl(stack: Stack, expr: string): string {
  const datasource = { type: 'prometheus', uid: stack.grafana.datasources.metrics } as const;
  return exploreUrl(stack, { datasource, query: { expr }, from: 'now-1h', to: 'now' });
}
