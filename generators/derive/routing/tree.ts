import { heartbeatOf } from '../../model/evaluators.ts';
import { heartbeatAlert, label } from '../../model/names.ts';
import { heartbeatReceiverOf, logReceiverOf, type Route, receiverNameOf } from '../../model/routing.ts';
import type { Evaluator, Matcher, Notification, Severity, Stack, Team } from '../../model/stack.ts';

/**
 * One incident, one notification. The page tiers of an SLO are one rule and its name has the SLO in it, so `alertname` tells
 * promises apart, and two alerts of one service, which have different first steps. `slo` itself is not here: it would split
 * an alert on several SLOs, such as missing telemetry, into one page for each. Nor is the region: an alert that fires in two
 * regions is one page that lists both.
 */
export function groupByOf({ labels }: Stack): readonly string[] {
  return [labels.environment, label.service, 'alertname'];
}

/** For what reaches no severity's route; the severities bring their own. */
const calmTimes = { groupWaitMs: 30_000, groupIntervalMs: 300_000, repeatMs: 14_400_000 };

const is = (name: string, value: string): Matcher => ({ label: name, op: '=', value });

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

function isOneOf(name: string, values: readonly string[]): Matcher {
  const [first, ...others] = values;
  if (first !== undefined && others.length === 0) return is(name, first);
  return { label: name, op: '=~', value: values.map(literal).join('|') };
}

/** Kinds in the order in which a team is told of what no severity covers: least disturbing first. */
const quietFirst = ['chat', 'email', 'ticket', 'page'] as const satisfies readonly Notification[];

function fallbackOf(stack: Stack, team: Team): string | undefined {
  const kind = quietFirst.find((one) => team.receivers[one] !== undefined);
  return kind === undefined ? undefined : receiverNameOf(stack, team, kind);
}

/** Who hears of what nobody else hears of: the default team, else any team. */
function lastResort(stack: Stack): string {
  const names = [stack.defaultTeam, ...stack.teams].map((team) => fallbackOf(stack, team));
  return names.find((name) => name !== undefined) ?? logReceiverOf(stack);
}

/** `log` beside another kind adds nothing. */
function kindsOf(severity: Severity): readonly Notification[] {
  const kinds = [...new Set(severity.notify)];
  return kinds.length > 1 ? kinds.filter((kind) => kind !== 'log') : kinds;
}

/** Siblings that go on to the next: a parent tells nobody once a child took the alert. */
function severityRoutes(stack: Stack, team: Team, severity: Severity): readonly Route[] {
  const kinds = kindsOf(severity).filter((kind) => kind === 'log' || team.receivers[kind] !== undefined);
  return kinds.map((kind, index) => ({
    receiver: receiverNameOf(stack, team, kind),
    matchers: [is(stack.labels.severity, severity.label)],
    groupBy: groupByOf(stack),
    groupWaitMs: severity.groupWaitMs,
    groupIntervalMs: severity.groupIntervalMs,
    repeatMs: severity.repeatMs,
    continue: index < kinds.length - 1,
    routes: [],
  }));
}

function teamRoute(stack: Stack, team: Team): Route {
  return {
    receiver: fallbackOf(stack, team) ?? lastResort(stack),
    matchers: [is(stack.labels.environment, stack.environment), is(stack.labels.team, team.label)],
    groupBy: groupByOf(stack),
    continue: false,
    routes: stack.severities.flatMap((severity) => severityRoutes(stack, team, severity)),
  };
}

/**
 * Alertmanager repeats when, at a tick of the group interval, the last notification is older than the repeat interval.
 * With both the same it comes at every second tick only (measured on 0.25), so the repeat is half of it.
 */
function heartbeatRoute(stack: Stack, evaluator: Evaluator): Route {
  const own = stack.evaluators.length > 1 ? [is(label.evaluator, evaluator.id)] : [];
  return {
    receiver: heartbeatReceiverOf(stack, evaluator),
    matchers: [is('alertname', heartbeatAlert), is(stack.labels.environment, stack.environment), ...own],
    groupBy: groupByOf(stack),
    groupWaitMs: 0,
    groupIntervalMs: stack.heartbeat.everyMs,
    repeatMs: Math.floor(stack.heartbeat.everyMs / 2),
    continue: false,
    routes: [],
  };
}

/** One for each evaluator that somebody listens to: in one group with another's, its silence would not be heard. */
function heartbeatRoutes(stack: Stack): readonly Route[] {
  const heard = stack.evaluators.filter((evaluator) => heartbeatOf(stack, evaluator) !== undefined);
  return heard.map((evaluator) => heartbeatRoute(stack, evaluator));
}

const teamRoutes = (stack: Stack): readonly Route[] => stack.teams.map((team) => teamRoute(stack, team));

/** The root of an Alertmanager that is ours alone. It depends on teams and severities, never on services. */
export function wholeTree(stack: Stack): Route {
  return {
    receiver: lastResort(stack),
    matchers: [],
    groupBy: groupByOf(stack),
    ...calmTimes,
    continue: false,
    routes: [...heartbeatRoutes(stack), ...teamRoutes(stack)],
  };
}

/**
 * Our routes beside others': the heartbeats', and one that takes alerts of our environment, teams and severities. The
 * severities keep hand-written alerts of the same team, with severities of their own, where they go today.
 */
export function subtrees(stack: Stack): readonly Route[] {
  const ours: Route = {
    receiver: lastResort(stack),
    matchers: [
      is(stack.labels.environment, stack.environment),
      isOneOf(
        stack.labels.severity,
        stack.severities.map((one) => one.label),
      ),
      isOneOf(
        stack.labels.team,
        stack.teams.map((one) => one.label),
      ),
    ],
    groupBy: groupByOf(stack),
    ...calmTimes,
    continue: false,
    routes: teamRoutes(stack),
  };
  return [...heartbeatRoutes(stack), ours];
}
