import { type Address, inside } from '../diagnostics/diagnostic.ts';
import { placeOf } from '../language/place.ts';
import { isMetricKind } from '../language/references.ts';
import { schemas } from '../language/schemas.ts';
import { dependenciesOf } from './dependencies.ts';

/** Anything with a kind that has a schema: a definition, a value, a condition, a metric handle. Its fields are unchecked. */
export type Tagged = Readonly<Record<string, unknown>> & { readonly kind: string };

export interface Visit {
  readonly value: Tagged;
  readonly address: Address;
}

export interface Walk {
  /** Everything reachable, each once, by identity; breadth first, so that a thing is named where it is nearest. */
  readonly visits: readonly Visit[];
  /** For everything that is part of something: what is useless without it. */
  readonly users: ReadonlyMap<Tagged, readonly Tagged[]>;
}

/** Visits everything reachable from a stack. Follows no thunk but `dependsOn`, and of what that returns only externals. */
export function walk(stack: Tagged, address: Address): Walk {
  const visits: Visit[] = [{ value: stack, address }];
  const users = new Map<Tagged, Tagged[]>();
  const seen = new Set<Tagged>([stack]);
  // Grows while it is walked.
  for (const visit of visits) {
    for (const part of partsOf(visit.value)) {
      if (!standsAlone(visit.value, part.field)) appendTo(users, part.value, visit.value);
      if (seen.has(part.value)) continue;
      seen.add(part.value);
      visits.push({ value: part.value, address: addressOf(part, visit.address) });
    }
  }
  return { visits, users };
}

function appendTo<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** Whether a value has a kind that can be checked. */
export function isTagged(value: unknown): value is Tagged {
  return isContainer(value) && 'kind' in value && typeof value.kind === 'string' && Object.hasOwn(schemas, value.kind);
}

interface Part {
  readonly field: string;
  readonly value: Tagged;
}

/** What stays usable when one of these is not: the others are still compiled, so that all mistakes are found at once. */
function standsAlone(user: Tagged, field: string): boolean {
  if (user.kind === 'stack') return /^(services|infrastructure|kpis|executive|beside)\b/.test(field);
  return ownParts[user.kind]?.test(field) === true;
}

const ownParts: Readonly<Record<string, RegExp>> = {
  service: /^(slos|alerts|dependsOn)\b/,
  infrastructure: /^(slos|alerts|dependsOn|utilisation|saturation|errors)\b/,
  'kpi-group': /^(slos|alerts|kpis)\b/,
};

function partsOf(definition: Tagged): readonly Part[] {
  if (isMetricKind(definition.kind)) return [];
  const parts: Part[] = [];
  const containers: { readonly value: object; readonly field: string }[] = [{ value: definition, field: '' }];
  const seen = new Set<object>();
  for (const { value, field } of containers) {
    for (const [key, child] of Object.entries(value)) {
      if (!isContainer(child) || seen.has(child)) continue;
      const step = joined(field, Array.isArray(value) ? Number(key) : key);
      if (isTagged(child)) {
        parts.push({ field: step, value: child });
        continue;
      }
      seen.add(child);
      containers.push({ value: child, field: step });
    }
  }
  // What a board shows is named by the unit that it belongs to.
  if (definition.kind === 'stack') return [...parts.filter(isNoBoard), ...parts.filter((part) => !isNoBoard(part))];
  return 'dependsOn' in definition ? [...parts, ...externalsOf(definition)] : parts;
}

const isNoBoard = ({ value }: Part): boolean => value.kind !== 'executive';

function externalsOf(service: Tagged): readonly Part[] {
  const { dependencies } = dependenciesOf(service.dependsOn);
  return dependencies.flatMap((value, index) =>
    isTagged(value) && value.kind === 'external' ? [{ field: `dependsOn[${index}]`, value }] : [],
  );
}

/** A list, an object made of braces, or a metric handle: everything else (a map, a date) holds no definitions. */
function isContainer(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return true;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || 'matchers' in value;
}

/** `slos` and `latency` make `slos.latency`; a list's index, or a key that is no name, is put in brackets. */
export function joined(field: string, step: PropertyKey): string {
  const key = String(step);
  if (typeof step === 'number') return `${field}[${key}]`;
  if (!/^[\w-]{1,60}$/.test(key)) return `${field}[${JSON.stringify(key.slice(0, 60))}]`;
  return field === '' ? key : `${field}.${key}`;
}

const named: Readonly<Record<string, string>> = {
  service: '',
  infrastructure: '',
  'kpi-group': '',
  team: 'team ',
  severity: 'severity ',
  prometheus: 'prometheus ',
  mimir: 'mimir ',
  runbook: 'runbook ',
  'existing-runbook': 'runbook ',
  external: 'external ',
  'external-alerts': 'alerts ',
  'existing-dashboard': 'dashboard ',
};

/** What has an id is named by it, wherever it is used; the rest by where it stands. */
function addressOf({ field, value }: Part, user: Address): Address {
  const place = placeOf(value);
  const prefix = named[value.kind];
  if (prefix === undefined || !isPrintableId(value.id)) return inside(user, field, place);
  return { path: [user.path[0] ?? '', `${prefix}${value.id}`], place: place ?? user.place };
}

/** A wrong id still names its definition, as long as it fits on a line. */
export function isPrintableId(id: unknown): id is string {
  return typeof id === 'string' && /^[\w .:/-]{1,80}$/.test(id);
}
