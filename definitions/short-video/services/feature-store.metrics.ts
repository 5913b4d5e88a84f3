import { counter, histogram, labelValues } from 'signalbox';
import { region } from '../regions.ts';

export const lookups = counter('feature_store_lookups_total', {
  help: 'Lookups in the feature store.',
  labels: { region, of: labelValues('user', 'video'), result: labelValues('found', 'missing', 'failed') },
});
export const duration = histogram('feature_store_lookup_duration_seconds', {
  help: 'Time of a lookup in the feature store.',
  labels: { region },
  buckets: ['1ms', '2ms', '3ms', '5ms', '10ms', '50ms'],
});
