import { isKind } from '../language/define.ts';
import type * as author from '../language/index.ts';
import { quantity, share } from '../language/quantities.ts';
import { schemas } from '../language/schemas.ts';
import { dashboardUrl } from '../model/addresses.ts';
import type { Dependency, Expected, Service } from '../model/stack.ts';
import { dependenciesOf } from './dependencies.ts';
import { narrowed, selectorOf } from './narrow.ts';
import { firstBy, given, sortedBy } from './order.ts';
import { resolveAlerts, resolveSlos } from './promises.ts';
import { addressIn, type Scope, soundServices, uidOf } from './scope.ts';

/** The services of a stack by id; one whose team, evaluator or severity does not resolve is left out, and reported elsewhere. */
export function resolveServices(scope: Scope): readonly Service[] {
  const byId = firstBy(soundServices(scope.stack, scope.sound), ({ id }) => id);
  const services = [...byId.values()].flatMap((one) => resolveService(one, scope, byId) ?? []);
  return sortedBy(services, ({ id }) => id);
}

type ById = ReadonlyMap<string, author.Service>;

function resolveService(service: author.Service, scope: Scope, byId: ById): Service | undefined {
  const team = scope.teams.get(service.team.id);
  const evaluator = scope.evaluators.get((service.evaluator ?? scope.stack.evaluators[0]).id);
  const page = scope.severities.get(scope.stack.burn[service.tier].page.id);
  if (team === undefined || evaluator === undefined || page === undefined) return undefined;
  const { id, title, tier, description, job, requests, duration } = service;
  const selector = selectorOf(service);
  const named = <T, R>(record: Readonly<Record<string, T>> | undefined, entry: (name: string, one: T) => R) =>
    sortedBy(Object.entries(record ?? {}), ([name]) => name).map(([name, one]) => entry(name, one));
  return {
    id,
    title,
    team,
    tier,
    page,
    evaluator,
    ...given({
      description,
      job,
      selector: selector.length === 0 ? undefined : selector,
      requests: requests && narrowed(requests, selector),
      duration: duration && narrowed(duration, selector),
    }),
    errors: named(service.errors, (name, counter) => ({ name, counter: narrowed(counter, selector) })),
    expected: resolveExpected(service.expected ?? {}),
    signals: named(service.signals, (name, value) => ({ name, value: narrowed(value, selector) })),
    dependsOn: resolveDependencies(service, scope, byId),
    slos: resolveSlos(service, scope),
    alerts: resolveAlerts(service, scope),
    dashboardUid: uidOf(scope.stack, service),
    links: named(service.links, (title, url) => ({ title, url })),
    address: addressIn(scope.stack, id, service),
  };
}

function resolveExpected({ peakRate, errorRatio, p50, p99 }: author.Expected): Expected {
  const seconds = (text: string | undefined) => (text === undefined ? undefined : quantity('seconds', text));
  return given({
    peakRate: peakRate === undefined ? undefined : quantity('rate', peakRate),
    errorRatio: errorRatio === undefined ? undefined : share(errorRatio),
    p50: seconds(p50),
    p99: seconds(p99),
  });
}

/** A service of the stack links to its dashboard there, whichever of its versions the author referred to. */
function resolveDependencies(service: author.Service, { stack }: Scope, byId: ById): readonly Dependency[] {
  const found = dependenciesOf(service.dependsOn).dependencies.flatMap((one): readonly Dependency[] => {
    if (isExternal(one)) return [{ id: one.id, title: one.title, ...given({ url: one.url }) }];
    const own = isService(one) && typeof one.id === 'string' ? byId.get(one.id) : undefined;
    return own === undefined ? [] : [{ id: own.id, title: own.title, url: dashboardUrl(stack, uidOf(stack, own)) }];
  });
  return sortedBy([...firstBy(found, ({ id }) => id).values()], ({ id }) => id);
}

/** Judged anew, because a thunk may make another one at every call. */
function isExternal(value: unknown): value is author.External {
  return isKind(value, 'external') && schemas.external?.safeParse(value).success === true;
}

function isService(value: unknown): value is { readonly id: unknown } {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'service' && 'id' in value;
}
