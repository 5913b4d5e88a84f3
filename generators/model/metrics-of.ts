import type { Condition, Metric, Service, Sli, Stack, Value } from './stack.ts';

/** Every metric that a value reads. */
export function metricsOfValue(value: Value): readonly Metric[] {
  switch (value.kind) {
    case 'share':
      return [value.whole, ...value.part];
    case 'per':
      return [value.whole, value.part];
    case 'ratio-of':
    case 'lift':
      return [...metricsOfValue(value.value), ...metricsOfValue(value.of)];
    case 'one-minus':
    case 'before':
      return metricsOfValue(value.value);
    default:
      return [value.metric];
  }
}

/** The metrics without which a value has no result; a part that never happened has no series, and that is no fault. */
export function essentialMetrics(value: Value): readonly Metric[] {
  switch (value.kind) {
    case 'share':
      return [value.whole];
    case 'ratio-of':
    case 'lift':
      return [...essentialMetrics(value.value), ...essentialMetrics(value.of)];
    case 'one-minus':
    case 'before':
      return essentialMetrics(value.value);
    default:
      return metricsOfValue(value);
  }
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

/** Every value that a unit shows or judges, beside those of its alerts and SLOs. */
function valuesOfUnit(unit: Service): readonly Value[] {
  const figures = [
    ...unit.signals,
    ...unit.stages,
    ...unit.caches,
    ...unit.capacity,
    ...unit.sections.flatMap((section) => section.figures),
  ];
  const measured = unit.measures.flatMap(({ value, baseline, target, comparisons }) => [
    ...[value, baseline, target?.kind === 'figure' ? target.value : undefined].filter((one) => one !== undefined),
    ...comparisons.map((one) => one.value),
  ]);
  return [...figures.map(({ value }) => value), ...measured];
}

/** Every metric that a unit's definition uses. */
export function metricsOfUnit(unit: Service): readonly Metric[] {
  const { requests, duration, deployment = {} } = unit;
  const own = [requests, duration, ...Object.values(deployment)];
  return [
    ...own.filter((metric): metric is Metric => metric !== undefined),
    ...unit.errors.map(({ counter }) => counter),
    ...valuesOfUnit(unit).flatMap(metricsOfValue),
    ...unit.slos.flatMap(({ sli }) => metricsOfSli(sli)),
    ...unit.alerts.flatMap(({ when }) => metricsOfCondition(when)),
  ];
}

/** The metrics of the board above all others. */
export function metricsOfExecutive({ executive }: Stack): readonly Metric[] {
  if (executive === undefined) return [];
  const { tiles, trend, regions } = executive;
  const values = [...tiles, ...(trend?.values ?? [])].map(({ value }) => value);
  return [...values, ...(regions === undefined ? [] : [regions])].flatMap(metricsOfValue);
}
