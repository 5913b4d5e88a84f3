import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import type { Metric } from '../language/metrics.ts';
import { quantity, share } from '../language/quantities.ts';
import { shown } from '../language/shown.ts';
import { dependenciesOf } from './dependencies.ts';
import { labelProblems, partProblems } from './label-problems.ts';
import { measureChecks } from './measure-problems.ts';
import { selectorProblems } from './selector-problems.ts';
import type { Sound } from './soundness.ts';
import type { Tagged } from './walk.ts';

type Check = (definition: Tagged, address: Address, sound: Sound) => readonly Diagnostic[];

/** What a shape alone cannot say, by kind. Fields may hold anything: what is wrong with one does not hide the next. */
const checks: Readonly<Record<string, Check>> = {
  stack: existingProblems,
  webhook: webhookProblems,
  service: (service, address, sound) => [
    ...dependencyProblems(service, address),
    ...selectorProblems(service, address, sound),
  ],
  availability: (slo, address, sound) => ratioProblems(slo, slo.bad, address, sound),
  ratio: (slo, address, sound) => ratioProblems(slo, slo.good, address, sound),
  latency: latencyProblems,
  uptime: uptimeProblems,
  freshness: freshnessProblems,
  'time-slice': timeSliceProblems,
  infrastructure: dependencyProblems,
  ...measureChecks,
};

/** What is wrong with a definition beyond the shape of its fields. */
export const definitionProblems: Check = (definition, address, sound) =>
  checks[definition.kind]?.(definition, address, sound) ?? [];

function existingProblems({ alertmanager }: Tagged, address: Address): readonly Diagnostic[] {
  if (typeof alertmanager !== 'object' || alertmanager === null || !('ownership' in alertmanager)) return [];
  const { ownership } = alertmanager;
  if ((ownership !== 'subtree' && ownership !== 'none') || 'existing' in alertmanager) return [];
  const message = `the field \`existing\` is missing, because the ownership is ${ownership}`;
  const cure = 'Name the Alertmanager configuration that exists today, relative to the definitions file.';
  return [problem('shape/missing-field', inside(address, 'alertmanager.existing'), message, cure)];
}

function webhookProblems({ url, urlFile }: Tagged, address: Address): readonly Diagnostic[] {
  if ((url === undefined) !== (urlFile === undefined)) return [];
  const neither = url === undefined;
  const message = neither ? 'a webhook without address' : 'a webhook has `url` or `urlFile`, not both';
  const cure = 'Write `url`, or `urlFile` where the address is a secret.';
  return [problem(neither ? 'shape/missing-field' : 'shape/wrong-value', address, message, cure)];
}

function dependencyProblems({ dependsOn }: Tagged, address: Address): readonly Diagnostic[] {
  const { fault } = dependenciesOf(dependsOn);
  if (fault === undefined) return [];
  return [problem(fault.code, inside(address, 'dependsOn'), fault.message, 'Write dependsOn: () => [ranking].')];
}

function objectiveProblems({ objective }: Tagged, address: Address): readonly Diagnostic[] {
  const promised = typeof objective === 'string' ? share(objective) : undefined;
  if (promised !== 0 && promised !== 1) return [];
  const message = promised === 1 ? `${objective} leaves no error budget` : `${objective} promises nothing`;
  const cure = 'Promise more than 0% and less than 100%, for instance 99.9%.';
  return [problem('slo/objective', inside(address, 'objective'), message, cure)];
}

function textsIn(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((one) => typeof one === 'string') : [];
}

function scopeProblems({ per }: Tagged, metric: Metric, address: Address): readonly Diagnostic[] {
  return labelProblems(textsIn(per), metric, inside(address, 'per'));
}

