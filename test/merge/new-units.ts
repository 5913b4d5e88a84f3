import {
  above,
  alert,
  availability,
  counter,
  gauge,
  highest,
  histogram,
  httpStatus,
  type Infrastructure,
  infrastructure,
  type KpiGroup,
  kpi,
  kpiGroup,
  lowest,
  measure,
  p99,
  type Runbook,
  rate,
  runbook,
  type Service,
  type Stack,
  service,
  type Team,
  team,
} from 'signalbox';
import { found } from '../short-video/tree.ts';
import type { Edit } from './edit.ts';

const services = ['account', 'comments', 'direct-messages', 'moderation', 'profile', 'wallet', 'zoom'];
const resources = ['backup', 'file-store', 'search-index', 'yarn'];
const groups = ['acquisition', 'growth', 'support', 'youth'];

/** One new unit for each of some ids from all over the alphabet, so that they come to lie everywhere in a list. */
export function newUnitEdits(): readonly Edit[] {
  return [
    ...services.map((id) => added('a new service', id, withService)),
    ...resources.map((id) => added('a new resource', id, withResource)),
    ...groups.map((id) => added('a new group of KPIs', id, withKpis)),
  ];
}

type Addition = (stack: Stack, id: string) => Stack;

const added = (kind: string, id: string, add: Addition): Edit => ({
  kind,
  name: `${id}: added`,
  of: id,
  apply: (stack) => add(stack, id),
});

const withService: Addition = (stack, id) => ({ ...stack, services: [...stack.services, newService(id, stack)] });

/** The stack with a new resource at the end of its list. */
export const withResource: Addition = (stack, id) => ({
  ...stack,
  infrastructure: [...(stack.infrastructure ?? []), newResource(id, stack)],
});

/** The stack with a new group of KPIs at the end of its list. */
export const withKpis: Addition = (stack, id) => ({ ...stack, kpis: [...(stack.kpis ?? []), newKpis(id, stack)] });

const nameOf = (id: string) => id.replaceAll('-', '_');

const failing = (id: string): Runbook =>
  runbook({ id: `${id}-fails`, title: `${id} fails`, firstSteps: ['Roll back.'] });

const teamOf = ({ defaultTeam, services }: Stack): Team => services[0]?.team ?? defaultTeam;

function newService(id: string, stack: Stack): Service {
  const name = nameOf(id);
  const requests = counter(`${name}_requests_total`, { help: 'Requests answered.', labels: { status: httpStatus } });
  const duration = histogram(`${name}_request_duration_seconds`, { help: 'Time to answer.', buckets: ['50ms', '1s'] });
  const page = failing(id);
  const bad = requests.where({ status: /5../ });
  const promise = { bad, objective: '99.5%', window: '30d', noTraffic: 'good', runbook: page } as const;
  const slow = { when: above(p99(duration), '900ms'), for: '10m', impact: 'People wait.', runbook: page } as const;
  return service({
    id,
    title: `The ${id} service`,
    team: teamOf(stack),
    tier: 'normal',
    job: id,
    requests,
    duration,
    errors: { '5xx': bad },
    stages: { All: p99(duration) },
    dependsOn: () => [found(stack.services[0], 'a service')],
    slos: { availability: availability(requests, promise) },
    alerts: { slow: alert({ ...slow, severity: stack.severities[0] }) },
  });
}

function newResource(id: string, stack: Stack): Infrastructure {
  const name = nameOf(id);
  const used = gauge(`${name}_used_ratio`, { help: 'Share in use.' });
  const waiting = gauge(`${name}_queue`, { help: 'Work that waits.', unit: 'count' });
  const failures = counter(`${name}_failures_total`, { help: 'Work that failed.' });
  const told = { for: '10m', severity: stack.severities[0], impact: 'People wait.', runbook: failing(id) } as const;
  return infrastructure({
    id,
    title: `The ${id} resource`,
    team: teamOf(stack),
    tier: 'normal',
    job: id,
    utilisation: { space: measure(highest(used), { title: 'Space', limits: { high: { ...told, above: '80%' } } }) },
    saturation: { queue: measure(highest(waiting), { title: 'Queue' }) },
    errors: { failures: measure(rate(failures), { title: 'Failures' }) },
  });
}

function newKpis(id: string, stack: Stack): KpiGroup {
  const reach = gauge(`${nameOf(id)}_reach_ratio`, { help: 'Share of the people that it reaches.' });
  const told = { for: '1h', severity: stack.severities[0], impact: 'Few come.', runbook: failing(id) } as const;
  return kpiGroup({
    id,
    title: `The ${id} figures`,
    team: teamOf(stack),
    kpis: {
      reach: kpi(lowest(reach), {
        title: 'Reach',
        better: 'up',
        importance: 'high',
        target: '50%',
        limits: { low: { ...told, below: '30%' } },
      }),
    },
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
