import type { Stack } from 'signalbox';
import type { Edit } from './edit.ts';
import { limitsOf } from './figures.ts';
import { dependenciesOf, promisedBy, unitsOf } from './units.ts';

/**
 * Two edits are independent when they change different definitions, neither of which refers to the other. A unit's
 * pages say whom its team tells and how often its severities repeat, and name what it depends on: who changes both the
 * unit and one of those changes one line twice.
 */
export function areIndependent(left: Edit, right: Edit, stack: Stack): boolean {
  const [ours, theirs] = [changedBy(left, stack), changedBy(right, stack)];
  const versions = [stack, left.apply(stack), right.apply(stack)];
  return ours.every((one) => theirs.every((other) => one !== other && !areRelated(one, other, versions)));
}

/** A team is part of the stack while somebody names it, so the first and the last unit of a team add and remove it. */
function changedBy({ of, apply }: Edit, stack: Stack): readonly string[] {
  const [before, after] = [teamsOf(stack), teamsOf(apply(stack))];
  return [of, ...[...before].filter((one) => !after.has(one)), ...[...after].filter((one) => !before.has(one))];
}

function teamsOf(stack: Stack): ReadonlySet<string> {
  return new Set([stack.defaultTeam, ...unitsOf(stack).map(({ team }) => team)].map(({ id }) => `team ${id}`));
}

function areRelated(one: string, other: string, versions: readonly Stack[]): boolean {
  return versions.some(
    (stack) =>
      referencesOf(one, stack).has(other) ||
      referencesOf(other, stack).has(one) ||
      isMissingTeam(one, other, stack) ||
      isMissingTeam(other, one, stack),
  );
}

/** The routes of a team that comes or goes say how often each severity repeats. */
function isMissingTeam(one: string, other: string, stack: Stack): boolean {
  return one.startsWith('team ') && other.startsWith('severity ') && !teamsOf(stack).has(one);
}

/** The definitions that one refers to: units others, their team and severities; the board above all the promises it shows. */
export function referencesOf(of: string, stack: Stack): ReadonlySet<string> {
  if (of === 'executive') return new Set(promisedBy(stack));
  const unit = unitsOf(stack).find(({ id }) => id === of);
  if (unit === undefined) return new Set();
  // What groups of KPIs do not say is low.
  const { page, ticket } = stack.burn[unit.tier ?? 'low'];
  const told = [...Object.values(unit.alerts ?? {}), ...limitsOf(unit).map(({ limit }) => limit)];
  const severities = [page, ticket, ...told.map(({ severity }) => severity)];
  return new Set([
    `team ${unit.team.id}`,
    ...severities.map(({ id }) => `severity ${id}`),
    ...dependenciesOf(unit).map(({ id }) => id),
  ]);
}
