import { isKind } from '../language/define.ts';
import type * as author from '../language/index.ts';
import { quantity, share } from '../language/quantities.ts';
import { schemas } from '../language/schemas.ts';
import { dashboardUrl } from '../model/addresses.ts';
import type { Dependency, Expected, Figure, Service } from '../model/stack.ts';
import { dependenciesOf } from './dependencies.ts';
import { resolveMeasures } from './measures.ts';
import { narrowedUnit, selectorOf } from './narrow.ts';
import { firstBy, given, sortedBy } from './order.ts';
import { resolveAlerts, resolveSlos, tierOf } from './promises.ts';
import { addressIn, type Scope, uidOf } from './scope.ts';
import { soundUnits, type Unit } from './units.ts';

/** The units of a stack by id; one whose team, evaluator or severity does not resolve is left out, and reported elsewhere. */
export function resolveUnits(scope: Scope): readonly Service[] {
  const byId = firstBy(soundUnits(scope.stack, scope.sound), ({ id }) => id);
  const units = [...byId.values()].flatMap((one) => resolveUnit(one, scope, byId) ?? []);
  return sortedBy(units, ({ id }) => id);
}

type ById = ReadonlyMap<string, Unit>;

function resolveUnit(unit: Unit, scope: Scope, byId: ById): Service | undefined {
  const team = scope.teams.get(unit.team.id);
  const evaluator = scope.evaluators.get((unit.evaluator ?? scope.stack.evaluators[0]).id);
  const { page: fast, ticket } = scope.stack.burn[tierOf(unit)];
  const page = scope.severities.get((unit.kind === 'kpi-group' ? ticket : fast).id);
  if (team === undefined || evaluator === undefined || page === undefined) return undefined;
  const { kind, id, title, description, job } = unit;
  const resolved: Service = {
    kind,
    id,
    title,
    team,
    tier: tierOf(unit),
    page,
    evaluator,
    ...given({ description, job }),
    ...requestsOf(unit),
    ...figuresOf(unit),
    measures: resolveMeasures(unit, scope.sound),
    dependsOn: unit.kind === 'kpi-group' ? [] : resolveDependencies(unit, scope, byId),
    slos: resolveSlos(unit, scope),
    alerts: resolveAlerts(unit, scope),
    dashboardUid: uidOf(scope.stack, unit),
    links: named(unit.links, (title, url) => ({ title, url })),
    address: addressIn(scope.stack, id, unit),
  };
  return narrowedUnit(resolved, selectorOf(unit));
}

function named<T, R>(
  record: Readonly<Record<string, T>> | undefined,
  entry: (name: string, one: T) => R,
): readonly R[] {
  return sortedBy(Object.entries(record ?? {}), ([name]) => name).map(([name, one]) => entry(name, one));
}

const figures = (record: Readonly<Record<string, author.Value>> | undefined): readonly Figure[] =>
  named(record, (name, value) => ({ name, value }));

function requestsOf(unit: Unit): Pick<Service, 'requests' | 'duration' | 'errors' | 'expected'> {
  if (unit.kind === 'kpi-group') return { errors: [], expected: {} };
  const { requests, duration } = unit;
  const errors = unit.kind === 'service' ? named(unit.errors, (name, counter) => ({ name, counter })) : [];
  const expected = unit.kind === 'service' ? resolveExpected(unit.expected ?? {}) : {};
  return { ...given({ requests, duration }), errors, expected };
}

type Figures = Pick<Service, 'signals' | 'stages' | 'caches' | 'sections' | 'deployment' | 'capacity'>;

function figuresOf(unit: Unit): Figures {
  if (unit.kind !== 'service') return { signals: [], stages: [], caches: [], sections: [], capacity: [] };
  const { deployment } = unit;
  return {
    signals: figures(unit.signals),
    // The stages follow each other, and the author knows how; levels of cache likewise.
    stages: inOrder(unit.stages),
    caches: inOrder(unit.caches),
    sections: Object.entries(unit.sections ?? {}).map(([title, values]) => ({ title, figures: inOrder(values) })),
    ...given({ deployment }),
    capacity: inOrder(unit.capacity),
  };
}

const inOrder = (record: Readonly<Record<string, author.Value>> | undefined): readonly Figure[] =>
  Object.entries(record ?? {}).map(([name, value]) => ({ name, value }));

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
function resolveDependencies(
  service: author.Service | author.Infrastructure,
  { stack }: Scope,
  byId: ById,
): readonly Dependency[] {
  const found = dependenciesOf(service.dependsOn).dependencies.flatMap((one): readonly Dependency[] => {
    if (isExternal(one)) return [{ id: one.id, title: one.title, ...given({ url: one.url }) }];
    const own = isUnit(one) && typeof one.id === 'string' ? byId.get(one.id) : undefined;
    return own === undefined ? [] : [{ id: own.id, title: own.title, url: dashboardUrl(stack, uidOf(stack, own)) }];
  });
  return sortedBy([...firstBy(found, ({ id }) => id).values()], ({ id }) => id);
}

/** Judged anew, because a thunk may make another one at every call. */
function isExternal(value: unknown): value is author.External {
  return isKind(value, 'external') && schemas.external?.safeParse(value).success === true;
}

function isUnit(value: unknown): value is { readonly kind: string; readonly id: unknown } {
  return isKind(value, 'service', 'infrastructure') && 'id' in value;
}
