import type { Infrastructure, KpiGroup, Service, Slo, Stack } from 'signalbox';
import { mapAll } from './records.ts';

/** What a stack lists: each has files, a dashboard, a team and alerts of its own. */
export type Unit = Service | Infrastructure | KpiGroup;

export type UnitChange = <U extends Unit>(unit: U) => U;

export function unitsOf({ services, infrastructure = [], kpis = [] }: Stack): readonly Unit[] {
  return [...services, ...infrastructure, ...kpis];
}

/** The stack with every unit changed; a tile of the board above all goes on showing the promise that it showed. */
export function withUnits(stack: Stack, change: UnitChange): Stack {
  const { services, infrastructure = [], kpis = [] } = stack;
  const changed = {
    ...stack,
    services: services.map((one) => change(one)),
    infrastructure: infrastructure.map((one) => change(one)),
    kpis: kpis.map((one) => change(one)),
  };
  return withPromises(changed, newPromises(stack, changed));
}

/** The SLOs of a stack by what they were before it was changed. */
function newPromises(before: Stack, after: Stack): ReadonlyMap<Slo, Slo> {
  const now = new Map(unitsOf(after).map(({ id, slos }) => [id, slos ?? {}]));
  return new Map(
    unitsOf(before).flatMap(({ id, slos }) =>
      Object.entries(slos ?? {}).flatMap(([key, slo]): readonly (readonly [Slo, Slo])[] => {
        const other = now.get(id)?.[key];
        return other === undefined ? [] : [[slo, other]];
      }),
    ),
  );
}

function withPromises(stack: Stack, promises: ReadonlyMap<Slo, Slo>): Stack {
  const { executive } = stack;
  if (executive === undefined) return stack;
  const tiles = mapAll(executive.tiles, (tile) => {
    const promise = tile.promise === undefined ? undefined : promises.get(tile.promise);
    return promise === undefined ? tile : { ...tile, promise };
  });
  return { ...stack, executive: { ...executive, tiles } };
}

/** The ids of the units whose promises the board above all shows. */
export function promisedBy(stack: Stack): readonly string[] {
  const shown = Object.values(stack.executive?.tiles ?? {}).map(({ promise }) => promise);
  return unitsOf(stack)
    .filter(({ slos }) => Object.values(slos ?? {}).some((slo) => shown.includes(slo)))
    .map(({ id }) => id);
}

/** The units that one depends on. */
export function dependenciesOf(unit: Unit): readonly { readonly id: string }[] {
  return unit.kind === 'kpi-group' ? [] : (unit.dependsOn?.() ?? []);
}
