import {
  above,
  alert,
  availability,
  counter,
  histogram,
  httpStatus,
  p99,
  runbook,
  type Service,
  type Stack,
  service,
  type Team,
  team,
} from 'signalbox';
import { found } from '../short-video/tree.ts';
import type { Edit } from './edit.ts';

const ids = ['account', 'comments', 'direct-messages', 'moderation', 'profile', 'wallet', 'zoom'];

/** One new service for each of some ids from all over the alphabet, so that they come to lie everywhere in a list. */
export function newServiceEdits(): readonly Edit[] {
  return ids.map((id) => ({
    kind: 'a new service',
    name: `${id}: added`,
    of: id,
    apply: (stack) => ({ ...stack, services: [...stack.services, newService(id, stack)] }),
  }));
}

function newService(id: string, { defaultTeam, services, severities }: Stack): Service {
  const name = id.replaceAll('-', '_');
  const requests = counter(`${name}_requests_total`, { help: 'Requests answered.', labels: { status: httpStatus } });
  const duration = histogram(`${name}_request_duration_seconds`, { help: 'Time to answer.', buckets: ['50ms', '1s'] });
  const failing = runbook({ id: `${id}-fails`, title: `${id} fails`, firstSteps: ['Roll back.'] });
  const bad = requests.where({ status: /5../ });
  const promise = { bad, objective: '99.5%', window: '30d', noTraffic: 'good', runbook: failing } as const;
  const slow = { when: above(p99(duration), '900ms'), for: '10m', impact: 'People wait.', runbook: failing } as const;
  return service({
    id,
    title: `The ${id} service`,
    team: services[0]?.team ?? defaultTeam,
    tier: 'normal',
    job: id,
    requests,
    duration,
    errors: { '5xx': bad },
    dependsOn: () => [found(services[0], 'a service')],
    slos: { availability: availability(requests, promise) },
    alerts: { slow: alert({ ...slow, severity: severities[0] }) },
  });
}

/** A new service of a team of its own. */
export function newTeamEdit(id: string): Edit {
  return {
    kind: 'a new team',
    name: `team ${id}: added`,
    of: `team ${id}`,
    apply: (stack) => ({
      ...stack,
      services: [...stack.services, { ...newService(id, stack), team: newTeam(id, stack) }],
    }),
  };
}

function newTeam(id: string, { defaultTeam }: Stack): Team {
  return team({ id, title: id, receivers: defaultTeam.receivers });
}
