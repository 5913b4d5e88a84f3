import {
  average,
  counter,
  gauge,
  highest,
  type Infrastructure,
  infrastructure,
  labelValues,
  measure,
  rate,
  runbook,
  total,
} from 'signalbox';
import { region } from '../regions.ts';
import { P3, P4 } from '../severities.ts';
import { rankingTeam } from '../teams.ts';
import { gpuActive, gpuMemory } from './inference-gpus.metrics.ts';

const queue = gauge('ranking_queue_requests', {
  help: 'Inferences that wait for a GPU.',
  unit: 'count',
  labels: { region },
});
const failures = counter('ranking_failures_total', {
  help: 'Inferences that failed.',
  labels: { region, reason: labelValues('model', 'out_of_memory') },
});

const full = runbook({
  id: 'gpus-full',
  title: 'The GPUs are full',
  symptoms: 'Inferences wait, and the feed gets slower with them.',
  firstSteps: [
    { do: 'See which region waits.', look: total(queue, { by: ['region'] }) },
    'Reduce the candidate pool: latency falls at once.',
    'Add replicas where GPUs are free.',
  ],
  causes: [
    {
      cause: 'The model outgrew the memory',
      signs: 'Inferences fail with out_of_memory after a deployment of the model.',
      fix: ['Roll the model back.'],
    },
  ],
});

export const inferenceGpus: Infrastructure = infrastructure({
  id: 'inference-gpus',
  title: 'ML inference (GPU)',
  team: rankingTeam,
  tier: 'critical',
  job: 'ranking-model',
  utilisation: {
    gpu: measure(average(gpuActive), { title: 'GPU' }),
    vram: measure(highest(gpuMemory), {
      title: 'VRAM of the fullest GPU',
      limits: {
        high: { above: '95%', for: '30m', severity: P4, impact: 'A larger batch runs out of memory.', runbook: full },
      },
    }),
  },
  saturation: {
    queue: measure(total(queue), {
      title: 'Inferences waiting',
      limits: { high: { above: 500, for: '10m', severity: P3, impact: 'The feed opens slowly.', runbook: full } },
    }),
  },
  errors: {
    model: measure(rate(failures.where({ reason: 'model' })), { title: 'Model errors' }),
    outOfMemory: measure(rate(failures.where({ reason: 'out_of_memory' })), { title: 'Out of memory' }),
  },
});
