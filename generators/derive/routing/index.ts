import type { NamedReceiver, Route, Routing, RoutingProblem } from '../../model/routing.ts';
import type { Stack } from '../../model/stack.ts';
import { type Existing, readExisting } from './existing.ts';
import { inhibitionsOf } from './inhibitions.ts';
import { insertionsInto } from './insertions.ts';
import { receiversOf } from './receivers.ts';
import { groupByOf, subtrees, wholeTree } from './tree.ts';

function whole(stack: Stack): Routing {
  const root = wholeTree(stack);
  const ours = [root];
  const receivers = receiversOf(stack, ours);
  return { ownership: 'whole', root, ours, receivers, inhibitions: inhibitionsOf(stack), insertions: [], problems: [] };
}

const foreign = ({ receivers, silent }: Existing): readonly NamedReceiver[] =>
  receivers.map((name) => ({
    name,
    origin: 'existing',
    sendResolved: false,
    ...(silent.has(name) ? { isSilent: true } : {}),
  }));

const emptyOf = (stack: Stack): Route => ({
  receiver: '',
  matchers: [],
  groupBy: groupByOf(stack),
  continue: false,
  routes: [],
});

function existingOf(stack: Stack): Existing {
  const { alertmanager } = stack;
  if (alertmanager.existing !== undefined) return readExisting(alertmanager.existing);
  const message = `The Alertmanager is shared (ownership ${alertmanager.ownership}), and its file is not named.`;
  const cure = 'Set `alertmanager.existing` to the configuration that runs today.';
  return { root: emptyOf(stack), receivers: [], silent: new Set(), inhibitions: [], problems: [{ message, cure }] };
}

/** Nothing is ours; the tree is there to see whom our alerts reach. */
function none(stack: Stack): Routing {
  const existing = existingOf(stack);
  const { root, inhibitions, problems } = existing;
  return {
    ownership: 'none',
    root,
    ours: [],
    receivers: foreign(existing),
    inhibitions,
    insertions: [],
    problems,
  };
}

function collisions(ours: readonly NamedReceiver[], theirs: readonly string[]): readonly RoutingProblem[] {
  const taken = new Set(theirs);
  return ours
    .filter(({ name }) => taken.has(name))
    .map(({ name }) => ({
      message: `The existing Alertmanager file already has a receiver ${name}.`,
      cure: 'Rename it there; if the file is an earlier output of this stack, name the hand-written one instead.',
    }));
}

const noPlace: RoutingProblem = {
  message: 'There is no place for our routes in the existing Alertmanager file.',
  cure: 'Write `routes`, `receivers`, `inhibit_rules` and `templates` there as lists, in one YAML document, without aliases.',
};

function subtree(stack: Stack): Routing {
  const existing = existingOf(stack);
  const { root, receivers, inhibitions, problems } = existing;
  const ours = subtrees(stack);
  const own = receiversOf(stack, ours);
  const insertions = problems.length > 0 ? [] : insertionsInto(stack.alertmanager.existing ?? '');
  return {
    ownership: 'subtree',
    root: { ...root, routes: [...ours, ...root.routes] },
    ours,
    receivers: [...own, ...foreign(existing)],
    inhibitions: [...inhibitionsOf(stack), ...inhibitions],
    insertions: insertions ?? [],
    problems: [...problems, ...collisions(own, receivers), ...(insertions === undefined ? [noPlace] : [])],
  };
}

/**
 * Who is told of what, from teams and severities alone: adding a service or an alert changes nothing here.
 */
export function deriveRouting(stack: Stack): Routing {
  switch (stack.alertmanager.ownership) {
    case 'whole':
      return whole(stack);
    case 'subtree':
      return subtree(stack);
    case 'none':
      return none(stack);
  }
}
