import { counter, gauge, histogram, httpStatus, info, labelValues, upTo } from 'signalbox';
import { region } from '../regions.ts';

export const requests = counter('fyp_requests_total', {
  help: 'Feed requests answered.',
  labels: { region, status: httpStatus },
});
export const failed = requests.where({ status: /5../ });
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

/** The parts of a feed request, one after the other. */
export const stageDuration = histogram('fyp_stage_duration_seconds', {
  help: 'Time of one stage of a feed request.',
  labels: { region, stage: labelValues('retrieval', 'ranking', 're-ranking') },
  buckets: ['2ms', '5ms', '10ms', '20ms', '35ms', '50ms', '100ms'],
});
/** The client looks in its own memory, then in Redis; features of videos have a cache of their own. */
export const cacheLookups = counter('fyp_cache_lookups_total', {
  help: 'Lookups of a feed request in the levels of cache.',
  labels: { region, level: labelValues('client', 'redis', 'feature'), result: labelValues('hit', 'miss') },
});

const version = upTo(10, 'v3.42.1', 'v3.43.0');
export const build = info('fyp_build_info', {
  help: 'One for each instance.',
  labels: { version, track: labelValues('stable', 'canary') },
});
export const lastDeployment = gauge('fyp_last_deployment_timestamp_seconds', {
  help: 'When the last deployment ended.',
});
export const rollbackReady = gauge('fyp_rollback_ready', {
  help: 'Whether the version before can be brought back at once.',
  unit: 'count',
});
