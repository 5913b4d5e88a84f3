import type { AlertEntry, Compiled } from '../../model/observables.ts';
import type { Finding, Rule } from '../rule.ts';

function lacking({ team, severity, rule }: AlertEntry): readonly Finding[] {
  return severity.notify
    .filter((kind) => kind !== 'log' && team.receivers[kind] === undefined)
    .map((kind) => ({
      address: team.address,
      message: `${team.id} has no receiver for ${kind}, and ${rule.alert} has severity ${severity.id}.`,
      cure: `Add \`receivers.${kind}\` to the team, or take ${kind} from the severity.`,
    }));
}

/** What a team lacks is said once for each severity and kind, with the first alert that needs it. */
function firstOfEach(alerts: readonly AlertEntry[]): readonly AlertEntry[] {
  return [...new Map(alerts.toReversed().map((alert) => [`${alert.team.id} ${alert.severity.id}`, alert])).values()];
}

function nobody({ stack }: Compiled): readonly Finding[] {
  if (Object.keys(stack.defaultTeam.receivers).length > 0) return [];
  const message = `The default team ${stack.defaultTeam.id} has no receiver, so nobody hears of an alert that no route takes.`;
  return [{ address: stack.defaultTeam.address, message, cure: 'Add a receiver to the team, for instance `chat`.' }];
}

/** A kind of notification that a severity means and a team has no receiver for. */
export const noReceiver: Rule = {
  code: 'route/no-receiver',
  level: 'error',
  explanation: {
    since: '0.1.0',
    title: "A team has a receiver for every kind of notification of its alerts' severities.",
    cause: 'The severity says that somebody is paged or told, and for this team there is nothing to do that with.',
    cure: 'Add the receiver to the team, remap the kind with `deliver`, or give the alert another severity.',
  },
  check: (compiled) => {
    const { alerts, routing } = compiled.observables;
    if (routing.ownership === 'none') return [];
    const told = alerts.filter(({ source }) => source !== 'heartbeat');
    return [...nobody(compiled), ...firstOfEach(told).flatMap(lacking)];
  },
};
