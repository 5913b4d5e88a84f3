import type { Address } from '../../diagnostics/diagnostic.ts';
import { placeOf } from '../../language/place.ts';
import type { Compiled } from '../../model/observables.ts';
import type { Condition, Metric, Runbook, Service, Sli, Stack, Step, Value } from '../../model/stack.ts';

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
  return [...stack.services.flatMap(metricsOfService), ...runbooksIn(stack).flatMap(metricsOfRunbook)];
}

function metricsOfService(service: Service): readonly Metric[] {
  const { requests, duration } = service;
  return [
    ...(requests === undefined ? [] : [requests]),
    ...(duration === undefined ? [] : [duration]),
    ...service.errors.map(({ counter }) => counter),
    ...service.signals.flatMap(({ value }) => metricsOfValue(value)),
    ...service.slos.flatMap(({ sli }) => metricsOfSli(sli)),
    ...service.alerts.flatMap(({ when }) => metricsOfCondition(when)),
  ];
}

function metricsOfValue(value: Value): readonly Metric[] {
  return value.kind === 'share' ? [value.whole, ...value.part] : [value.metric];
}

/** The metrics that a condition reads, those in the holes of raw PromQL included. */
export function metricsOfCondition(condition: Condition): readonly Metric[] {
  if (condition.kind === 'raw')
    return condition.parts.flatMap((part) => (typeof part === 'string' ? [] : [part.metric]));
  return 'value' in condition ? metricsOfValue(condition.value) : [condition.metric];
}

/** The metrics that an SLO counts with. */
export function metricsOfSli(sli: Sli): readonly Metric[] {
  switch (sli.kind) {
    case 'availability':
      return [sli.total, ...sli.bad];
    case 'ratio':
      return [sli.total, ...sli.good];
    case 'latency':
    case 'uptime':
    case 'freshness':
      return [sli.metric];
    case 'time-slice':
      return metricsOfCondition(sli.badWhile);
  }
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

const metricsOfRunbook = (runbook: Runbook): readonly Metric[] => looksOf(runbook).flatMap(metricsOfValue);
