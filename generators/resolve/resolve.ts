import { type Address, type Diagnostic, inside, problem } from '../diagnostics/diagnostic.ts';
import type * as author from '../language/index.ts';
import { placeOf } from '../language/place.ts';
import type { Alertmanager, Evaluator, Stack } from '../model/stack.ts';
import { besideProblems, resolveExistingDashboards, resolveExternal, unreadable } from './beside/index.ts';
import { duplicateProblems } from './duplicates.ts';
import { resolveEvaluator } from './evaluators.ts';
import { resolveExecutive } from './executive.ts';
import { labelNameProblems, labelNamesOf } from './label-names.ts';
import { firstBy, given, sortedBy } from './order.ts';
import { resolveHeartbeat, resolveSeverity, resolveTeam } from './people.ts';
import { referenceProblems } from './references.ts';
import { resolveRunbook, runbookOfItsUnit } from './runbooks.ts';
import { runbooksOf, type Scope, teamsOf } from './scope.ts';
import { resolveUnits } from './services.ts';
import type { Sound } from './soundness.ts';

export interface Resolution {
  /** Absent where the stack itself, its servers, severities, default team or heartbeat are broken. */
  readonly stack?: Stack;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Makes the model of a stack: references looked up, defaults filled in, lists sorted. What is broken is left out, so that
 * the rest can still be judged. `files` are the texts of the files that definitions name, by the name they use.
 */
export function resolveStack(stack: unknown, sound: Sound, files: ReadonlyMap<string, string>): Resolution {
  if (!sound(stack, 'stack')) return { diagnostics: [] };
  const scope = scopeOf(stack, sound);
  const diagnostics = [
    ...duplicateProblems(stack, sound),
    ...labelNameProblems(stack, sound),
    ...referenceProblems(stack, sound),
    ...serverProblems(stack, files, sound),
    ...besideProblems(stack, sound, files),
  ];
  const [first, ...rest] = scope.evaluators.values();
  return first === undefined ? { diagnostics } : { stack: modelOf(scope, [first, ...rest], files), diagnostics };
}

function scopeOf(stack: author.Stack, sound: Sound): Scope {
  const byId = <A, B extends { readonly id: string }>(
    list: readonly A[],
    resolve: (one: A, stack: author.Stack) => B,
  ) =>
    firstBy(
      list.map((one) => resolve(one, stack)),
      ({ id }) => id,
    );
  return {
    stack,
    sound,
    labels: labelNamesOf(stack),
    evaluators: byId(stack.evaluators, resolveEvaluator),
    severities: byId(stack.severities, resolveSeverity),
    teams: byId(teamsOf(stack, sound), resolveTeam),
    runbooks: byId(runbooksOf(stack, sound), (one) => runbookOfItsUnit(resolveRunbook(one, stack), stack, sound)),
  };
}

function modelOf(
  scope: Scope,
  evaluators: readonly [Evaluator, ...Evaluator[]],
  files: ReadonlyMap<string, string>,
): Stack {
  const { stack } = scope;
  const defaultTeam = scope.teams.get(stack.defaultTeam.id) ?? resolveTeam(stack.defaultTeam, stack);
  const { version, url, datasources } = stack.grafana;
  const { expects } = stack;
  const services = resolveUnits(scope);
  return {
    address: { path: [stack.id], place: placeOf(stack) },
    id: stack.id,
    title: stack.title,
    environment: stack.environment,
    labels: scope.labels,
    evaluators,
    alertmanager: alertmanagerOf(stack, files),
    grafana: { version, url: withoutSlash(url), datasources },
    runbooksUrl: withoutSlash(stack.runbooks.url),
    runbooksSuffix: stack.runbooks.suffix ?? '',
    annotations: {
      runbook: stack.annotations?.runbook ?? 'runbook_url',
      dashboard: stack.annotations?.dashboard ?? 'dashboard_url',
    },
    severities: [...scope.severities.values()],
    teams: sortedBy([...scope.teams.values()], ({ id }) => id),
    defaultTeam,
    services,
    ...given({ executive: resolveExecutive(scope, services) }),
    runbooks: sortedBy([...scope.runbooks.values()], ({ id }) => id),
    heartbeat: resolveHeartbeat(stack),
    external: resolveExternal(scope, evaluators[0], files),
    existingDashboards: resolveExistingDashboards(scope, files),
    watch: watchOf(scope),
    ...(expects === undefined ? {} : { expects: { label: expects.label, values: expects.values.values } }),
    levels: stack.levels ?? {},
    waivers: stack.waivers ?? [],
    notes: stack.notes ?? [],
  };
}

/** A severity of another stack is reported elsewhere. */
function watchOf({ stack, severities }: Scope): Stack['watch'] {
  const { page, ticket } = stack.burn.high;
  const own = (severity: author.Severity) => severities.get(severity.id) ?? resolveSeverity(severity, stack);
  return { page: own(page), ticket: own(ticket) };
}

function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}

function alertmanagerOf({ alertmanager }: author.Stack, files: ReadonlyMap<string, string>): Alertmanager {
  const { version, ownership, existing, smtp, url, job } = alertmanager;
  const text = existing === undefined ? undefined : files.get(existing);
  return { version, ownership, ...given({ existing: text, smtp, url, job }) };
}

function serverProblems(stack: author.Stack, files: ReadonlyMap<string, string>, sound: Sound): readonly Diagnostic[] {
  const address: Address = { path: [stack.id], place: placeOf(stack) };
  const { existing, ownership, smtp } = stack.alertmanager;
  const missing = existing !== undefined && !files.has(existing);
  const receivers = teamsOf(stack, sound).flatMap((team) => Object.values(team.receivers));
  const unsent = ownership === 'whole' && smtp === undefined && receivers.some(({ kind }) => kind === 'email');
  return [
    ...(missing ? [unreadable(existing, inside(address, 'alertmanager.existing'))] : []),
    ...(unsent ? [noSender(inside(address, 'alertmanager.smtp'))] : []),
  ];
}

function noSender(address: Address): Diagnostic {
  const message = 'the field `smtp` is missing, because a team is told by e-mail';
  return problem('shape/missing-field', address, message, 'Write smtp: { from, smarthost }.');
}
