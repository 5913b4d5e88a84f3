import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/suggestion.ts';
import { isKind } from '../language/define.ts';
import type * as author from '../language/index.ts';
import { placeOf } from '../language/place.ts';
import { shown } from '../language/shown.ts';
import { authoredAlerts } from './authored-alerts.ts';
import { dependenciesOf } from './dependencies.ts';
import { addressIn } from './scope.ts';
import type { Sound } from './soundness.ts';
import { listedUnits, soundUnits, type Unit } from './units.ts';
import { joined } from './walk.ts';

/** References that lead out of the stack. */
export function referenceProblems(stack: author.Stack, sound: Sound): readonly Diagnostic[] {
  const services = soundUnits(stack, sound);
  return [
    ...burnProblems(stack),
    ...services.flatMap((service) => severityProblems(service, stack, sound)),
    ...services.flatMap((service) => evaluatorProblem(service, stack) ?? []),
    ...services.flatMap((service) => dependencyProblems(service, stack)),
    ...promiseProblems(stack, sound),
  ];
}

const idsOf = (list: readonly { readonly id: string }[]): readonly string[] => list.map(({ id }) => id);

function severityProblem(severity: author.Severity, stack: author.Stack, address: Address): readonly Diagnostic[] {
  const ids = idsOf(stack.severities);
  if (ids.includes(severity.id)) return [];
  const message = `the severity ${severity.id} is not one of the stack's`;
  const cure = `Use ${ids.join(', ')}, or add it to the stack's severities.`;
  return [problem('reference/severity', address, message, cure)];
}

function burnProblems(stack: author.Stack): readonly Diagnostic[] {
  const address = { path: [stack.id], place: placeOf(stack) };
  return Object.entries(stack.burn).flatMap(([tier, { page, ticket }]) =>
    Object.entries({ page, ticket }).flatMap(([speed, severity]) =>
      severityProblem(severity, stack, inside(address, `burn.${tier}.${speed}`)),
    ),
  );
}

function severityProblems(service: Unit, stack: author.Stack, sound: Sound): readonly Diagnostic[] {
  const address = addressIn(stack, service.id, service);
  return authoredAlerts(service, sound).flatMap(({ field, alert }) =>
    severityProblem(alert.severity, stack, inside(address, `${field}.severity`, placeOf(alert))),
  );
}

function evaluatorProblem(service: Unit, stack: author.Stack): Diagnostic | undefined {
  const ids = idsOf(stack.evaluators);
  if (service.evaluator === undefined || ids.includes(service.evaluator.id)) return undefined;
  const address = inside(addressIn(stack, service.id, service), 'evaluator');
  const message = `the evaluator ${service.evaluator.id} is not one of the stack's`;
  const cure = `Use ${ids.join(', ')}, or add it to the stack's evaluators.`;
  return problem('reference/evaluator', address, message, cure);
}

function dependencyProblems(service: Unit, stack: author.Stack): readonly Diagnostic[] {
  // Not only the sound ones: a dependency on a service with a mistake is not another mistake.
  if (!('dependsOn' in service)) return [];
  const listed = listedUnits(stack).flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  const address = inside(addressIn(stack, service.id, service), 'dependsOn');
  return dependenciesOf(service.dependsOn).dependencies.flatMap((one) => {
    const id = serviceId(one);
    if (id === service.id) return [dependsOnItself(address)];
    if (id === undefined || listed.some((known) => known === id)) return [];
    const hint = typeof id === 'string' ? didYouMean(id, listed) : '';
    const message = `${shown(id)} is not a service of this stack${hint}`;
    const cure = "Add it to the stack's services, or write external({ id, title }).";
    return [problem('reference/unknown-service', address, message, cure)];
  });
}

function dependsOnItself(address: Address): Diagnostic {
  const cure = 'Remove it from its own dependsOn, or name the service that was meant.';
  return problem('reference/self', address, 'the service depends on itself', cure);
}

/** The id of what is a service; anything may stand there, since an unlisted service has not been checked. */
function serviceId(value: unknown): unknown {
  if (!isKind(value, 'service', 'infrastructure')) return undefined;
  return 'id' in value ? value.id : 'a service without id';
}

function promiseProblems(stack: author.Stack, sound: Sound): readonly Diagnostic[] {
  const { executive } = stack;
  if (!sound(executive, 'executive')) return [];
  // Not only the sound ones: an SLO with a mistake is not another mistake.
  const listed = new Set(listedUnits(stack).flatMap(slosOf));
  return Object.entries(executive.tiles).flatMap(([title, { promise }]) => {
    if (promise === undefined || listed.has(promise)) return [];
    const address = inside(addressIn(stack, 'executive', executive), joined(joined('tiles', title), 'promise'));
    const cure = 'Make the SLO a constant, and pass that to its service and to the tile.';
    return [problem('reference/unknown-slo', address, 'the SLO is not one of a unit of this stack', cure)];
  });
}

/** The SLOs of a unit that has not been checked. */
function slosOf(unit: Unit | null | undefined): readonly unknown[] {
  return Object.values(unit?.slos ?? {});
}
