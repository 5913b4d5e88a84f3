import {
  counter,
  gauge,
  httpStatus,
  type Infrastructure,
  infrastructure,
  measure,
  not,
  oneMinus,
  ratioOf,
  runbook,
  share,
  total,
} from 'signalbox';
import { node } from 'signalbox/exporters';
import { region } from '../regions.ts';
import { P3 } from '../severities.ts';
import { platformTeam } from '../teams.ts';
import { crowded } from './limits.ts';

const job = 'node-api';
const requests = counter('gateway_requests_total', {
  help: 'Requests that the API servers answered.',
  labels: { region, status: httpStatus },
});
const timeouts = counter('gateway_timeouts_total', { help: 'Requests that timed out.', labels: { region } });
const queue = gauge('gateway_queue_requests', {
  help: 'Requests that wait for a worker.',
  unit: 'count',
  labels: { region },
});

const full = runbook({
  id: 'api-servers-full',
  title: 'The API servers are full',
  symptoms: 'Requests wait before anybody works on them; timeouts follow.',
  firstSteps: [
    { do: 'See which region queues.', look: total(queue, { by: ['region'] }) },
    'Add API servers in that region.',
    'Shed the traffic of the least important clients when they do not arrive in time.',
  ],
});

export const apiServers: Infrastructure = infrastructure({
  id: 'api-servers',
  title: 'API servers',
  description: 'The machines that take every request of the app.',
  team: platformTeam,
  tier: 'critical',
  job: 'gateway',
  requests,
  utilisation: {
    cpu: measure(share(node.cpuSeconds.where({ job, mode: not('idle') }), node.cpuSeconds.where({ job })), {
      title: 'CPU',
      limits: { high: crowded('Requests get slower.', full) },
    }),
    memory: measure(
      oneMinus(ratioOf(total(node.memoryAvailable.where({ job })), total(node.memoryTotal.where({ job })))),
      {
        title: 'Memory',
        limits: { high: crowded('Servers are killed when memory runs out.', full) },
      },
    ),
  },
  saturation: {
    queue: measure(total(queue), {
      title: 'Requests waiting',
      limits: { high: { above: 1_000, for: '10m', severity: P3, impact: 'The app answers slowly.', runbook: full } },
    }),
  },
  errors: {
    failed: measure(share(requests.where({ status: /5../ }), requests), { title: '5xx' }),
    timeouts: measure(share(timeouts, requests), { title: 'Timeouts' }),
  },
});
