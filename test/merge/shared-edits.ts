import { type Stack, type severity, slack, type Team, team } from 'signalbox';
import type { Edit } from './edit.ts';

/** Changes of what several services share: teams, severities, the stack's own words. */
export function sharedEdits(stack: Stack): readonly Edit[] {
  const teams = new Map(
    [stack.defaultTeam, ...stack.services.map((service) => service.team)].map((one) => [one.id, one]),
  );
  return [
    ...[...teams.keys()].flatMap(teamEdits),
    ...stack.severities.flatMap(({ id }) => severityEdits(id)),
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
  const services = stack.services.map((service) => ({ ...service, team: changed(service.team) }));
  return { ...stack, defaultTeam: changed(stack.defaultTeam), services };
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
