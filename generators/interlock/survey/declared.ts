import type { Address } from '../../diagnostics/diagnostic.ts';
import { placeOf } from '../../language/place.ts';
import { metricsOfCondition, metricsOfExecutive, metricsOfUnit, metricsOfValue } from '../../model/metrics-of.ts';
import type { Compiled } from '../../model/observables.ts';
import type { Metric, Runbook, Stack, Step, Value } from '../../model/stack.ts';

/** A metric that the definitions of a stack declare, and where. */
export interface Declared {
  readonly metric: Metric;
  readonly address: Address;
}

/** Every metric that a stack's definitions and the alerts on the monitoring itself use, by name. A handle that `.where` narrowed stands for its metric. */
export function declaredMetrics({ stack, observables }: Compiled): ReadonlyMap<string, Declared> {
  const found = new Map<string, Metric>();
  const watched = observables.alerts.flatMap(({ when }) => (when === undefined ? [] : metricsOfCondition(when)));
  for (const metric of [...metricsIn(stack), ...watched]) {
    const known = found.get(metric.name);
    // The unnarrowed handle is the declaration; others were made from it, on other lines.
    if (known === undefined || (known.matchers.length > 0 && metric.matchers.length === 0)) {
      found.set(metric.name, metric);
    }
  }
  return new Map([...found].map(([name, metric]) => [name, { metric, address: addressOf(stack, metric) }]));
}

function addressOf(stack: Stack, metric: Metric): Address {
  return { path: [stack.id, `metric ${metric.name}`], place: placeOf(metric) ?? stack.address.place };
}

function metricsIn(stack: Stack): readonly Metric[] {
  const looks = runbooksIn(stack).flatMap(looksOf).flatMap(metricsOfValue);
  return [...stack.services.flatMap(metricsOfUnit), ...metricsOfExecutive(stack), ...looks];
}

/** Every runbook of a stack, each once. */
export function runbooksIn(stack: Stack): readonly Runbook[] {
  const used = stack.services.flatMap(({ alerts, slos }) => [...alerts, ...slos].map(({ runbook }) => runbook));
  return [...new Set([...stack.runbooks, ...used])];
}

/** The steps of a runbook that are more than a sentence. */
export function stepsOf(runbook: Runbook): readonly Exclude<Step, string>[] {
  if (runbook.kind === 'existing-runbook') return [];
  const { firstSteps, diagnosis, causes, aftercare } = runbook;
  const steps: readonly Step[] = [...firstSteps, ...diagnosis, ...causes.flatMap(({ fix }) => fix), ...aftercare];
  return steps.flatMap((step) => (typeof step === 'string' ? [] : [step]));
}

/** The figures that the steps of a runbook look at. */
export function looksOf(runbook: Runbook): readonly Value[] {
  return stepsOf(runbook).flatMap(({ look }) => (look === undefined ? [] : [look]));
}