function ratioProblems(slo: Tagged, some: unknown, address: Address, sound: Sound): readonly Diagnostic[] {
  const { total } = slo;
  const objective = objectiveProblems(slo, address);
  if (!sound(total, 'counter', 'histogram', 'native-histogram')) return objective;
  const parts = [some].flat().filter((one) => sound(one, 'counter', 'histogram', 'native-histogram'));
  const scope = scopeProblems(slo, total, address);
  // A label that the whole lacks is said once; then the parts are measured against the whole.
  const shared = textsIn(slo.per).filter((label) => Object.hasOwn(total.labels, label));
  return [...objective, ...scope, ...partProblems(shared, parts, inside(address, 'per'))];
}

function latencyProblems(slo: Tagged, address: Address, sound: Sound): readonly Diagnostic[] {
  const { metric } = slo;
  const objective = objectiveProblems(slo, address);
  if (!sound(metric, 'histogram', 'native-histogram')) return objective;
  const others = [...objective, ...scopeProblems(slo, metric, address)];
  if (metric.unit !== 'seconds' && metric.unit !== 'milliseconds') {
    return [...others, wrongMetric(metric, 'a histogram of seconds', address)];
  }
  return metric.kind === 'histogram' ? [...others, ...bucketProblems(slo.within, metric, address)] : others;
}

function bucketProblems(
  within: unknown,
  { name, unit, buckets }: Metric & { readonly kind: 'histogram' },
  address: Address,
): readonly Diagnostic[] {
  const wanted = quantity(unit, within);
  const bounds = buckets.map((bucket) => Number(quantity(unit, bucket)));
  if (wanted === undefined || bounds.includes(wanted)) return [];
  const above = bounds.findIndex((bound) => bound > wanted);
  const near = [buckets[above === -1 ? buckets.length - 1 : above - 1], above === -1 ? undefined : buckets[above]];
  const names = near.filter((bucket) => bucket !== undefined).map(String);
  const message = `${within} is not a bucket of ${name}; nearest ${names.length === 1 ? 'is' : 'are'} ${names.join(' and ')}`;
  const cure = `Promise ${names.join(' or ')}, or add the bucket where the service exposes the histogram.`;
  return [problem('slo/not-a-bucket', inside(address, 'within'), message, cure)];
}

function wrongMetric({ name, unit }: Metric, wanted: string, address: Address): Diagnostic {
  const message = `${name} is in ${unit}, and this SLO needs ${wanted}`;
  return problem('shape/wrong-value', inside(address, 'metric'), message, `Pass ${wanted}.`);
}

function gaugeProblems(slo: Tagged, address: Address, sound: Sound, units: readonly string[], wanted: string) {
  const { metric } = slo;
  const objective = objectiveProblems(slo, address);
  if (!sound(metric, 'gauge')) return objective;
  const unit = units.includes(metric.unit) ? [] : [wrongMetric(metric, wanted, address)];
  return [...objective, ...scopeProblems(slo, metric, address), ...unit];
}

function uptimeProblems(slo: Tagged, address: Address, sound: Sound): readonly Diagnostic[] {
  return gaugeProblems(slo, address, sound, ['count', 'ratio'], 'a probe that answers 1 or 0 (unit count)');
}

function freshnessProblems(slo: Tagged, address: Address, sound: Sound): readonly Diagnostic[] {
  return gaugeProblems(slo, address, sound, ['timestamp'], 'a gauge of the time of the last update (unit timestamp)');
}

function timeSliceProblems(slo: Tagged, address: Address, sound: Sound): readonly Diagnostic[] {
  const objective = objectiveProblems(slo, address);
  const { badWhile } = slo;
  const given = sound(badWhile, 'any', 'fails-times', 'moves', 'silent', 'outside', 'raw') ? badWhile.kind : undefined;
  if (given === undefined) return objective;
  const message = `${shown(badWhile)} cannot say which time was bad`;
  return [
    ...objective,
    problem('shape/wrong-value', inside(address, 'badWhile'), message, 'Write it with above(…) or below(…).'),
  ];
}
