import { counter, histogram, labelValues } from 'signalbox';
import { region } from '../regions.ts';

export const lookups = counter('cache_lookups_total', {
  help: 'Lookups in the cache.',
  labels: { region, result: labelValues('hit', 'miss') },
});
export const duration = histogram('feature_store_lookup_duration_seconds', {
  help: 'Time of a lookup in the feature store.',
  labels: { region },
  buckets: ['1ms', '2ms', '3ms', '5ms', '10ms', '50ms'],
});
