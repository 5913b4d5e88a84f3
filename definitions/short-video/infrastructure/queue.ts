import {
  counter,
  highest,
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
import { kafka, node } from 'signalbox/exporters';
import { region } from '../regions.ts';
import { P3 } from '../severities.ts';
import { platformTeam } from '../teams.ts';
import { crowded } from './limits.ts';

const job = 'node-queue';
const disk = { job, mountpoint: '/var/lib/kafka' } as const;
const published = counter('queue_publishes_total', { help: 'Messages that clients published.', labels: { region } });
const publishFailures = counter('queue_publish_failures_total', {
  help: 'Messages that clients could not publish.',
  labels: { region },
});

const behind = runbook({
  id: 'queue-behind',
  title: 'Consumers fall behind',
  symptoms: 'Videos are published late, counts are out of date.',
  firstSteps: [
    {
      do: 'See which group is behind.',
      look: highest(kafka.groupLag.where({ job: 'kafka-exporter' }), { by: ['consumergroup'] }),
    },
    'Look at the consumers of that group: do they run, and do they fail?',
    'Add consumers up to the number of partitions.',
  ],
});

export const queue: Infrastructure = infrastructure({
  id: 'message-queue',
  title: 'Message queue (Kafka)',
  team: platformTeam,
  tier: 'high',
  job: 'kafka-exporter',
  utilisation: {
    disk: measure(
      oneMinus(ratioOf(total(node.filesystemAvailable.where(disk)), total(node.filesystemSize.where(disk)))),
      {
        title: 'Disk',
        limits: { high: crowded('A broker stops when its disk is full.', behind) },
      },
    ),
    cpu: measure(share(node.cpuSeconds.where({ job, mode: not('idle') }), node.cpuSeconds.where({ job })), {
      title: 'CPU',
      limits: { high: crowded('Messages take longer.', behind) },
    }),
  },
  saturation: {
    lag: measure(highest(kafka.groupLag.where({ job: 'kafka-exporter' }), { by: ['consumergroup'] }), {
      title: 'Consumer lag',
      limits: {
        high: { above: 100_000, for: '15m', severity: P3, impact: 'Videos are published late.', runbook: behind },
      },
    }),
  },
  errors: {
    publishing: measure(share(publishFailures, published), { title: 'Publish failures' }),
  },
});
