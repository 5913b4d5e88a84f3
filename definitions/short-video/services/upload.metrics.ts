import { counter, histogram, labelValues } from 'signalbox';
import { region } from '../regions.ts';

export const attempts = counter('video_uploads_total', {
  help: 'Upload attempts that ended.',
  labels: { region, result: labelValues('succeeded', 'storage_error', 'transcoding_error', 'timeout') },
});
export const duration = histogram('video_upload_duration_seconds', {
  help: 'Time from the first byte to the published video.',
  labels: { region },
  buckets: ['1s', '2s', '5s', '10s', '20s', '30s', '60s'],
});
