import { counter, histogram, httpStatus } from 'signalbox';
import { region } from '../regions.ts';

export const requests = counter('fyp_requests_total', {
  help: 'Feed requests answered.',
  labels: { region, status: httpStatus },
});
export const timeouts = counter('fyp_timeouts_total', { help: 'Feed requests that timed out.', labels: { region } });
export const inferenceFailures = counter('fyp_inference_failures_total', {
  help: 'Feed requests answered without the model because inference failed.',
  labels: { region },
});
export const duration = histogram('fyp_request_duration_seconds', {
  help: 'Time to answer a feed request.',
  labels: { region },
  buckets: ['10ms', '20ms', '35ms', '50ms', '60ms', '100ms', '250ms', '1s'],
});
