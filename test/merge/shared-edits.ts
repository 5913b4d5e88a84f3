import { type Executive, p90, type Stack, type severity, slack, type Team, team } from 'signalbox';
import type { Edit } from './edit.ts';
import { unitsOf, withUnits } from './units.ts';

/** Changes of what several units share: teams, severities, the board above all, the stack's own words. */
export function sharedEdits(stack: Stack): readonly Edit[] {
  const teams = new Set([stack.defaultTeam, ...unitsOf(stack).map((unit) => unit.team)].map(({ id }) => id));
  return [
    ...[...teams].flatMap(teamEdits),
    ...stack.severities.flatMap(({ id }) => severityEdits(id)),
    ...(stack.executive === undefined ? [] : executiveEdits(stack)),
    { kind: 'a note', name: 'stack: a note', of: 'stack', apply: withNote },
  ];
}

const withNote = (stack: Stack): Stack => ({ ...stack, notes: [...(stack.notes ?? []), 'Another decision.'] });

function teamEdits(id: string): readonly Edit[] {
  const edit = (what: string, change: (one: Team) => Team): Edit => ({
    kind: `the ${what} of a team`,
    name: `team ${id}: ${what}`,
    of: `team ${id}`,
    apply: (stack) => withTeam(stack, id, change),
  });
  const chat = slack({ channel: `#elsewhere-${id}`, apiUrlFile: '/etc/alertmanager/secrets/slack' });
  return [
    edit('channel', ({ kind: _kind, ...one }) => team({ ...one, receivers: { ...one.receivers, chat } })),
    edit('contact', ({ kind: _kind, ...one }) => team({ ...one, contact: `#find-${id}` })),
    edit('title', ({ kind: _kind, ...one }) => team({ ...one, title: `${one.title} (new)` })),
  ];
}

function withTeam(stack: Stack, id: string, change: (one: Team) => Team): Stack {
  const versions = new Map<Team, Team>();
  // One new team for one old one: two of the same id would be reported.
  const changed = (one: Team): Team => {
    if (one.id !== id) return one;
    const version = versions.get(one) ?? change(one);
    versions.set(one, version);
    return version;
  };
  const teams = withUnits(stack, (unit) => ({ ...unit, team: changed(unit.team) }));
  return { ...teams, defaultTeam: changed(stack.defaultTeam) };
}

function severityEdits(id: string): readonly Edit[] {
  const edit = (what: string, change: Partial<Pick<Parameters<typeof severity>[0], 'repeat' | 'examples'>>): Edit => ({
    kind: `the ${what} of a severity`,
    name: `severity ${id}: ${what}`,
    of: `severity ${id}`,
    apply: (stack) => withSeverity(stack, id, change),
  });
  return [edit('repeat', { repeat: '7h' }), edit('examples', { examples: 'Something else' })];
}

/** The stack's list decides what a severity is; who refers to one refers to its id. */
function withSeverity(stack: Stack, id: string, change: object): Stack {
  const [first, ...rest] = stack.severities;
  const changed = (one: typeof first) => (one.id === id ? { ...one, ...change } : one);
  return { ...stack, severities: [changed(first), ...rest.map(changed)] };
}

function executiveEdits({ services }: Stack): readonly Edit[] {
  const edit = (kind: string, change: (one: Executive) => Executive): Edit => ({
    kind,
    name: `executive: ${kind}`,
    of: 'executive',
    apply: (stack) => (stack.executive === undefined ? stack : { ...stack, executive: change(stack.executive) }),
  });
  const value = services.flatMap(({ duration }) => (duration === undefined ? [] : [p90(duration)]))[0];
  return [
    edit('the title of the board above all', (one) => ({ ...one, title: `${one.title} (new)` })),
    ...(value === undefined
      ? []
      : [edit('a new tile', (one) => ({ ...one, tiles: { ...one.tiles, 'A new tile': { value } } }))]),
  ];
}
