import { gauge, histogram } from 'signalbox';
import { region } from '../regions.ts';

export const inferenceDuration = histogram('ranking_inference_duration_seconds', {
  help: 'Time of one ranking inference.',
  labels: { region },
  buckets: ['5ms', '10ms', '20ms', '35ms', '50ms', '75ms', '100ms', '250ms'],
});
export const accuracy = gauge('ranking_accuracy_ratio', {
  help: 'Share of held-out interactions that the serving model predicts.',
});
