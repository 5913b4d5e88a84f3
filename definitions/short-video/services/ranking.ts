import { alert, average, falling, runbook, type Service, service } from 'signalbox';
import { inferenceGpus } from '../infrastructure/inference-gpus.ts';
import { P3 } from '../severities.ts';
import { rankingTeam } from '../teams.ts';
import { accuracy, inferenceDuration } from './ranking.metrics.ts';

const modelDrift = runbook({
  id: 'model-drift',
  title: 'The ranking model drifts',
  symptoms: 'Recommendations fit people less than they did last week.',
  firstSteps: [
    {
      do: 'Investigate: compare the accuracy with the deployments of the model and of the feature pipeline.',
      look: average(accuracy),
    },
    'Retrain on recent data when no change explains the drop; roll the model back when one does.',
  ],
});

export const ranking: Service = service({
  id: 'ranking-model',
  title: 'Ranking model',
  team: rankingTeam,
  tier: 'critical',
  job: 'ranking-model',
  duration: inferenceDuration,
  expected: { p99: '50ms' },
  signals: { Accuracy: average(accuracy) },
  dependsOn: () => [inferenceGpus],
  alerts: {
    modelDrift: alert({
      name: 'MLModelDrift',
      title: 'Ranking accuracy',
      when: falling(average(accuracy), { over: '7d', by: '5%' }),
      for: '30m',
      severity: P3,
      impact: 'Recommendations fit people less than they did a week ago.',
      runbook: modelDrift,
    }),
  },
});
