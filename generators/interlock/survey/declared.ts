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
  const found = new Map<string, Declared>();
  const watched = observables.alerts.flatMap(({ when }) => (when === undefined ? [] : metricsOfCondition(when)));
  for (const one of [...usesIn(stack), ...watched.map((metric) => used(metric, stack, stack.address))]) {
    const known = found.get(one.metric.name);
    // The least narrowed handle is the declaration, or a unit's share of it; others were made from it, on other lines.
    if (known === undefined || one.metric.matchers.length < known.metric.matchers.length) {
      found.set(one.metric.name, one);
    }
  }
  return found;
}

/** A handle of a catalogue has no place of its own: nobody's definition made it, and who uses it is named. */
function used(metric: Metric, stack: Stack, by: Address): Declared {
  return { metric, address: { path: [stack.id, `metric ${metric.name}`], place: placeOf(metric) ?? by.place } };
}

function usesIn(stack: Stack): readonly Declared[] {
  const looks = runbooksIn(stack).flatMap(looksOf).flatMap(metricsOfValue);
  const shared = [...metricsOfExecutive(stack), ...looks];
  return [
    ...stack.services.flatMap((unit) => metricsOfUnit(unit).map((metric) => used(metric, stack, unit.address))),
    ...shared.map((metric) => used(metric, stack, stack.address)),
  ];
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
