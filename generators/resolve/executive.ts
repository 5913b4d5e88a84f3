import type * as author from '../language/index.ts';
import type { Executive, Service, Tile } from '../model/stack.ts';
import { given } from './order.ts';
import { addressIn, type Scope } from './scope.ts';
import { soundUnits } from './units.ts';
import { ms } from './words.ts';

/** The board above all others, where the stack has one that is sound; a tile finds its promise among the units. */
export function resolveExecutive({ stack, sound }: Scope, units: readonly Service[]): Executive | undefined {
  const { executive } = stack;
  if (!sound(executive, 'executive')) return undefined;
  const { title, description, tiles, trend, regions } = executive;
  const slos = promisesOf({ stack, sound }, units);
  return {
    title,
    tiles: Object.entries(tiles).map(([name, tile]) => tileOf(name, tile, slos)),
    ...given({ description, regions }),
    ...(trend === undefined ? {} : { trend: { title: trend.title, values: figuresOf(trend.values) } }),
    address: addressIn(stack, 'executive', executive),
  };
}

const figuresOf = (values: Readonly<Record<string, author.Value>>) =>
  Object.entries(values).map(([name, value]) => ({ name, value }));

function tileOf(
  title: string,
  { value, versus, better = 'up', promise, description }: author.Tile,
  slos: Promises,
): Tile {
  const own = promise === undefined ? undefined : slos.get(promise);
  const versusMs = versus === undefined ? undefined : ms(versus);
  return { title, value, better, ...given({ description, versusMs, promise: own }) };
}

type Promises = ReadonlyMap<author.Slo, string>;

/** The id of every SLO that was resolved, by what its author wrote. */
function promisesOf({ stack, sound }: Pick<Scope, 'stack' | 'sound'>, units: readonly Service[]): Promises {
  const known = new Set(units.flatMap(({ slos }) => slos).map(({ id }) => id));
  return new Map(
    soundUnits(stack, sound).flatMap((unit) =>
      Object.entries(unit.slos ?? {}).flatMap(([key, slo]) => {
        const id = `${unit.id}/${key}`;
        return known.has(id) ? [[slo, id] as const] : [];
      }),
    ),
  );
}
